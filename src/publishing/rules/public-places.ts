import type { AgencyCode } from '../../people/rules/agency.ts';
import type { Visibility } from './fold.ts';
import type { ColumnCode } from './ids.ts';
import type { AddressAnswer } from './publication-log.ts';

/** What an address of the portal answers to a reader; `location` is where a redirection leads. */
export type PublicAnswer = { readonly status: number; readonly location: string | null; readonly body: string };

/** Asks an address of the portal as a reader would; null where nothing answers. */
export type AskPublic = (path: string) => Promise<PublicAnswer | null>;

/** An address at which readers come upon an item, and how its answer is judged. */
export type PublicPlace = {
  readonly what: string;
  readonly path: string;
  readonly expected: string;
  readonly judge: (answer: PublicAnswer) => { readonly actual: string; readonly asExpected: boolean };
};

/** What decides where an item is found. */
export type PlacedItem = {
  readonly number: number;
  readonly address: string;
  readonly title: string;
  readonly agency: AgencyCode;
  /** The item's column and those above it. */
  readonly columns: readonly ColumnCode[];
  readonly visibility: Visibility;
  /** Every file that was ever kept for the item; `named` where the public edition offers it. */
  readonly attachments: readonly {
    readonly id: string;
    readonly name: string;
    readonly named: boolean;
    /** Of a picture: the widths in which readers get it besides the whole one. */
    readonly widths: readonly number[];
  }[];
  /** Pages of other items that name this one. */
  readonly related: readonly { readonly title: string; readonly address: string }[];
  /** How many files the site map consists of. */
  readonly siteMapParts: number;
};

const MOVED: ReadonlySet<number> = new Set([301, 308]);
const GONE = [404, 410] as const;
const IS_GONE: ReadonlySet<number> = new Set(GONE);

const statusIs = (
  what: string,
  path: string,
  statuses: readonly number[],
  expected = statuses.join(' 或者 '),
): PublicPlace => ({
  what,
  path,
  expected,
  judge: ({ status }) => ({ actual: String(status), asExpected: statuses.includes(status) }),
});

/** The page of an item that has given way to another leads there. */
const leadsTo = (path: string, target: string): PublicPlace => ({
  what: '页面',
  path,
  expected: `转到 ${target}`,
  judge: ({ status, location }) => ({
    actual: location === null ? String(status) : `${status}，转到 ${location}`,
    asExpected: MOVED.has(status) && location === target,
  }),
});

/** A list that must not lead to the item any more. One that is not there leads nowhere. */
const leadsNoMore = (what: string, path: string, address: string): PublicPlace => ({
  what,
  path,
  expected: '不再列出',
  judge: ({ status, body }) => {
    if (IS_GONE.has(status)) return { actual: `${status}，没有这个页面`, asExpected: true };
    if (status !== 200) return { actual: String(status), asExpected: false };
    return body.includes(address)
      ? { actual: '仍然列出', asExpected: false }
      : { actual: '没有列出', asExpected: true };
  },
});

/** The lists and feeds that may name an item. */
function listsNaming({ address, title, agency, columns, related, siteMapParts }: PlacedItem): readonly PublicPlace[] {
  const words = encodeURIComponent(title.slice(0, 100));
  const none = (what: string, path: string) => leadsNoMore(what, path, address);
  return [
    none('首页', '/'),
    none('本机关的公开平台', `/agencies/${agency}`),
    ...columns.flatMap(code => [
      none('栏目页', `/${code}`),
      none('RSS 订阅', `/feeds/${code}.xml`),
      none('JSON 订阅', `/feeds/${code}.json`),
    ]),
    none('检索结果', `/search?q=${words}`),
    none('检索结果的下载', `/search.csv?q=${words}`),
    none('开放数据的列表', `/api/items?q=${words}`),
    ...Array.from({ length: siteMapParts }, (_part, index) => none('网站地图', `/sitemap/items-${index + 1}.xml`)),
    ...related.map(one => none(`相关页面“${one.title}”`, one.address)),
  ];
}

/**
 * Every address at which a reader may come upon an item. Of one that is public its own addresses are asked; of one that was taken
 * down also all that named it: taking down is done only when none of them leads to it any more.
 */
export function publicPlacesOf(item: PlacedItem): readonly PublicPlace[] {
  const { number, address, visibility, attachments } = item;
  const isPublic = visibility.kind === 'public';
  const redirectTo = visibility.kind === 'removed' ? visibility.redirectTo : null;
  const files = attachments.flatMap(({ id, name, named, widths }) => {
    const statuses = isPublic && named ? [200] : GONE;
    const file = encodeURIComponent(name);
    return [
      statusIs(named ? `附件“${name}”` : `不公开的文件“${name}”`, `/attachments/${id}/${file}`, statuses),
      ...widths.map(width => statusIs(`图片“${name}”（宽 ${width}）`, `/attachments/${id}/${width}/${file}`, statuses)),
    ];
  });
  const page = redirectTo === null ? statusIs('页面', address, isPublic ? [200] : [410]) : leadsTo(address, redirectTo);
  const data = statusIs('开放数据', `/api/items/${number}`, isPublic ? [200] : GONE);
  if (isPublic) return [page, data, ...files];
  return [
    page,
    ...(redirectTo === null ? [] : [statusIs('代替它的页面', redirectTo, [200])]),
    ...(['pdf', 'docx'] as const).map(format =>
      statusIs(`${format.toUpperCase()} 下载`, address.replace(/html$/, format), GONE),
    ),
    data,
    statusIs('图解', `/diagrams/${number}.svg`, GONE),
    ...files,
    ...listsNaming(item),
  ];
}

export const NO_ANSWER = '没有答复';

async function answerAt({ what, path, expected, judge }: PublicPlace, ask: AskPublic): Promise<AddressAnswer> {
  const answer = await ask(path);
  return {
    what,
    path,
    expected,
    ...(answer === null ? { actual: NO_ANSWER, asExpected: false } : judge(answer)),
  };
}

/**
 * Asks all places, one after another. Those that answer wrongly are asked again after each `pause`: what keeps pages sees a change
 * within a second. What does not answer proves nothing.
 */
export async function answersAt(
  places: readonly PublicPlace[],
  ask: AskPublic,
  pauses: readonly (() => Promise<void>)[] = [],
): Promise<readonly AddressAnswer[]> {
  const answers: AddressAnswer[] = [];
  for (const place of places) answers.push(await answerAt(place, ask));
  for (const pause of pauses) {
    const wrong = answers.flatMap(({ asExpected, actual }, at) => (asExpected || actual === NO_ANSWER ? [] : [at]));
    if (wrong.length === 0) break;
    await pause();
    for (const at of wrong) answers[at] = await answerAt(places[at]!, ask);
  }
  return answers;
}
