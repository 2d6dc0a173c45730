import { refuse, ok } from '../../../kernel/result.ts';
import type { Result } from '../../../kernel/result.ts';
import type { FieldProblem } from '../../../people/rules/refusal.ts';
import { DIAGRAM, DIAGRAM_PART } from '../../../publishing/rules/diagram.ts';
import type { Diagram } from '../../../publishing/rules/diagram.ts';
import type { DiagramProposal } from '../../../publishing/rules/propose-diagram.ts';
import { checkboxField } from '../../../views/form/choice-fields.ts';
import { valueOf, valuesOf } from '../../../views/form/form-state.ts';
import type { FormState, FormValues } from '../../../views/form/form-state.ts';
import { textArea } from '../../../views/form/text-area.ts';
import { textField } from '../../../views/form/text-field.ts';
import type { HtmlValue } from '../../../views/html/html.ts';
import { createActReader } from '../../case/act-reader.ts';

/** What is made of the fields. */
export const MADE = ['diagram', 'questions'] as const;
export type Made = (typeof MADE)[number];
const MADE_TEXT = { diagram: '图解', questions: '问答' } as const satisfies Record<Made, string>;

/** The form as it begins, with what the document says of itself. */
export function proposedValues({ dates, ...texts }: DiagramProposal, contact: string): FormValues {
  return { ...texts, dates: dates.map(({ when, text }) => `${when} ${text}`).join('\n'), contact, made: [...MADE] };
}

export function diagramFields(state: FormState): HtmlValue {
  return [
    textField(state, { name: 'title', label: '解读的是什么', required: true, maxLength: 120, autocomplete: 'off' }),
    textArea(state, {
      name: 'purpose',
      label: DIAGRAM_PART.purpose,
      rows: 2,
      limit: 400,
      hint: '用群众的话说要解决什么问题，不要照抄文件',
    }),
    textArea(state, { name: 'basis', label: DIAGRAM_PART.basis, rows: 2, limit: 400 }),
    textArea(state, { name: 'audience', label: DIAGRAM_PART.audience, rows: 2, limit: 400 }),
    textArea(state, {
      name: 'measures',
      label: DIAGRAM_PART.measures,
      required: true,
      rows: 6,
      hint: '一行一项：名称：说明。例如“送餐上门：行动不便的老年人可以预约送餐，每单补贴2元”',
    }),
    textArea(state, {
      name: 'figures',
      label: DIAGRAM_PART.figures,
      rows: 3,
      hint: '一行一个：数值 单位 说明。例如“4 元 每餐补贴”',
    }),
    textArea(state, {
      name: 'dates',
      label: DIAGRAM_PART.dates,
      rows: 3,
      hint: '一行一个：时间 说明。例如“2026年9月1日 开始施行”',
    }),
    textField(state, { name: 'contact', label: DIAGRAM_PART.contact, maxLength: 200, autocomplete: 'off' }),
    checkboxField(state, {
      name: 'made',
      label: '生成',
      required: true,
      choices: MADE.map(value => ({ value, text: MADE_TEXT[value] })),
    }),
  ];
}

export type ReadDiagram = { readonly diagram: Diagram; readonly made: readonly Made[] };

const oneLine = (text: string): string => text.replaceAll(/\s*[\n｜]\s*/gu, ' ').trim();

/** The fields as they were typed, or what is wrong with them. */
export function readDiagramForm(values: FormValues): Result<ReadDiagram, readonly FieldProblem[]> {
  const read = createActReader(values);
  const lines = (name: string) =>
    valueOf({ values }, name)
      .split('\n')
      .map(text => oneLine(text))
      .filter(text => text !== '');
  const measures = lines('measures').map(text => {
    const [title = '', ...rest] = text.split(/[：:]/u);
    return { title: title.trim(), text: rest.join('：').trim() };
  });
  if (measures.length === 0) read.refuse('measures', '请至少填写一项措施');
  if (measures.length > 20) read.refuse('measures', '措施最多20项，请归并');
  const long = measures.find(({ title }) => title === '' || title.length > 40);
  if (long !== undefined)
    read.refuse('measures', `“${(long.title || long.text).slice(0, 20)}”的名称应当有1至40个字，名称和说明用冒号分开`);
  const figures = lines('figures').map(text => {
    const [value = '', unit = '', ...rest] = text.split(/\s+/u);
    return { value, unit, text: rest.join(' ') };
  });
  if (figures.length > 8) read.refuse('figures', '数字最多8个，请选最重要的');
  if (
    figures.some(({ value, unit, text }) => !/\d/.test(value) || value.length > 12 || unit.length > 12 || text === '')
  )
    read.refuse('figures', '每行按“数值 单位 说明”填写，用空格分开');
  const dates = lines('dates').map(text => {
    const [when = '', ...rest] = text.split(/\s+/u);
    return { when, text: rest.join(' ') };
  });
  if (dates.length > 12) read.refuse('dates', '时间节点最多12个，请归并');
  if (dates.some(({ when, text }) => when.length > 30 || text === '' || text.length > 120))
    read.refuse('dates', '每行按“时间 说明”填写，用空格分开');
  const made = MADE.filter(one => valuesOf({ values }, 'made').includes(one));
  if (made.length === 0) read.refuse('made', '请选择生成图解还是问答');
  const texts = {
    title: oneLine(read.text('title', '解读的是什么', 120)),
    purpose: oneLine(read.optionalText('purpose', DIAGRAM_PART.purpose, 400) ?? ''),
    basis: oneLine(read.optionalText('basis', DIAGRAM_PART.basis, 400) ?? ''),
    audience: oneLine(read.optionalText('audience', DIAGRAM_PART.audience, 400) ?? ''),
    contact: oneLine(read.optionalText('contact', DIAGRAM_PART.contact, 200) ?? ''),
  };
  const problems = read.problems();
  if (problems.length > 0) return refuse(problems);
  const diagram = DIAGRAM.safeParse({ kind: 'diagram', ...texts, measures, figures, dates });
  return diagram.success
    ? ok({ diagram: diagram.data, made })
    : refuse([{ field: 'measures', message: '有一项措施的说明超过400个字，请精简' }]);
}
