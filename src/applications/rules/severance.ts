import type { Brand } from '../../kernel/brand.ts';
import { ok, refuse } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';
import { citationsText } from '../../law/citation.ts';
import type { Citation } from '../../law/citation.ts';
import { WITHHOLDING } from '../../law/grounds.ts';
import type { FieldProblem } from '../../people/rules/refusal.ts';

/** The file of a case that is the original. Nothing that takes a `ReleasedFile` takes it. */
export type OriginalFile = Brand<string, 'OriginalFile'>;
/** The file of a case that was made from an original, verified, and may be given out. */
export type ReleasedFile = Brand<string, 'ReleasedFile'>;
export type SeveranceId = Brand<string, 'SeveranceId'>;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** The original's id in an address or a form, or undefined where the text is none. */
export function findOriginalFile(text: string): OriginalFile | undefined {
  return UUID.test(text) ? (text as OriginalFile) : undefined;
}

/** A severance's id in an address, or undefined where the text is none. */
export function findSeveranceId(text: string): SeveranceId | undefined {
  return UUID.test(text) ? (text as SeveranceId) : undefined;
}

/** Art. 37: what is not to be disclosed (Art. 14–16), and what is no government information (Art. 2). */
export const SEVERANCE_GROUNDS = [
  'state-secret',
  'forbidden-by-law',
  'security-and-stability',
  'third-party-interest',
  'internal-affairs',
  'deliberative',
  'enforcement-file',
  'not-government-information',
] as const;
export type SeveranceGround = (typeof SEVERANCE_GROUNDS)[number];

const NO_INFORMATION = {
  citations: [{ source: 'disclosure', article: 2 }],
  wording: '不属于政府信息',
  aspects: [] as readonly string[],
} as const;

type GroundFacts = {
  readonly citations: readonly Citation[];
  readonly wording: string;
  readonly aspects: readonly string[];
};

const ARTICLE_37: Citation = { source: 'disclosure', article: 37 };

/** Where a ground stands and how it is worded; for a part of a document Art. 37 comes first. */
export function severanceGround(ground: SeveranceGround): GroundFacts {
  const facts: GroundFacts = ground === 'not-government-information' ? NO_INFORMATION : WITHHOLDING[ground];
  return { ...facts, citations: [ARTICLE_37, ...facts.citations] };
}

/** What a passage is withheld by: words wherever they stand, or a rectangle on a page (points from its upper left corner). */
export type WithheldPlace =
  | { readonly kind: 'words'; readonly words: string }
  | {
      readonly kind: 'rectangle';
      readonly page: number;
      readonly left: number;
      readonly top: number;
      readonly right: number;
      readonly bottom: number;
    };

/** One passage that is withheld, and why. `reason` is what the applicant is told (Art. 37: 说明理由). */
export type WithheldPassage = {
  readonly place: WithheldPlace;
  readonly ground: SeveranceGround;
  /** The case that the article names, such as 个人隐私; null where it names none or none was chosen. */
  readonly aspect: string | null;
  readonly reason: string;
};

/** The longest words that are looked for, and the shortest and longest reason. */
const [MAX_WORDS, MIN_REASON, MAX_REASON] = [200, 4, 500];
const MAX_PASSAGES = 500;

/** A passage as it was typed. */
export type TypedPassage = {
  readonly place: WithheldPlace | null;
  readonly ground: string;
  readonly aspect: string;
  readonly reason: string;
};

/** Reads a passage; every fault with its field and a sentence. */
export function readPassage(typed: TypedPassage): Result<WithheldPassage, readonly FieldProblem[]> {
  const problems: FieldProblem[] = [];
  const { place } = typed;
  const words = place?.kind === 'words' ? place.words.trim() : '';
  if (place === null) problems.push({ field: 'words', message: '请填写要遮盖的词语，或者选定页面上的范围' });
  else if (place.kind === 'words' && words === '') problems.push({ field: 'words', message: '请填写要遮盖的词语' });
  else if (place.kind === 'words' && words.length > MAX_WORDS)
    problems.push({ field: 'words', message: `要遮盖的词语不超过 ${MAX_WORDS} 个字，整段请用页面上的范围` });
  else if (place.kind === 'rectangle' && (place.right - place.left < 1 || place.bottom - place.top < 1))
    problems.push({ field: 'width', message: '范围太小，请填写大于 0 的宽和高' });
  const ground = SEVERANCE_GROUNDS.find(known => known === typed.ground);
  if (ground === undefined) problems.push({ field: 'ground', message: '请选择不予公开的理由依据' });
  const aspects = ground === undefined ? [] : severanceGround(ground).aspects;
  const aspect = typed.aspect === '' ? null : typed.aspect;
  if (aspect !== null && !aspects.includes(aspect))
    problems.push({ field: 'aspect', message: '所选的具体情形与依据不符，请重新选择' });
  const reason = typed.reason.trim();
  if (reason.length < MIN_REASON)
    problems.push({ field: 'reason', message: '请说明这一处为什么不能公开，《条例》第三十七条要求说明理由' });
  else if (reason.length > MAX_REASON)
    problems.push({ field: 'reason', message: `理由不超过 ${MAX_REASON} 个字，请精简` });
  if (problems.length > 0 || place === null || ground === undefined) return refuse(problems);
  return ok({ place: place.kind === 'words' ? { kind: 'words', words } : place, ground, aspect, reason });
}

