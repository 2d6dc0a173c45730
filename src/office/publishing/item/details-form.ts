import { CHANNEL_WAY_LABEL } from '../../../publishing/rules/guide.ts';
import type { Guide } from '../../../publishing/rules/guide.ts';
import type { Details } from '../../../publishing/rules/content.ts';
import { GAZETTE, issueText } from '../../../publishing/rules/gazette.ts';
import type { Gazette } from '../../../publishing/rules/gazette.ts';
import { INTERPRETATION_FORM_LABEL, INTERPRETATION_FORMS } from '../../../publishing/rules/interpretation.ts';
import type { ItemKind } from '../../../publishing/rules/item-kind.ts';
import type { Attachment } from '../../../publishing/rules/item-file.ts';
import { checkboxField, tickField } from '../../../views/form/choice-fields.ts';
import { dateField } from '../../../views/form/date-field.ts';
import { formSection } from '../../../views/form/form-page.ts';
import { valueOf, valuesOf } from '../../../views/form/form-state.ts';
import type { FormState, FormValues } from '../../../views/form/form-state.ts';
import { hiddenField } from '../../../views/form/hidden-field.ts';
import { selectField } from '../../../views/form/select-field.ts';
import { textArea } from '../../../views/form/text-area.ts';
import { textField } from '../../../views/form/text-field.ts';
import { html } from '../../../views/html/html.ts';
import type { HtmlValue } from '../../../views/html/html.ts';
import type { ActReader } from '../../case/act-reader.ts';

/** The fields that only items of a kind have: how they are shown, filled from an edition, and read. */
type DetailsForm<Kind extends Details['kind']> = {
  readonly fields: (state: FormState, attachments: readonly Attachment[]) => HtmlValue;
  readonly valuesOf: (details: Extract<Details, { kind: Kind }>) => FormValues;
  readonly read: (read: ActReader, values: FormValues) => Extract<Details, { kind: Kind }>;
};

const NORMATIVE: DetailsForm<'normative'> = {
  fields: state =>
    formSection(
      '规范性文件',
      html`${tickField(state, { name: 'normative', label: '这是行政规范性文件' })}
<div class="field-grid">${dateField(state, { name: 'effectiveOn', label: '施行日期', hint: '规范性文件必填' })}${dateField(state, { name: 'expiresOn', label: '有效期至', hint: '没有规定有效期的不填' })}</div>`,
      '规范性文件列入规范性文件库，按施行日期和有效期计算有效性，并计入年度报告。',
    ),
  valuesOf: ({ effectiveOn, expiresOn }) => ({
    normative: 'yes',
    effectiveOn: effectiveOn.toString(),
    expiresOn: expiresOn?.toString() ?? '',
  }),
  read: read => {
    const [effectiveOn, expiresOn] = [read.day('effectiveOn', '施行日期'), read.optionalDay('expiresOn', '有效期至')];
    if (expiresOn !== null && Temporal.PlainDate.compare(expiresOn, effectiveOn) < 0)
      read.refuse('expiresOn', '有效期至早于施行日期，请核对');
    return { kind: 'normative', effectiveOn, expiresOn };
  },
};

const INTERPRETATION: DetailsForm<'interpretation'> = {
  fields: state =>
    formSection(
      '解读',
      html`${checkboxField(state, {
        name: 'forms',
        label: '解读形式',
        required: true,
        choices: INTERPRETATION_FORMS.map(value => ({ value, text: INTERPRETATION_FORM_LABEL[value] })),
      })}<div class="field-grid">${textField(state, { name: 'interpreter', label: '解读人', width: 'middle', autocomplete: 'off' })}${textField(state, { name: 'telephone', label: '联系电话', width: 'middle', autocomplete: 'off' })}</div>`,
      '谁起草、谁解读。请在“相关文件”中用“解读”关联所解读的文件，两边会互相显示。',
    ),
  valuesOf: ({ forms, interpreter, telephone }) => ({ forms: [...forms], interpreter, telephone }),
  read: (read, values) => {
    const chosen = valuesOf({ values }, 'forms');
    const forms = INTERPRETATION_FORMS.filter(form => chosen.includes(form));
    if (forms.length === 0) read.refuse('forms', '请选择至少一种解读形式');
    return {
      kind: 'interpretation',
      forms,
      interpreter: read.optionalText('interpreter', '解读人', 50) ?? '',
      telephone: read.optionalText('telephone', '联系电话', 30) ?? '',
    };
  },
};

