import { INPUTS } from '../../applications/rules/letters/letter-inputs.ts';
import type { InputFacts, InputKey } from '../../applications/rules/letters/letter-inputs.ts';
import type { LetterKind } from '../../applications/rules/letters/letter-kinds.ts';
import { letterRuleOf } from '../../applications/rules/letters/letter-rules.ts';
import { FINDING_LABEL, WITHHOLDING_GROUNDS } from '../../applications/rules/reply.ts';
import type { WithholdingGround } from '../../applications/rules/reply.ts';
import { chineseNumeral } from '../../law/citation.ts';
import type { Citation } from '../../law/citation.ts';
import { WITHHOLDING } from '../../law/grounds.ts';
import { TABLE_THREE_LABEL } from '../../law/report-form/table-three.ts';
import { radioField } from '../../views/form/choice-fields.ts';
import { dateField } from '../../views/form/date-field.ts';
import { submitButton } from '../../views/form/form-buttons.ts';
import { formSection } from '../../views/form/form-page.ts';
import { valueOf } from '../../views/form/form-state.ts';
import type { FormState } from '../../views/form/form-state.ts';
import { hiddenField } from '../../views/form/hidden-field.ts';
import { selectField } from '../../views/form/select-field.ts';
import { textArea } from '../../views/form/text-area.ts';
import { textField } from '../../views/form/text-field.ts';
import { html } from '../../views/html/html.ts';
import type { Html } from '../../views/html/html.ts';
import { FINDING_KINDS, fieldOf, findingPrefix, passageField } from './draft-form.ts';

/** 第十四条, of the articles that a ground rests on the one that it is told by. */
const articleOf = (ground: WithholdingGround): string => {
  const articles: readonly Citation[] = WITHHOLDING[ground].citations;
  const own = articles.flatMap(({ article }) => article ?? []).find(article => article >= 14 && article <= 16);
  return own === undefined ? '' : `（《条例》第${chineseNumeral(own)}条）`;
};

const GROUND_OPTIONS = WITHHOLDING_GROUNDS.map(ground => ({
  value: ground,
  text: `${TABLE_THREE_LABEL[`withheld.${ground}`].replace(/^\d+\./, '')}${articleOf(ground)}`,
}));

/** 必填 is said where the law demands the part: its field is one of the rule's required ones. */
const isRequired = (kind: LetterKind, name: string): boolean =>
  letterRuleOf(kind).required.some(({ fields, need }) => need === 'always' && fields.includes(name));

function passageFields(state: FormState, prefix: string): Html {
  const typed = Number(valueOf(state, `${prefix}passage-count`));
  const count = Math.max(1, Number.isInteger(typed) ? typed : 1);
  const one = (index: number) =>
    formSection(
      `不予公开的第 ${index + 1} 处`,
      html`${textField(state, {
        name: passageField(prefix, index, 'passage'),
        label: '哪一处',
        hint: '写位置和种类，不写被遮盖的内容，如：第2页第3段的身份证号码',
        required: true,
      })}${selectField(state, {
        name: passageField(prefix, index, 'ground'),
        label: '情形',
        options: GROUND_OPTIONS,
      })}${textField(state, {
        name: passageField(prefix, index, 'aspect'),
        label: '具体情形',
        hint: '法条列举的哪一种，如：个人隐私；没有列举的不填',
        width: 'middle',
      })}${textField(state, {
        name: passageField(prefix, index, 'lawNamed'),
        label: '另行依据的法律、行政法规',
        hint: '法律、行政法规禁止公开的，写明名称和条款',
      })}${textArea(state, {
        name: passageField(prefix, index, 'reasons'),
        label: '理由',
        rows: 3,
        required: true,
      })}`,
    );
  return html`${hiddenField(`${prefix}passage-count`, count)}${Array.from({ length: count }, (_, index) => one(index))}
<p>${submitButton({ text: '再加一处', look: 'plain', name: 'then', value: `add-passage:${prefix}` })}</p>
`;
}

