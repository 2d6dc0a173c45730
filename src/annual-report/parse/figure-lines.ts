import { ok, refuse } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';
import type { FigureKey } from '../rules/year-facts.ts';

/** Figures read from a file or an answer, and what in it was passed over, a sentence each. */
export type FiguresRead = {
  readonly figures: Readonly<Partial<Record<FigureKey, number>>>;
  readonly notes: readonly string[];
};

/** What the figures of the form are called in the tables of other systems, without spaces; the longer names come first. */
const NAMES: readonly (readonly [RegExp, FigureKey])[] = [
  [/^(?:行政)?许可(?:处理)?(?:决定)?(?:数量|件数|总数)?$/, 'table2.license.decisions'],
  [/^(?:行政)?处罚(?:处理)?(?:决定)?(?:数量|件数|总数)?$/, 'table2.penalty.decisions'],
  [/^(?:行政)?强制(?:处理)?(?:决定)?(?:数量|件数|总数)?$/, 'table2.coercion.decisions'],
  [/^(?:行政事业性)?收费(?:金额|总额)?(?:[（(](?:单位[：:])?万元[）)])?$/, 'table2.administrativeFee.amountWan'],
  [/^(?:主动公开|发布)信息(?:条数|数量)?$/, 'work.published'],
  [/^政策解读(?:件数|数量)?$/, 'work.interpretations'],
  [/^(?:业务)?培训(?:次数)?$/, 'work.trainings'],
  [/^(?:接受)?检查(?:次数)?$/, 'work.inspections'],
  [/^整改(?:问题)?(?:个数|数量)?$/, 'work.rectified'],
];

const keyOf = (label: string): FigureKey | undefined => NAMES.find(([name]) => name.test(label))?.[1];

const HALF_WIDTH = /[！-～]/g;
/** Width, blanks and separators of thousands make no difference. */
const plain = (text: string): string =>
  text
    .replaceAll(HALF_WIDTH, letter => String.fromCharCode(letter.charCodeAt(0) - 0xfee0))
    .replaceAll(/[\s　"]/g, '')
    .replaceAll('(', '（')
    .replaceAll(')', '）');

const NUMBER = /^\d{1,9}(?:\.\d{1,6})?$/;
const YUAN = /[（(](?:单位[：:])?元[）)]/;
const LONGEST = 20_000;
const MOST_NOTES = 20;

/** Fields of a line: cells of a sheet are parted by tabs, of CSV by commas; a comma in a number stands between three digits. */
const fieldsOf = (line: string): readonly string[] =>
  (line.includes('\t') ? line.split('\t') : line.split(/[,，;；](?!\d{3}(?!\d))/)).map(plain);

/**
 * The figures in the lines of a table: a name of the form (or what other systems call it) and behind it a number. Fees in 元 are
 * turned into 万元. Refuses where there is no figure, one twice with two values, and fees whose unit cannot be told apart from 元.
 */
export function readFigureLines(text: string): Result<FiguresRead, string> {
  const figures: Partial<Record<FigureKey, number>> = {};
  const notes: string[] = [];
  for (const line of text.slice(0, LONGEST).split('\n')) {
    const [label = '', ...rest] = fieldsOf(line);
    const isYuan = YUAN.test(label);
    const key = keyOf(isYuan ? label.replace(YUAN, '') : label);
    const values = rest.map(field => field.replaceAll(',', '')).filter(field => NUMBER.test(field));
    const [value] = values;
    if (key === undefined || value === undefined) {
      if (label !== '' && rest.some(field => field !== '') && notes.length < MOST_NOTES)
        notes.push(`“${label.slice(0, 30)}”这一行没有用上`);
      continue;
    }
    if (values.length > 1) return refuse(`“${label}”这一行有 ${values.length} 个数，分不清是哪一个；请只留本年的数`);
    const number = isYuan ? Math.round(Number(value) * 100) / 1_000_000 : Number(value);
    if (figures[key] !== undefined && figures[key] !== number)
      return refuse(`“${label}”有两个不同的数（${figures[key]} 和 ${number}）；请核对文件后重新导入`);
    figures[key] = number;
  }
  if (Object.keys(figures).length === 0)
    return refuse('没有读到可以填报的数据；请每行写一个项目名称和数量，例如“行政许可,12”');
  return ok({ figures, notes });
}

const FEED_KEYS = {
  license: 'table2.license.decisions',
  penalty: 'table2.penalty.decisions',
  coercion: 'table2.coercion.decisions',
  administrativeFee: 'table2.administrativeFee.amountWan',
} as const satisfies Record<string, FigureKey>;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * The figures in a JSON answer of the 双公示 system: `{ "year": 2025, "figures": { "license": 12, "penalty": 3 } }`; fees in 万元.
 * Refuses another year's, and what is no number of the form.
 */
export function readFigureJson(json: unknown, year: number): Result<FiguresRead, string> {
  if (!isRecord(json) || !isRecord(json['figures'])) return refuse('对方返回的数据没有 figures，请核对接口说明');
  if (json['year'] !== year)
    return refuse(`对方返回的是 ${String(json['year']).slice(0, 10)} 年的数据，不是 ${year} 年的`);
  const figures: Partial<Record<FigureKey, number>> = {};
  const notes: string[] = [];
  for (const [name, value] of Object.entries(json['figures'])) {
    const key = Object.hasOwn(FEED_KEYS, name) ? FEED_KEYS[name as keyof typeof FEED_KEYS] : undefined;
    if (key === undefined) {
      if (notes.length < MOST_NOTES) notes.push(`“${name.slice(0, 30)}”没有用上`);
      continue;
    }
    if (typeof value !== 'number' || !NUMBER.test(String(value))) return refuse(`对方返回的 ${name} 不是可以填报的数`);
    figures[key] = value;
  }
  return Object.keys(figures).length === 0 ? refuse('对方返回的数据里没有可以填报的数') : ok({ figures, notes });
}
