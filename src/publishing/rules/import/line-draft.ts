import { ok, refuse } from '../../../kernel/result.ts';
import type { Result } from '../../../kernel/result.ts';
import { bodyOfParagraphs } from '../body.ts';
import type { Body } from '../body.ts';
import type { Content, Details } from '../content.ts';
import { mayHaveDetails } from '../content.ts';
import { GENRES } from '../item-kind.ts';
import type { Genre, ItemKind } from '../item-kind.ts';
import { THEME_NAMES } from '../themes.ts';
import type { ValidityChange } from '../validity.ts';
import type { FindColumn } from './column-finder.ts';
import type { ImportLine } from './import-line.ts';
import type { ImportOrder } from './item-import.ts';
import { findItemKind, kindOfColumn } from './kind-finder.ts';
import { findDay, findMoment } from './moments.ts';
import { findOldAddress } from './old-address.ts';

type Day = Temporal.PlainDate;

/** What was read of the line's document; null throughout where it has none. */
export type DocumentFacts = {
  readonly title: string | null;
  readonly documentNumber: string | null;
  readonly genre: Genre | null;
  readonly issuer: string | null;
  readonly madeOn: string | null;
  readonly body: Body;
  readonly publishedAt: string | null;
  readonly column: string | null;
  readonly source: string | null;
  readonly author: string | null;
  readonly keywords: string | null;
  readonly summary: string | null;
};

export const NO_DOCUMENT: DocumentFacts = {
  title: null,
  documentNumber: null,
  genre: null,
  issuer: null,
  madeOn: null,
  body: [],
  publishedAt: null,
  column: null,
  source: null,
  author: null,
  keywords: null,
  summary: null,
};

/** What lines are read against. */
export type LineContext = {
  readonly order: ImportOrder;
  readonly agencyName: string;
  readonly findColumn: FindColumn;
  readonly today: Day;
  readonly now: Temporal.Instant;
};

/** A line as the item that it would be. Attachments and relations are added by who can look them up. */
export type LineDraft = {
  readonly kind: ItemKind;
  readonly content: Content;
  /** When the older site had published it; null where it says nothing that can be read. */
  readonly firstPublishedAt: Temporal.Instant | null;
  readonly oldAddress: string | null;
  readonly oldIndexNumber: string | null;
  /** That it had ended or was amended, where the line says so. */
  readonly change: { readonly to: ValidityChange; readonly on: Day } | null;
  /** Why it cannot be taken over as published, whatever the gates say. */
  readonly doubts: readonly string[];
  /** What was left out or assumed; nothing that stops. */
  readonly remarks: readonly string[];
};

const ZONE = 'Asia/Shanghai';
const LONGEST = { title: 200, issuer: 100, source: 100, author: 30, keyword: 20, summary: 300, number: 60 } as const;
/** How tables say that there is nothing. */
const NOTHING = /^(?:无|没有|空|暂无|null|undefined|none|n\/a|[-—–/\\.]+)?$/iu;

const said = (...texts: readonly (string | null | undefined)[]): string | null =>
  texts.map(text => text?.replaceAll(/\s+/gu, ' ').trim() ?? '').find(text => !NOTHING.test(text)) ?? null;
const short = (text: string | null, longest: number): string | null =>
  text === null || text.length > longest ? null : text;

/** 文号 as it must be written: six-sided brackets, no 第, no leading noughts. What is none stays as it stands, for the gates. */
export function writtenNumber(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(/\s+/gu, '')
    .replace(/[[(【〔［]((?:19|20)\d{2})[年\])】〕］]+/u, '〔$1〕')
    .replace(/〕第?0*(\d+)号?$/u, '〕$1号')
    .slice(0, LONGEST.number);
}

/** The theme that a text names: 综合政务\政务公开 in any way of writing, or 政务公开 alone where only one has that name. */
export function findTheme(text: string): string | undefined {
  const parts = text.split(/\s*[\\/>›»|]+\s*|--|－|\s+-\s+/u).filter(part => part !== '');
  const whole = parts.join('\\');
  if (THEME_NAMES.includes(whole)) return whole;
  const last = parts.at(-1);
  const found = THEME_NAMES.filter(name => name.split('\\').at(-1) === last);
  return last === undefined || found.length !== 1 ? undefined : found[0];
}

function keywordsOf(text: string | null): readonly string[] {
  const words = (text ?? '').split(/[,，;；、|\s]+/u).filter(word => word !== '' && word.length <= LONGEST.keyword);
  return [...new Set(words)].slice(0, 10);
}

const genreIn = (text: string | null): Genre | null =>
  text === null ? null : (GENRES.find(genre => genre === text) ?? GENRES.find(genre => text.endsWith(genre)) ?? null);

/** Blanks at the ends and empty paragraphs go; the file's text stands where there is no file. */
const bodyOfCell = (text: string): Body =>
  bodyOfParagraphs(
    text
      .split(/\r\n?|\n/u)
      .map(line => line.trim())
      .filter(line => line !== ''),
  );

/** Whether a text is markup, which is read where files are read. */
export const isMarkup = (text: string): boolean =>
  /<\/?(?:p|div|br|span|table|h[1-6]|ul|ol|a|img|section|font|strong)[\s/>]/iu.test(text);

type Notes = { readonly doubts: string[]; readonly remarks: string[] };

function dayOf(text: string | undefined, label: string, { doubts }: Notes): Day | null {
  const stated = said(text);
  if (stated === null) return null;
  const day = findDay(stated) ?? null;
  if (day === null) doubts.push(`${label}“${stated.slice(0, 30)}”不能识别`);
  return day;
}

