import { z } from 'zod';

const LONGEST = 400;
/** One line; the bar parts the fields where a diagram is typed. */
const line = (longest = LONGEST) =>
  z
    .string()
    .trim()
    .max(longest)
    .regex(/^[^\n\r｜]*$/u);

/** 图解: a policy at a glance, as fields and never as a drawing. Every picture of it is made from these. */
export const DIAGRAM = z.strictObject({
  kind: z.literal('diagram'),
  /** What it explains, such as 老年助餐服务管理办法. */
  title: line(120).min(1),
  purpose: line(),
  basis: line(),
  audience: line(),
  measures: z
    .array(z.strictObject({ title: line(40).min(1), text: line() }))
    .max(20)
    .readonly(),
  /** Days or times in words, in their order. */
  dates: z
    .array(z.strictObject({ when: line(30).min(1), text: line(120) }))
    .max(12)
    .readonly(),
  /** Figures that stand out: a value, its unit, and what it counts. */
  figures: z
    .array(z.strictObject({ value: line(12).min(1), unit: line(12), text: line(60) }))
    .max(8)
    .readonly(),
  contact: line(200),
});

export type Diagram = z.infer<typeof DIAGRAM>;

/** The headings of a diagram's parts, as its pictures and its text have them. */
export const DIAGRAM_PART = {
  purpose: '为什么制定',
  basis: '依据是什么',
  audience: '适用于谁',
  figures: '关键数字',
  measures: '主要措施',
  dates: '时间节点',
  contact: '咨询方式',
} as const;

/** Everything that a diagram says, part by part: what is read where it is not seen. */
export function diagramText(diagram: Diagram): string {
  const { title, purpose, basis, audience, measures, dates, figures, contact } = diagram;
  const part = (key: keyof typeof DIAGRAM_PART, texts: readonly string[]) => {
    const said = texts.filter(text => text !== '');
    return said.length === 0 ? [] : [`${DIAGRAM_PART[key]}：${said.join('；')}`];
  };
  return [
    `图解：${title}`,
    ...part('purpose', [purpose]),
    ...part('basis', [basis]),
    ...part('audience', [audience]),
    ...part(
      'figures',
      figures.map(({ value, unit, text }) => `${text}${value}${unit}`),
    ),
    ...part(
      'measures',
      measures.map(({ title: name, text }, at) => `${at + 1}. ${name}${text === '' ? '' : `：${text}`}`),
    ),
    ...part(
      'dates',
      dates.map(({ when, text }) => `${when}，${text}`),
    ),
    ...part('contact', [contact]),
  ].join('\n');
}

const OPENING = ':::图解';
const CLOSING = ':::';
const LABEL = { purpose: '目的', basis: '依据', audience: '适用对象', contact: '咨询方式' } as const;
const SINGLE = Object.entries(LABEL) as readonly (readonly [keyof typeof LABEL, string])[];
const MEASURE = '措施';
const DATE = '节点';
const FIGURE = '数字';

/** A diagram as it is typed in a text: a line for each field, between two marks. `readDiagramLines` reads it back. */
export function diagramLines(diagram: Diagram): readonly string[] {
  const { measures, dates, figures } = diagram;
  return [
    `${OPENING} ${diagram.title}`,
    ...SINGLE.filter(([key]) => diagram[key] !== '').map(([key, label]) => `${label}：${diagram[key]}`),
    ...figures.map(({ value, unit, text }) => `${FIGURE}：${value}｜${unit}｜${text}`),
    ...measures.map(({ title, text }) => `${MEASURE}：${title}｜${text}`),
    ...dates.map(({ when, text }) => `${DATE}：${when}｜${text}`),
    CLOSING,
  ];
}

/** Whether a line begins a diagram. */
export const opensDiagram = (text: string): boolean => text.startsWith(OPENING);
/** Whether a line ends one. */
export const closesDiagram = (text: string): boolean => text.trim() === CLOSING;

/** The diagram of such lines, the mark at the end left out; undefined where they are none. */
export function readDiagramLines(lines: readonly string[]): Diagram | undefined {
  const [first = '', ...rest] = lines;
  if (!opensDiagram(first)) return undefined;
  const single: Record<keyof typeof LABEL, string> = { purpose: '', basis: '', audience: '', contact: '' };
  const measures: { title: string; text: string }[] = [];
  const dates: { when: string; text: string }[] = [];
  const figures: { value: string; unit: string; text: string }[] = [];
  for (const typed of rest) {
    const { label, value } = /^(?<label>[^：]{1,6})：(?<value>.*)$/u.exec(typed.trim())?.groups ?? {};
    if (label === undefined || value === undefined) return undefined;
    const [one = '', two = '', three = ''] = value.split('｜').map(text => text.trim());
    const key = SINGLE.find(([, name]) => name === label)?.[0];
    if (key !== undefined) single[key] = value.trim();
    else if (label === MEASURE) measures.push({ title: one, text: two });
    else if (label === DATE) dates.push({ when: one, text: two });
    else if (label === FIGURE) figures.push({ value: one, unit: two, text: three });
    else return undefined;
  }
  const title = first.slice(OPENING.length).trim();
  const read = DIAGRAM.safeParse({ kind: 'diagram', title, ...single, measures, dates, figures });
  return read.success ? read.data : undefined;
}