function inputField(state: FormState, kind: LetterKind, prefix: string, key: InputKey): Html {
  const { form, name: label, hint }: InputFacts = INPUTS[key];
  const name = fieldOf(prefix, key);
  const facts = { name, label, hint, required: isRequired(kind, label) };
  switch (form) {
    case 'line':
      return textField(state, facts);
    case 'text':
      return textArea(state, { ...facts, rows: 3 });
    case 'number':
      return textField(state, { ...facts, type: 'number', width: 'short' });
    case 'day':
      return dateField(state, facts);
    case 'list':
      return textArea(state, { ...facts, hint: `${hint}；每项一行`, rows: 4 });
    case 'ground':
      return selectField(state, { ...facts, required: true, unchosen: '请选择', options: GROUND_OPTIONS });
    case 'passages':
      return passageFields(state, prefix);
  }
}

function findingFields(state: FormState): Html {
  const typed = Number(valueOf(state, 'finding-count'));
  const count = Math.max(2, Number.isInteger(typed) ? typed : 2);
  const one = (index: number) => {
    const prefix = findingPrefix(index);
    const kind = FINDING_KINDS.find(candidate => candidate === valueOf(state, `${prefix}kind`));
    return formSection(
      `第 ${index} 项答复`,
      html`${textField(state, { name: fieldOf(prefix, 'about'), label: '针对哪一项内容', required: true })}${selectField(
        state,
        {
          name: `${prefix}kind`,
          label: '答复种类',
          required: true,
          unchosen: '请选择，再点“填写这一项”',
          options: FINDING_KINDS.map(value => ({ value, text: FINDING_LABEL[value] })),
        },
      )}${
        kind === undefined
          ? html`<p>${submitButton({ text: '填写这一项', look: 'plain', name: 'then', value: 'show-findings' })}</p>`
          : letterRuleOf(kind)
              .inputs.filter(key => key !== 'attachments')
              .map(key => inputField(state, kind, prefix, key))
      }`,
    );
  };
  return html`${hiddenField('finding-count', count)}<p class="quiet">第一项是主要的答复；各项都不能提供的，年度报告按第一项统计。</p>
${Array.from({ length: count }, (_, index) => one(index + 1))}
<p>${submitButton({ text: '再加一项', look: 'plain', name: 'then', value: 'add-finding' })}</p>
`;
}

function recipientFields(state: FormState, addressee: 'third-party' | 'agency'): Html {
  return formSection(
    '发给谁',
    html`${textField(state, {
      name: 'recipientName',
      label: addressee === 'agency' ? '机关全称' : '姓名或者名称',
      required: true,
      width: 'middle',
    })}${
      addressee === 'third-party' &&
      radioField(state, {
        name: 'recipientIsPerson',
        label: '第三方是',
        inline: true,
        choices: [
          { value: 'yes', text: '个人' },
          { value: 'no', text: '单位' },
        ],
      })
    }${textField(state, { name: 'recipientContact', label: '联系方式', width: 'middle' })}${textField(state, {
      name: 'recipientAddress',
      label: '地址',
    })}`,
    '只有经办本件的人员能看到；不写进公开的任何页面。',
  );
}

/** Everything of a letter that an officer fills in; the rest comes from the record, the template and the law. */
export function draftFields(state: FormState, kind: LetterKind): Html {
  const { addressee, inputs, remedy } = letterRuleOf(kind);
  return html`${addressee !== 'applicant' && recipientFields(state, addressee)}${
    kind === 'several-findings' && findingFields(state)
  }${inputs.map(key => inputField(state, kind, '', key))}${kind === 'fee-notice' && inputField(state, kind, '', 'pages')}${
    remedy === 'told' &&
    radioField(state, {
      name: 'servedOnline',
      label: '送达方式',
      hint: '网上送达的，救济告知中写明网上申请行政复议的渠道',
      inline: true,
      choices: [
        { value: 'no', text: '邮寄或者当面' },
        { value: 'yes', text: '网上' },
      ],
    })
  }`;
}
