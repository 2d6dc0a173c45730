import type { WorkingCalendar } from '../../calendar/working-calendar.ts';
import type { Content } from './content.ts';
import { isTakeDownOpen, nextStepOf } from './fold.ts';
import type { Publication } from './fold.ts';
import type { Projection } from './projection.ts';
import { publicityEndOn } from './publicity.ts';
import { publishBy } from './publish-by.ts';
import type { NormativeDays } from './validity.ts';

type Day = Temporal.PlainDate;

/** 定期评估审查: the regulation sets no interval (Art. 18); a year is ours. */
const REASSESS_AFTER = { years: 1 } as const;
const ZONE = 'Asia/Shanghai';

/** The days of a 规范性文件 from its edition and its log; undefined for everything else. */
export function normativeDaysOf(
  content: Content,
  { validityChanges }: Pick<Publication, 'validityChanges'>,
): NormativeDays | undefined {
  if (content.details.kind !== 'normative') return undefined;
  const { effectiveOn, expiresOn } = content.details;
  let amendedOn: Day | null = null;
  let ended: NormativeDays['ended'] = null;
  for (const { to, on } of validityChanges) {
    if (to === 'amended') amendedOn = on;
    else ended = { on, how: to };
  }
  return { effectiveOn, expiresOn, amendedOn, ended };
}

function reassessBy({ attribute, stage }: Publication): Day | null {
  if (attribute === null || stage !== 'withheld') return null;
  return (attribute.reassessedAt ?? attribute.setAt).toZonedDateTimeISO(ZONE).toPlainDate().add(REASSESS_AFTER);
}

/** 超7天未修改 is what inspections count as neglect; the law sets no day. */
const MEND_WITHIN = { days: 7 } as const;

function mendBy({ faults }: Publication): Day | null {
  return faults === null ? null : faults.foundAt.toZonedDateTimeISO(ZONE).toPlainDate().add(MEND_WITHIN);
}

/** What lists and counts show of an item. `shown` is the public edition where there is one, else the newest. */
export function projectionOf(publication: Publication, shown: Content, calendar: WorkingCalendar): Projection {
  const attribute = publication.attribute?.attribute ?? null;
  const normative = normativeDaysOf(shown, publication);
  const { publishedOn } = publication;
  const publicityEndsOn =
    publishedOn === null || shown.publicity === undefined
      ? null
      : publicityEndOn(shown.publicity, publishedOn, calendar);
  return {
    version: publication.version,
    stage: publication.stage,
    visibility: publication.visibility.kind,
    edition: publication.edition,
    publicEdition: publication.publicEdition,
    column: shown.column,
    title: shown.title,
    documentNumber: shown.documentNumber,
    genre: shown.genre,
    theme: shown.theme,
    issuer: shown.issuer,
    madeOn: shown.madeOn,
    attribute,
    publishBy: attribute === 'on-application' || attribute === 'withheld' ? null : publishBy(shown, calendar),
    nextStep: nextStepOf(publication) ?? null,
    publishAt: publication.publishAt,
    address: publication.address,
    publishedAt: publication.publishedAt,
    publishedOn: publication.publishedOn,
    correctedAt: publication.corrections.at(-1)?.at ?? null,
    reassessBy: reassessBy(publication),
    mendBy: mendBy(publication),
    emergencyOpen: publication.emergency !== null && publication.emergency.review === null,
    effectiveOn: normative?.effectiveOn ?? null,
    expiresOn: normative?.expiresOn ?? null,
    amendedOn: normative?.amendedOn ?? null,
    endedOn: normative?.ended?.on ?? null,
    endedHow: normative?.ended?.how ?? null,
    publicityEndsOn,
    publicityOpen:
      publicityEndsOn !== null && publication.visibility.kind === 'public' && publication.publicityEndedOn === null,
    takeDownOpen: isTakeDownOpen(publication),
  };
}