const LEADER: DetailsForm<'leader'> = {
  fields: (state, attachments) =>
    formSection('负责人', [
      textField(state, { name: 'post', label: '职务', required: true, width: 'middle', autocomplete: 'off' }),
      textArea(state, { name: 'duties', label: '分工', required: true, rows: 3, limit: 500 }),
      selectField(state, {
        name: 'portrait',
        label: '照片',
        hint: '先在“附件”中上传照片，保存后在这里选择。',
        unchosen: '没有照片',
        options: attachments
          .filter(({ mediaType }) => mediaType.startsWith('image/'))
          .map(({ id, name }) => ({ value: id, text: name })),
      }),
    ]),
  valuesOf: ({ post, duties, portrait }) => ({ post, duties, portrait: portrait ?? '' }),
  read: read => ({
    kind: 'leader',
    post: read.text('post', '职务', 50),
    duties: read.text('duties', '分工', 500),
    portrait: read.optionalText('portrait', '照片', 40),
  }),
};

const CALL_RESULT: DetailsForm<'call-result'> = {
  fields: state =>
    formSection('征集情况', [
      textField(state, {
        name: 'received',
        label: '收到意见',
        required: true,
        type: 'number',
        width: 'short',
        unit: '条',
      }),
      textField(state, {
        name: 'adopted',
        label: '采纳意见',
        required: true,
        type: 'number',
        width: 'short',
        unit: '条',
      }),
    ]),
  valuesOf: ({ received, adopted }) => ({ received: String(received), adopted: String(adopted) }),
  read: read => {
    const [received, adopted] = [
      read.whole('received', '收到意见', 0, 999_999),
      read.whole('adopted', '采纳意见', 0, 999_999),
    ];
    if (adopted > received) read.refuse('adopted', '采纳的意见多于收到的意见，请核对');
    return { kind: 'call-result', received, adopted };
  },
};

/** What an issue contains is put together at a page of its own: the form of the item only carries it along. */
const GAZETTE_FORM: DetailsForm<'gazette'> = {
  fields: state => {
    const gazette = findGazette(valueOf(state, 'gazette'));
    return formSection(
      '政府公报',
      gazette === undefined
        ? html`<p>公报在<a href="/office/publishing/gazette">政府公报</a>页面选择文件、编排目录。</p>`
        : html`<p>${issueText(gazette)}，刊载 ${gazette.contents.length} 件文件。</p>${hiddenField('gazette', valueOf(state, 'gazette'))}`,
    );
  },
  valuesOf: gazette => ({ gazette: JSON.stringify(gazette) }),
  read: (read, values) => {
    const gazette = findGazette(valueOf({ values }, 'gazette'));
    if (gazette !== undefined) return gazette;
    read.refuse('gazette', '公报没有期号和目录，请在“政府公报”页面编排');
    const nowhere = Temporal.PlainDate.from('2000-01-01');
    return { kind: 'gazette', year: 2000, number: 1, serial: null, from: nowhere, to: nowhere, contents: [] };
  },
};

