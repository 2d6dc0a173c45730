import type { Publicity } from '../../../publishing/rules/publicity.ts';
import {
  PUBLICITY_END_LABEL,
  PUBLICITY_ENDS,
  PUBLICITY_UNIT_LABEL,
  PUBLICITY_UNITS,
} from '../../../publishing/rules/publicity.ts';
import { radioField } from '../../../views/form/choice-fields.ts';
import { dateField } from '../../../views/form/date-field.ts';
import { formSection } from '../../../views/form/form-page.ts';
import { valueOf } from '../../../views/form/form-state.ts';
import type { FormState, FormValues } from '../../../views/form/form-state.ts';
import { selectField } from '../../../views/form/select-field.ts';
import { textArea } from '../../../views/form/text-area.ts';
import { textField } from '../../../views/form/text-field.ts';
import { html } from '../../../views/html/html.ts';
import type { Html } from '../../../views/html/html.ts';
import type { ActReader } from '../../case/act-reader.ts';

const NONE = { publicityUnit: 'working-day', publicityEnd: 'remove' } as const;

/** A 公示 as the form shows it; with nothing typed there is none. */
export function publicityValues(publicity: Publicity | undefined): FormValues {
  if (publicity === undefined) return NONE;
  const { period, basis, objection, atEnd } = publicity;
  return {
    ...NONE,
    ...(period.kind === 'length'
      ? { publicityLength: String(period.length), publicityUnit: period.unit }
      : { publicityUntil: period.on.toString() }),
    publicityBasis: basis,
    publicityObjection: objection,
    publicityEnd: atEnd,
  };
}

const TYPED = ['publicityLength', 'publicityUntil', 'publicityBasis', 'publicityObjection'] as const;

const isTyped = (values: FormValues): boolean => TYPED.some(name => valueOf({ values }, name).trim() !== '');

function readPeriod(read: ActReader, values: FormValues): Publicity['period'] {
  const until = read.optionalDay('publicityUntil', '公示截止日期');
  const length = valueOf({ values }, 'publicityLength').trim();
  if (until !== null && length !== '') read.refuse('publicityUntil', '公示期限和公示截止日期只填一个');
  if (until !== null) return { kind: 'until', on: until };
  if (length === '') read.refuse('publicityLength', '请填写公示期限，或者公示截止日期');
  return {
    kind: 'length',
    length: length === '' ? 1 : read.whole('publicityLength', '公示期限', 1, 3660),
    unit: read.choice('publicityUnit', '公示期限的单位', PUBLICITY_UNITS),
  };
}

/** The 公示 that was typed; undefined where none was. */
export function readPublicity(read: ActReader, values: FormValues): Publicity | undefined {
  if (!isTyped(values)) return undefined;
  return {
    period: readPeriod(read, values),
    basis: read.text('publicityBasis', '公示依据', 150),
    objection: read.text('publicityObjection', '提出异议的方式', 300),
    atEnd: read.choice('publicityEnd', '公示期满以后', PUBLICITY_ENDS),
  };
}

/** The fields of a 公示; shown open where something is typed. */
export function publicityFields(state: FormState): Html {
  return formSection(
    '公示期',
    html`<details${isTyped(state.values) && html` open`}><summary>这是公示：限期公开，期满自动处理</summary>
<div class="field-grid">${textField(state, { name: 'publicityLength', label: '公示期限', type: 'number', width: 'short', hint: '自发布的次日起算' })}${selectField(
      state,
      {
        name: 'publicityUnit',
        label: '公示期限的单位',
        options: PUBLICITY_UNITS.map(value => ({ value, text: PUBLICITY_UNIT_LABEL[value] })),
      },
    )}${dateField(state, { name: 'publicityUntil', label: '或者公示截止日期', hint: '写明了截止日期的填这里，公示期限不填' })}</div>
${textField(state, { name: 'publicityBasis', label: '公示依据', hint: '规定公示的文件和条款；公示姓名等个人信息的必须有依据', autocomplete: 'off' })}
${textArea(state, { name: 'publicityObjection', label: '提出异议的方式', hint: '向谁、用什么方式；公示期间写在页面上方', rows: 2, limit: 300 })}
${radioField(state, { name: 'publicityEnd', label: '公示期满以后', choices: PUBLICITY_ENDS.map(value => ({ value, text: PUBLICITY_END_LABEL[value] })) })}</details>`,
    '个人信息的公开期限应当是达到目的所必要的最短时间（个人信息保护法第十九条）；期满由系统自动处理并记录。',
  );
}
