import { z } from 'zod';
import type { Body } from './body.ts';
import type { ItemId } from './ids.ts';

const day = z.iso.date().transform(text => Temporal.PlainDate.from(text));

/** The documents of an issue are at most so many. */
export const MOST_IN_AN_ISSUE = 300;

const entry = z.strictObject({
  item: z.string().transform(text => text as ItemId),
  /** The edition that is printed: the text of the issue is the standard text (国办发〔2018〕22号) and stays as it was approved. */
  edition: z.number().int().min(1),
  title: z.string().min(1),
  documentNumber: z.string().nullable(),
  issuer: z.string().min(1),
  madeOn: day.nullable(),
  /** Its permanent address on the portal. */
  address: z.string().startsWith('/'),
});

/** 政府公报: what an issue is and what it contains, in the order of its table of contents. */
export const GAZETTE = z.strictObject({
  kind: z.literal('gazette'),
  year: z.number().int().min(1949).max(2200),
  /** 期号 within the year. */
  number: z.number().int().min(1).max(99),
  /** 总期号; null where none is kept. */
  serial: z.number().int().min(1).max(99_999).nullable(),
  from: day,
  to: day,
  contents: z.array(entry).min(1).max(MOST_IN_AN_ISSUE).readonly(),
});

export type Gazette = z.infer<typeof GAZETTE>;
export type GazetteEntry = Gazette['contents'][number];

/** 2023年第1期（总第12期）. */
export const issueText = ({ year, number, serial }: Pick<Gazette, 'year' | 'number' | 'serial'>): string =>
  `${year}年第${number}期${serial === null ? '' : `（总第${serial}期）`}`;

/** The title of an issue of a government. */
export const issueTitle = (government: string, issue: Pick<Gazette, 'year' | 'number' | 'serial'>): string =>
  `${government}公报${issueText(issue)}`;

/** The next 期号 of a year and 总期号, after the issues there are. */
export function nextIssue(
  issues: readonly Pick<Gazette, 'year' | 'number' | 'serial'>[],
  year: number,
): Pick<Gazette, 'number' | 'serial'> {
  const numbers = issues.filter(issue => issue.year === year).map(({ number }) => number);
  const serials = issues.flatMap(({ serial }) => serial ?? []);
  return {
    number: Math.max(0, ...numbers) + 1,
    serial: serials.length === 0 && issues.length > 0 ? null : Math.max(0, ...serials) + 1,
  };
}

/** The table of contents by 发文机关: governments first, then as they come, each by 成文日期. */
export function contentsBySection(
  entries: readonly GazetteEntry[],
): readonly { readonly issuer: string; readonly entries: readonly GazetteEntry[] }[] {
  const rank = (issuer: string): number =>
    issuer.endsWith('人民政府') ? 0 : issuer.endsWith('人民政府办公室') ? 1 : 2;
  const dayOf = ({ madeOn }: GazetteEntry): string => madeOn?.toString() ?? '9999';
  return [...Map.groupBy(entries, ({ issuer }) => issuer)]
    .toSorted(([one], [other]) => rank(one) - rank(other))
    .map(([issuer, own]) => ({
      issuer,
      entries: own.toSorted((one, other) => dayOf(one).localeCompare(dayOf(other))),
    }));
}

/** The entries in the order of their table of contents. */
export const inOrderOfContents = (entries: readonly GazetteEntry[]): readonly GazetteEntry[] =>
  contentsBySection(entries).flatMap(({ entries: own }) => own);

/** The body of an issue: its table of contents, every title leading to its document. */
export function gazetteBody({ contents }: Pick<Gazette, 'contents'>): Body {
  return contentsBySection(contents).flatMap(({ issuer, entries }): Body => [
    { kind: 'heading', level: 2, text: issuer },
    {
      kind: 'list',
      ordered: true,
      entries: entries.map(({ title, documentNumber, address }) => [
        { kind: 'link', text: title, href: address },
        ...(documentNumber === null ? [] : [{ kind: 'text' as const, text: `（${documentNumber}）` }]),
      ]),
    },
  ]);
}

/** The relations of an issue to what it contains: the pages of its documents say where they are printed. */
export const gatheredBy = ({ contents }: Pick<Gazette, 'contents'>): readonly { relation: 'gathers'; to: ItemId }[] =>
  contents.map(({ item }) => ({ relation: 'gathers', to: item }));
