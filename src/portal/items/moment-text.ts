const ZONE = 'Asia/Shanghai';

/** A moment as the tag PubDate and the page show it (政府网站发展指引): 2024-01-22 09:30. */
export function momentText(at: Temporal.Instant): string {
  const local = at.toZonedDateTimeISO(ZONE);
  return `${local.toPlainDate().toString()} ${local.toPlainTime().toString({ smallestUnit: 'minute' })}`;
}