function findGazette(text: string): Gazette | undefined {
  try {
    return GAZETTE.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}

type Part = { readonly name: string; readonly label: string; readonly rows?: number };

const OPENING: readonly Part[] = [
  { name: 'classification', label: '政府信息的分类', rows: 3 },
  { name: 'arrangement', label: '编排体系', rows: 3 },
  { name: 'access', label: '获取方式', rows: 3 },
];
const PROACTIVE: readonly Part[] = [
  { name: 'scope', label: '主动公开的范围', rows: 3 },
  { name: 'channels', label: '主动公开的渠道', rows: 2 },
  { name: 'period', label: '主动公开的时限', rows: 2 },
];
const ON_APPLICATION: readonly Part[] = [
  { name: 'acceptedBy', label: '受理机构' },
  { name: 'period', label: '办理时限', rows: 2 },
  { name: 'fees', label: '收费', rows: 2 },
];
const OFFICE: readonly Part[] = [
  { name: 'name', label: '工作机构的名称' },
  { name: 'address', label: '办公地址' },
  { name: 'hours', label: '办公时间' },
  { name: 'telephone', label: '联系电话' },
  { name: 'fax', label: '传真号码' },
  { name: 'online', label: '互联网联系方式' },
  { name: 'postcode', label: '邮政编码' },
];
const OVERSIGHT: readonly Part[] = [
  { name: 'body', label: '监督投诉的机关' },
  { name: 'telephone', label: '监督投诉的电话' },
  { name: 'address', label: '监督投诉的地址' },
];
const WAYS = Object.keys(CHANNEL_WAY_LABEL) as readonly Guide['onApplication']['channels'][number]['way'][];

const partFields = (state: FormState, prefix: string, parts: readonly Part[]) =>
  parts.map(({ name, label, rows }) => {
    const field = { name: `${prefix}-${name}`, label };
    return rows === undefined
      ? textField(state, { ...field, autocomplete: 'off' })
      : textArea(state, { ...field, rows });
  });

const partValues = (prefix: string, texts: Readonly<Record<string, unknown>>): FormValues =>
  Object.fromEntries(
    Object.entries(texts).flatMap(([name, text]) => (typeof text === 'string' ? [[`${prefix}-${name}`, text]] : [])),
  );

const LONGEST_PART = 3000;

function readParts<Name extends string>(
  read: ActReader,
  prefix: string,
  parts: readonly (Part & { readonly name: Name })[],
): Record<Name, string> {
  const entries = parts.map(({ name, label }) => [
    name,
    read.optionalText(`${prefix}-${name}`, label, LONGEST_PART) ?? '',
  ]);
  return Object.fromEntries(entries) as Record<Name, string>;
}

const GUIDE_FORM: DetailsForm<'guide'> = {
  fields: state => [
    formSection(
      '公开指南：概述',
      partFields(state, 'guide', OPENING),
      '公开指南应当写明的内容（条例第十二条）缺少的，发布前检查会逐项提示；确实没有的写“无”。',
    ),
    formSection('公开指南：主动公开', partFields(state, 'proactive', PROACTIVE)),
    formSection('公开指南：依申请公开', [
      ...partFields(state, 'application', ON_APPLICATION),
      ...WAYS.map(way =>
        textField(state, {
          name: `way-${way}`,
          label: `接收申请的渠道：${CHANNEL_WAY_LABEL[way]}`,
          hint: '写明地址、号码或者网址；不开通的不填',
          autocomplete: 'off',
        }),
      ),
    ]),
    formSection('公开指南：工作机构', partFields(state, 'office', OFFICE)),
    formSection('公开指南：监督保障', partFields(state, 'oversight', OVERSIGHT)),
  ],
  valuesOf: ({ guide }) => ({
    ...partValues('guide', guide),
    ...partValues('proactive', guide.proactive),
    ...partValues('application', guide.onApplication),
    ...Object.fromEntries(guide.onApplication.channels.map(({ way, how }) => [`way-${way}`, how])),
    ...partValues('office', guide.office),
    ...partValues('oversight', guide.oversight),
  }),
  read: read => ({
    kind: 'guide',
    guide: {
      ...(readParts(read, 'guide', OPENING) as Pick<Guide, 'classification' | 'arrangement' | 'access'>),
      proactive: readParts(read, 'proactive', PROACTIVE) as Guide['proactive'],
      onApplication: {
        ...(readParts(read, 'application', ON_APPLICATION) as Pick<
          Guide['onApplication'],
          'acceptedBy' | 'period' | 'fees'
        >),
        channels: WAYS.flatMap(way => {
          const how = read.optionalText(`way-${way}`, CHANNEL_WAY_LABEL[way], LONGEST_PART);
          return how === null ? [] : [{ way, how }];
        }),
      },
      office: readParts(read, 'office', OFFICE) as Guide['office'],
      oversight: readParts(read, 'oversight', OVERSIGHT) as Guide['oversight'],
    },
  }),
};

/** The fields of a kind; nothing where it has none of its own. */
export function detailsFields(kind: ItemKind, state: FormState, attachments: readonly Attachment[]): HtmlValue {
  switch (kind) {
    case 'document':
      return NORMATIVE.fields(state, attachments);
    case 'interpretation':
      return INTERPRETATION.fields(state, attachments);
    case 'guide':
      return GUIDE_FORM.fields(state, attachments);
    case 'leader':
      return LEADER.fields(state, attachments);
    case 'call-result':
      return CALL_RESULT.fields(state, attachments);
    case 'gazette':
      return GAZETTE_FORM.fields(state, attachments);
    case 'news':
    case 'notice':
    case 'data':
    case 'system-document':
    case 'organisation':
    case 'catalogue-entry':
    case 'annual-report':
    case 'budget':
      return null;
  }
}

/** What an edition says in those fields. */
export function detailsValues(details: Details): FormValues {
  switch (details.kind) {
    case 'none':
      return {};
    case 'normative':
      return NORMATIVE.valuesOf(details);
    case 'interpretation':
      return INTERPRETATION.valuesOf(details);
    case 'guide':
      return GUIDE_FORM.valuesOf(details);
    case 'leader':
      return LEADER.valuesOf(details);
    case 'call-result':
      return CALL_RESULT.valuesOf(details);
    case 'gazette':
      return GAZETTE_FORM.valuesOf(details);
  }
}

/** What was typed in those fields; the reader keeps what cannot be used. */
export function readDetails(kind: ItemKind, read: ActReader, values: FormValues): Details {
  if (kind === 'document')
    return valueOf({ values }, 'normative') === 'yes' ? NORMATIVE.read(read, values) : { kind: 'none' };
  if (kind === 'interpretation') return INTERPRETATION.read(read, values);
  if (kind === 'guide') return GUIDE_FORM.read(read, values);
  if (kind === 'leader') return LEADER.read(read, values);
  if (kind === 'gazette') return GAZETTE_FORM.read(read, values);
  return kind === 'call-result' ? CALL_RESULT.read(read, values) : { kind: 'none' };
}
