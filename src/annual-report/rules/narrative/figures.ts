import type { SectionKey } from '../../../law/report-form/sections.ts';
import { SECTION_KEYS } from '../../../law/report-form/sections.ts';
import type { AnnualReport } from '../report.ts';
import { headTopicIn } from './claim.ts';
import { sentencesIn } from './clauses.ts';
import type { Sentence } from './clauses.ts';
import type { Figure, FigureKind, FigureScope } from './figure.ts';
import { foldedText } from './folded-text.ts';
import type { Topic } from './lexicon.ts';
import { listNumerals } from './numerals.ts';
import type { Setting } from './memory.ts';
import type { Numeral, NumeralKind } from './numerals.ts';
import { ownNamesOf } from './own-names.ts';
import type { OwnNames } from './own-names.ts';
import type { Statement } from './statement.ts';
import { statementsIn } from './statements.ts';
import { tieOf } from './tie.ts';

export type NarratedReport = Pick<AnnualReport, 'agency' | 'year' | 'edition' | 'sections' | 'cells'>;

/**
 * Every number in the preface and the six sections, once, in reading order, and every 「未收到…申请」 as 0: which cell it agrees
 * with or contradicts, or why it speaks of none. Each run of digits lies in the span of exactly one figure. Linear in the text.
 */
export function figuresOf(report: NarratedReport): readonly Figure[] {
  const scope = scopeOf(report.agency);
  return SECTION_KEYS.flatMap(section => {
    const text = report.sections[section];
    return text === null ? [] : figuresInSection(section, text, report, scope);
  });
}

const SECTION_TOPIC: Partial<Record<SectionKey, Topic>> = { '3': 'application' };

type AgencyScope = Pick<Setting, 'scope' | 'government'> & { readonly names: OwnNames };

/** A unit's figures are its own; a government office (政府办公室) may mean itself or the whole area. */
function scopeOf(agency: string | null): AgencyScope {
  const names = ownNamesOf(agency);
  if (agency === null) return { scope: 'unclear', government: false, names };
  if (/(?:人民政府|管理委员会|管委会)$/.test(agency)) return { scope: 'own', government: true, names };
  return { scope: /(?:政府|管委会)(?:办公室|办公厅|办)$/.test(agency) ? 'unclear' : 'own', government: false, names };
}

// A negation before something that the tables count; a paragraph with neither that nor a count says nothing of them.
const DENIAL = /[未无没零][^。\n]{0,40}?(?:申请|复议|诉讼|规章|规范性|许可|处罚|强制|收费|结转)/;
const HEADING_LENGTH = 40;

function figuresInSection(
  section: SectionKey,
  original: string,
  report: NarratedReport,
  scope: AgencyScope,
): readonly Figure[] {
  const text = foldedText(original);
  const numerals = listNumerals(text);
  const figures: Figure[] = [];
  let topic = SECTION_TOPIC[section] ?? null;
  let next = 0;
  for (let start = 0; start <= text.length;) {
    const stop = text.indexOf('\n', start);
    const end = stop < 0 ? text.length : stop;
    const first = next;
    while (next < numerals.length && numerals[next]!.start < end) next += 1;
    const inside = numerals.slice(first, next);
    const isHeading = end - start <= HEADING_LENGTH && !/[。；]/.test(text.slice(start, end));
    if (inside.some(isCounted) || isHeading || DENIAL.test(text.slice(start, end))) {
      const sentences = sentencesIn(text, start, end, numerals, first, scope.names);
      if (isHeading && !inside.some(({ kind }) => kind === 'count'))
        topic = topicOfHeading(sentences) ?? SECTION_TOPIC[section] ?? null;
      const statements = statementsIn(sentences, { section, topic, year: report.year, ...scope });
      for (const figure of figuresInParagraph(section, original, inside, statements, report)) figures.push(figure);
    } else for (const numeral of inside) figures.push(labelFigure(section, original, numeral));
    start = end + 1;
  }
  return figures;
}

/** A heading's topic when it names something that the tables count; 「主动公开」 names nothing that they do. */
function topicOfHeading(sentences: readonly Sentence[]): Topic | null {
  const cues = sentences.flatMap(({ clauses }) => clauses.flatMap(clause => clause.cues));
  return headTopicIn(cues, Number.POSITIVE_INFINITY, 0);
}

const isCounted = (numeral: Numeral) =>
  numeral.kind === 'count' || numeral.kind === 'money' || numeral.kind === 'approximate';

function figuresInParagraph(
  section: SectionKey,
  text: string,
  numerals: readonly Numeral[],
  statements: readonly Statement[],
  report: NarratedReport,
): readonly Figure[] {
  const labels = numerals.filter(numeral => !isCounted(numeral)).map(numeral => labelFigure(section, text, numeral));
  const counts = statements.flatMap(statement => {
    const { numeral } = statement;
    const tie = tieOf(statement, report);
    // 一个、一项 and the like are figures only where they count what a table counts.
    if (
      numeral.written === 'chinese' &&
      tie.kind !== 'form' &&
      /^[个项次类部家名人]/.test(numeral.unit) &&
      numeral.value <= 10
    )
      return [];
    return [{ ...figureOf(section, text, numeral, statement), ...tie }];
  });
  return [...labels, ...counts].sort((a, b) => a.span.start - b.span.start);
}

const LABEL_WHY = {
  count: '',
  approximate: '',
  money: '',
  ratio: '比率，不是数量',
  year: '年份',
  date: '日期',
  time: '时刻',
  duration: '期限、时长',
  'document-number': '文号',
  article: '条款号',
  ordinal: '序号',
  contact: '电话、邮编等联系方式',
  address: '门牌号',
  name: '名称中的数字',
} as const satisfies Record<NumeralKind, string>;

function labelFigure(section: SectionKey, text: string, numeral: Numeral): Figure {
  const kind = numeral.kind as FigureKind & NumeralKind;
  const around = { start: numeral.start - 8, end: numeral.after + 4, scope: 'unclear' as FigureScope };
  return { ...figureOf(section, text, numeral, around), kind, state: 'untied', why: LABEL_WHY[kind] };
}

const QUOTE_BEFORE = 30;
const QUOTE_AFTER = 12;

function figureOf(
  section: SectionKey,
  text: string,
  numeral: Numeral,
  around: { readonly start: number; readonly end: number; readonly scope: FigureScope },
) {
  const start = Math.max(around.start, numeral.start - QUOTE_BEFORE, 0);
  const end = Math.min(Math.max(around.end, numeral.after), numeral.after + QUOTE_AFTER, text.length);
  const words = text.slice(start, end);
  const quoted = words.trim();
  const quotedAt = start + words.indexOf(quoted);
  return {
    section,
    quote: quoted.replace(/\s+/g, ' '),
    value: numeral.value,
    span: { start: numeral.start, end: numeral.end },
    around: { start: quotedAt, end: quotedAt + quoted.length },
    unit: numeral.unit,
    scope: around.scope,
  };
}