/** 规范性文件: what the line says of its validity. What has ended without a day is left to a person. */
function validityOf(
  { fields }: ImportLine,
  effectiveOn: Day | null,
  notes: Notes,
): { readonly expiresOn: Day | null; readonly change: LineDraft['change'] } {
  const word = said(fields.validity) ?? '';
  const endedOn = dayOf(fields.expiresOn, '有效期至', notes);
  const to = /废止|撤销/u.test(word)
    ? 'repealed'
    : /失效|无效/u.test(word)
      ? 'lapsed'
      : /修改|修订/u.test(word)
        ? 'amended'
        : null;
  if (to === null) return { expiresOn: endedOn, change: null };
  if (effectiveOn === null || endedOn === null)
    notes.doubts.push(`写明“${word.slice(0, 20)}”，但没有写施行日期和有效期至（废止、失效、修改的日期），需要人工补充`);
  return { expiresOn: null, change: effectiveOn === null || endedOn === null ? null : { to, on: endedOn } };
}

function detailsOf(
  kind: ItemKind,
  issuer: string,
  days: { readonly effectiveOn: Day | null; readonly expiresOn: Day | null },
): Details {
  if (kind === 'interpretation')
    return { kind: 'interpretation', forms: ['text'], interpreter: issuer.slice(0, 50), telephone: '' };
  const { effectiveOn, expiresOn } = days;
  if (effectiveOn === null) return { kind: 'none' };
  const details: Details = { kind: 'normative', effectiveOn, expiresOn };
  return mayHaveDetails(kind, details) ? details : { kind: 'none' };
}

/**
 * The item that a line and its document make. What the line says goes before what its document says, and that before what the order
 * presumes. Refuses with a sentence what no item can be made of.
 */
export function draftOfLine(
  line: ImportLine,
  document: DocumentFacts,
  context: LineContext,
): Result<LineDraft, string> {
  const { fields } = line;
  const { order, agencyName, findColumn, today } = context;
  const notes: Notes = { doubts: [], remarks: [] };
  const title = said(fields.title, document.title);
  if (title === null) return refuse('没有标题，请在表里补上');
  if (title.length > LONGEST.title) return refuse(`标题超过 ${LONGEST.title} 个字，请核对是不是把正文放进了标题一列`);

  const named = said(fields.column, document.column);
  const column = named === null ? undefined : findColumn(named);
  const byDefault = order.column === null ? undefined : findColumn(order.column);
  const place = column ?? byDefault;
  if (place === undefined)
    return refuse(
      named === null
        ? '没有写明栏目，请在表里补上，或者导入时选择默认栏目'
        : `没有栏目“${named.slice(0, 60)}”，请先建立这个栏目，或者导入时选择默认栏目`,
    );
  if (named !== null && column === undefined)
    notes.remarks.push(`没有栏目“${named.slice(0, 60)}”，放入“${place.name}”`);

  const kindText = said(fields.kind);
  const kind = (kindText === null ? undefined : findItemKind(kindText)) ?? order.kind ?? kindOfColumn(place);
  const isDocument = kind === 'document' || kind === 'system-document';
  const publishedText = said(fields.publishedAt, document.publishedAt);
  const firstPublishedAt = publishedText === null ? null : (findMoment(publishedText) ?? null);
  if (firstPublishedAt === null)
    notes.doubts.push(publishedText === null ? '没有发布日期' : `发布日期“${publishedText.slice(0, 30)}”不能识别`);
  const publishedOn = firstPublishedAt?.toZonedDateTimeISO(ZONE).toPlainDate() ?? null;
  const madeOn =
    dayOf(fields.madeOn, '成文日期', notes) ??
    (document.madeOn === null ? null : Temporal.PlainDate.from(document.madeOn));
  const effectiveOn = dayOf(fields.effectiveOn, '施行日期', notes);
  const { expiresOn, change } = isDocument ? validityOf(line, effectiveOn, notes) : { expiresOn: null, change: null };

  const issuer = short(said(fields.issuer, document.issuer), LONGEST.issuer) ?? agencyName;
  const themeText = said(fields.theme);
  const theme = (themeText === null ? undefined : findTheme(themeText)) ?? (kind === 'document' ? order.theme : null);
  if (themeText !== null && theme === null)
    notes.remarks.push(`主题分类“${themeText.slice(0, 30)}”不在分类表里，没有采用`);
  const number = said(fields.documentNumber, isDocument ? document.documentNumber : null);
  const cell = fields.body;
  const content: Content = {
    title,
    column: place.code,
    genre: genreIn(said(fields.genre)) ?? (isDocument ? (document.genre ?? genreIn(title)) : null),
    theme: theme ?? null,
    documentNumber: number === null ? null : writtenNumber(number),
    issuer,
    jointIssuers: [],
    madeOn,
    formedOn: madeOn ?? publishedOn ?? today,
    otherPeriod: null,
    source: short(said(fields.source, document.source), LONGEST.source) ?? agencyName,
    author: short(said(fields.author, document.author), LONGEST.author),
    keywords: keywordsOf(said(fields.keywords, document.keywords)),
    summary: short(said(fields.summary), LONGEST.summary),
    body: document.body.length > 0 || cell === undefined || isMarkup(cell) ? document.body : bodyOfCell(cell),
    attachments: [],
    relations: [],
    details: detailsOf(kind, issuer, { effectiveOn, expiresOn }),
  };
  const address = said(fields.address);
  const oldAddress = address === null ? null : (findOldAddress(address) ?? null);
  if (address !== null && oldAddress === null) notes.remarks.push(`原网址“${address.slice(0, 60)}”不能识别，没有保留`);
  return ok({
    kind,
    content,
    firstPublishedAt,
    oldAddress,
    oldIndexNumber: short(said(fields.indexNumber), 60),
    change,
    ...notes,
  });
}