/** The passages with one more; refuses a double and a crowd. */
export function withPassage(
  passages: readonly WithheldPassage[],
  added: WithheldPassage,
): Result<readonly WithheldPassage[], FieldProblem> {
  if (passages.length >= MAX_PASSAGES)
    return refuse({ field: 'words', message: `一份文件最多标记 ${MAX_PASSAGES} 处，请改为按词语遮盖` });
  const same = JSON.stringify(added.place);
  if (passages.some(({ place }) => JSON.stringify(place) === same))
    return refuse({ field: 'words', message: '这一处已经标记过' });
  return ok([...passages, added]);
}

/** The grounds that passages rest on, each once, in the order of the regulation. */
export const groundsOf = (passages: readonly WithheldPassage[]): readonly SeveranceGround[] =>
  SEVERANCE_GROUNDS.filter(ground => passages.some(passage => passage.ground === ground));

/** What the letter says of each ground: the article and the reasons, without the words withheld. */
export function severanceReasons(passages: readonly WithheldPassage[]): readonly string[] {
  return groundsOf(passages).map(ground => {
    const { citations, wording } = severanceGround(ground);
    const reasons = [...new Set(passages.filter(passage => passage.ground === ground).map(({ reason }) => reason))];
    return `根据${citationsText(citations)}，遮盖的内容${wording}：${reasons.join('；')}。`;
  });
}

/** What is looked at before a copy may be released, in the words of an officer. Mirrors CHECKS in src/platform/redaction/verification.ts. */
export const CHECK_LABEL = {
  'page-count': '页数与原件相同',
  'terms-covered': '要遮盖的词语每一处都在遮盖范围内（两种引擎分别查找）',
  'text-under-regions': '遮盖处没有留下文字（两种引擎分别提取）',
  'terms-in-text': '全文已查不到要遮盖的词语',
  'terms-in-bytes': '文件的全部数据（解压后逐项查找）中没有要遮盖的词语',
  'beside-the-pages': '没有留下文档属性、批注、附件、书签、表单、脚本和结构标记',
  'single-revision': '没有保留历史版本',
  'black-on-page': '遮盖处显示为全黑',
  'nothing-under-black': '黑块之下没有图像和线条',
  fonts: '字体中没有留下已删文字的字形说明',
  'text-outside': '遮盖处以外的文字没有变动',
  'look-outside': '遮盖处以外的版面没有变动',
} as const;
export type CheckName = keyof typeof CHECK_LABEL;

/** The result of a verification as it is kept. */
export type SeveranceReport = {
  readonly passed: boolean;
  readonly pages: number;
  readonly regions: number;
  readonly removedCharacters: number;
  readonly neighbours: readonly Leftover[];
  readonly picturedPages: readonly number[];
  /** Pages with a region. */
  readonly touchedPages: readonly number[];
  readonly discarded: Readonly<Record<string, number>> | null;
  readonly checks: readonly {
    readonly check: CheckName;
    readonly passed: boolean;
    readonly leftovers: readonly Leftover[];
  }[];
};
type Leftover = { readonly page: number | null; readonly what: string };

export const DISCARDED_LABEL: Readonly<Record<string, string>> = {
  properties: '文档属性',
  bookmarks: '书签',
  annotations: '批注和标记',
  attachments: '附件',
  fields: '表单域',
  scripts: '脚本',
  structure: '结构标记',
};

/** One severance of the record. */
export type Severance = {
  readonly id: SeveranceId;
  readonly original: OriginalFile;
  readonly passages: readonly WithheldPassage[];
  readonly released: ReleasedFile | null;
  readonly report: SeveranceReport;
  readonly madeAt: Temporal.Instant;
};
