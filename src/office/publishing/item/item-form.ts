import type { AgencyCode } from '../../../people/rules/agency.ts';
import { columnPath, columnTree } from '../../../publishing/rules/column.ts';
import type { Column, ColumnNode } from '../../../publishing/rules/column.ts';
import { RELATION_LABEL, RELATIONS } from '../../../publishing/rules/content.ts';
import type { Content, Relation } from '../../../publishing/rules/content.ts';
import { gatheredBy } from '../../../publishing/rules/gazette.ts';
import type { AttachmentId, ColumnCode, ItemId } from '../../../publishing/rules/ids.ts';
import { GENRES, ITEM_KIND_LABEL } from '../../../publishing/rules/item-kind.ts';
import type { ItemKind } from '../../../publishing/rules/item-kind.ts';
import type { Attachment } from '../../../publishing/rules/item-file.ts';
import { joinDiagrams } from '../../../publishing/rules/diagram-blocks.ts';
import { isTheme, THEME_NAMES } from '../../../publishing/rules/themes.ts';
import { ACCEPTED_EXTENSIONS, MAX_UPLOAD_BYTES } from '../../../platform/files/upload-kind.ts';
import { dateField } from '../../../views/form/date-field.ts';
import { fileField } from '../../../views/form/file-field.ts';
import { formSection } from '../../../views/form/form-page.ts';
import { valueOf, valuesOf } from '../../../views/form/form-state.ts';
import type { FormState, FormValues } from '../../../views/form/form-state.ts';
import { hiddenField } from '../../../views/form/hidden-field.ts';
import { selectField } from '../../../views/form/select-field.ts';
import { textArea } from '../../../views/form/text-area.ts';
import { textField } from '../../../views/form/text-field.ts';
import { html } from '../../../views/html/html.ts';
import type { Html, HtmlValue } from '../../../views/html/html.ts';
import { createActReader } from '../../case/act-reader.ts';
import type { FieldProblem } from '../../../people/rules/refusal.ts';
import { refuse, ok } from '../../../kernel/result.ts';
import type { Result } from '../../../kernel/result.ts';
import { markedText, readMarkedText } from '../body/marked-text.ts';
import { readBodyHtml } from '../../../publishing/parse/read-body-html.ts';
import { detailsFields, detailsValues, readDetails } from './details-form.ts';
import { publicityFields, publicityValues, readPublicity } from './publicity-form.ts';

/** Relations that an officer enters; what an issue of the 公报 gathers follows from its contents. */
const TYPED_RELATIONS = RELATIONS.filter(relation => relation !== 'gathers');
/** Lines for 相关文件 on the form. */
const RELATION_LINES = 6;
const PERIOD_UNITS = [
  { value: 'working-day', text: '个工作日' },
  { value: 'natural-day', text: '日（自然日）' },
] as const;

export type ItemFormContext = {
  readonly kind: ItemKind;
  readonly agency: AgencyCode;
  readonly columns: readonly Column[];
  /** Every file kept for the item. */
  readonly attachments: readonly Attachment[];
};

const linesOf = (text: string) =>
  text
    .split(/[\n、，,;；]/)
    .map(part => part.trim())
    .filter(part => part !== '');

/** An edition as the form shows it. `references` gives what other items are called in the form. */
export function itemValues(content: Content, references: ReadonlyMap<ItemId, string>): FormValues {
  const { otherPeriod } = content;
  return {
    title: content.title,
    column: content.column,
    genre: content.genre ?? '',
    theme: content.theme ?? '',
    documentNumber: content.documentNumber ?? '',
    issuer: content.issuer,
    jointIssuers: content.jointIssuers.join('\n'),
    madeOn: content.madeOn?.toString() ?? '',
    formedOn: content.formedOn.toString(),
    periodLength: otherPeriod === null ? '' : String(otherPeriod.length),
    periodUnit: otherPeriod?.unit ?? 'working-day',
    periodBasis: otherPeriod?.basis ?? '',
    source: content.source,
    author: content.author ?? '',
    keywords: content.keywords.join('，'),
    summary: content.summary ?? '',
    body: markedText(content.body),
    attachment: content.attachments.map(({ id }) => id),
    ...Object.fromEntries(content.attachments.map(({ id, title }) => [`title-${id}`, title])),
    ...Object.fromEntries(
      content.relations.flatMap(({ relation, to }, index) => [
        [`relation-${index}`, relation],
        [`related-${index}`, references.get(to) ?? to],
      ]),
    ),
    ...detailsValues(content.details),
    ...publicityValues(content.publicity),
  };
}

/** What was typed as 相关文件: the lines that name something. */
export function typedRelations(values: FormValues): readonly { readonly line: number; readonly text: string }[] {
  return Array.from({ length: RELATION_LINES }, (_, line) => ({
    line,
    text: valueOf({ values }, `related-${line}`).trim(),
  })).filter(({ text }) => text !== '');
}

/** The values with the body as marked text, wherever it was typed: the editor sends markup, the plain form marked text. */
export function withTypedBody(values: FormValues): FormValues {
  const { bodyHtml, ...others } = values;
  if (typeof bodyHtml !== 'string' || bodyHtml.trim() === '') return others;
  return { ...others, body: markedText(joinDiagrams(readBodyHtml(bodyHtml).body)) };
}

function readAttachments(values: FormValues, read: ReturnType<typeof createActReader>, known: readonly Attachment[]) {
  const removed = new Set(valuesOf({ values }, 'remove'));
  return valuesOf({ values }, 'attachment').flatMap(id => {
    const attachment = known.find(one => one.id === id);
    if (attachment === undefined || removed.has(id)) return [];
    return [{ id: id as AttachmentId, title: read.text(`title-${id}`, `附件“${attachment.name}”的名称`, 150) }];
  });
}

/** The content that a form says, or what is wrong with it. `related` gives the items named as 相关文件 by what was typed. */
export function readItem(
  values: FormValues,
  { kind, columns, attachments }: ItemFormContext,
  related: ReadonlyMap<string, ItemId>,
): Result<Content, readonly FieldProblem[]> {
  const read = createActReader(values);
  const column = columns.find(({ code }) => code === valueOf({ values }, 'column'));
  if (column === undefined) read.refuse('column', '请选择栏目');
  const theme = read.optionalText('theme', '主题分类');
  if (theme !== null && !isTheme(theme)) read.refuse('theme', '请在列表中选择主题分类');
  const genre = valueOf({ values }, 'genre');
  const keywords = linesOf(valueOf({ values }, 'keywords'));
  if (keywords.length > 10) read.refuse('keywords', '主题词最多10个，请精简');
  if (keywords.some(word => word.length > 20)) read.refuse('keywords', '每个主题词最多20个字，请精简');
  const [madeOn, formedOn] = [read.optionalDay('madeOn', '成文日期'), read.day('formedOn', '公开时限基准日')];
  const hasPeriod = valueOf({ values }, 'periodLength').trim() !== '';
  const typed = typedRelations(values).flatMap(({ line, text }) => {
    const to = related.get(text);
    const relation = read.choice<Relation>(`relation-${line}`, `与“${text.slice(0, 30)}”的关系`, TYPED_RELATIONS);
    if (to === undefined)
      read.refuse(`related-${line}`, `没有找到“${text.slice(0, 60)}”，请填已有信息的文号、索引号或者本门户的网址`);
    return to === undefined ? [] : [{ relation, to }];
  });
  const body = readMarkedText(valueOf({ values }, 'body'));
  const details = readDetails(kind, read, values);
  // What an issue gathers is what its table of contents names, however many there are.
  const relations = details.kind === 'gazette' ? gatheredBy(details) : typed;
  const publicity = readPublicity(read, values);
  const content: Content = {
    title: read.text('title', '标题', 200),
    column: (column?.code ?? '') as ColumnCode,
    genre: GENRES.find(one => one === genre) ?? null,
    theme,
    documentNumber: read.optionalText('documentNumber', '发文字号', 60),
    issuer: read.text('issuer', '发文机关', 100),
    jointIssuers: linesOf(valueOf({ values }, 'jointIssuers')).map(name => name.slice(0, 100)),
    madeOn,
    formedOn,
    otherPeriod: hasPeriod
      ? {
          length: read.whole('periodLength', '另有规定的期限', 1, 366),
          unit: read.choice(
            'periodUnit',
            '期限的单位',
            PERIOD_UNITS.map(({ value }) => value),
          ),
          basis: read.text('periodBasis', '另有规定的依据', 100),
        }
      : null,
    source: read.text('source', '信息来源', 100),
    author: read.optionalText('author', '责任编辑', 30),
    keywords,
    summary: read.optionalText('summary', '内容概述', 300),
    body,
    attachments: readAttachments(values, read, attachments),
    relations,
    details,
    ...(publicity !== undefined && { publicity }),
  };
  const problems = read.problems();
  return problems.length === 0 ? ok(content) : refuse(problems);
}

function columnOptions(
  nodes: readonly ColumnNode[],
  depth = 0,
): readonly { readonly value: string; readonly text: string }[] {
  return nodes.flatMap(({ column, children }) => [
    { value: column.code, text: `${'　'.repeat(depth)}${column.name}` },
    ...columnOptions(children, depth + 1),
  ]);
}

function metadataSection(state: FormState, { kind, columns }: ItemFormContext): Html {
  const isDocument = kind === 'document' || kind === 'system-document' || kind === 'notice';
  return formSection(
    '基本信息',
    html`${textField(state, { name: 'title', label: kind === 'leader' ? '姓名' : '标题', required: true, maxLength: 200, autocomplete: 'off' })}
<div class="field-grid">${selectField(state, { name: 'column', label: '栏目', required: true, unchosen: '请选择', options: columnOptions(columnTree(columns)) })}${selectField(
      state,
      {
        name: 'theme',
        label: '主题分类',
        unchosen: '请选择',
        options: THEME_NAMES.map(value => ({ value, text: value })),
      },
    )}${isDocument && selectField(state, { name: 'genre', label: '体裁（文种）', unchosen: '无', options: GENRES.map(value => ({ value, text: value })) })}${
      isDocument &&
      textField(state, {
        name: 'documentNumber',
        label: '发文字号',
        hint: '例如 晴政办发〔2026〕3号',
        width: 'middle',
        autocomplete: 'off',
      })
    }${textField(state, { name: 'issuer', label: '发文机关', required: true, autocomplete: 'off' })}${textField(state, { name: 'source', label: '信息来源', required: true, autocomplete: 'off' })}${dateField(
      state,
      { name: 'madeOn', label: '成文日期' },
    )}${dateField(state, {
      name: 'formedOn',
      label: '公开时限基准日',
      required: true,
      hint: '信息形成或者变更之日；自此二十个工作日内公开',
    })}${textField(state, { name: 'author', label: '责任编辑', width: 'middle', autocomplete: 'off' })}${textField(state, { name: 'keywords', label: '主题词', hint: '用逗号分开，最多10个', autocomplete: 'off' })}</div>
<details${(valueOf(state, 'jointIssuers') !== '' || valueOf(state, 'periodLength') !== '' || valueOf(state, 'summary') !== '') && html` open`}><summary>更多：联合发文机关、内容概述、另有规定的公开期限</summary>
${textArea(state, { name: 'jointIssuers', label: '联合发文机关', hint: '一行一个', rows: 2 })}${textArea(state, { name: 'summary', label: '内容概述', hint: '不填的，取正文开头', rows: 3, limit: 300 })}
<div class="field-grid">${textField(state, { name: 'periodLength', label: '法律、法规另有规定的公开期限', type: 'number', width: 'short' })}${selectField(state, { name: 'periodUnit', label: '期限的单位', options: [...PERIOD_UNITS] })}${textField(state, { name: 'periodBasis', label: '另有规定的依据', autocomplete: 'off' })}</div></details>`,
  );
}

function attachmentsSection(state: FormState, { attachments }: ItemFormContext): Html {
  const named = valuesOf(state, 'attachment');
  const removed = valuesOf(state, 'remove');
  const rows = named.flatMap(id => attachments.find(one => one.id === id) ?? []);
  return formSection(
    '附件',
    html`${rows.map(
      ({ id, name, mediaType }) => html`<div class="attachment-line">
${hiddenField('attachment', id)}${textField(state, { name: `title-${id}`, label: `名称（${name}）`, required: true, maxLength: 150, autocomplete: 'off' })}
<div class="choice"><input type="checkbox" id="remove-${id}" name="remove" value="${id}"${removed.includes(id) && html` checked`}><label for="remove-${id}">移除</label></div>
${mediaType.startsWith('image/') && html`<p class="quiet">放进正文：<code>![图片说明](${id})</code></p>`}</div>
`,
    )}${fileField(state, { name: 'files', label: '添加附件', accept: ACCEPTED_EXTENSIONS, maxMegabytes: MAX_UPLOAD_BYTES / 1024 / 1024, several: true })}`,
    '提交前会检查附件里的个人信息、密级标志和隐藏内容。',
  );
}

function relationsSection(state: FormState): Html {
  const typed = Array.from({ length: RELATION_LINES }, (_, line) => line).filter(
    line => valueOf(state, `related-${line}`) !== '',
  ).length;
  return formSection(
    '相关文件',
    html`${Array.from({ length: Math.min(RELATION_LINES, typed + 2) }, (_, line) => line).map(
      line => html`<div class="field-grid">${selectField(state, {
        name: `relation-${line}`,
        label: `关系 ${line + 1}`,
        width: 'middle',
        options: TYPED_RELATIONS.map(value => ({ value, text: RELATION_LABEL[value] })),
      })}${textField(state, { name: `related-${line}`, label: `文件 ${line + 1}`, autocomplete: 'off' })}</div>
`,
    )}`,
    '填所关联信息的文号、索引号或者本门户的网址；解读必须关联所解读的文件。',
  );
}

const MARKS = html`<details><summary>正文的写法</summary>
<ul><li>一行是一段。<code># 一、总体要求</code> 是标题，<code>##</code>、<code>###</code> 是下级标题。</li>
<li><code>- 甲</code> 是列表，<code>+ 先</code> 是编号列表，<code>&gt;&gt; 落款</code> 靠右，<code>&gt;&lt; 居中</code> 居中。</li>
<li>表格一行一行写：<code>| !项目 | !金额 |</code>，带 ! 的是表头；<code>&lt;</code> 与左格合并，<code>^</code> 与上格合并；<code>|+ 表名</code> 写在表格上面。</li>
<li><code>**重点**</code> 加粗，<code>[文字](网址)</code> 是链接。</li></ul></details>`;

function bodySection(state: FormState, editor: Html): Html {
  return formSection('内容', html`${textArea(state, { name: 'body', label: '正文', rows: 20, hint: MARKS })}${editor}`);
}

/** All fields of an item's form. `editor` is what the script builds its editor from. */
export function itemFields(state: FormState, context: ItemFormContext, editor: Html): HtmlValue {
  return [
    metadataSection(state, context),
    detailsFields(context.kind, state, context.attachments),
    bodySection(state, editor),
    attachmentsSection(state, context),
    context.kind !== 'gazette' && relationsSection(state),
    publicityFields(state),
  ];
}

/** 政策文件 · 规范性文件: what kind of item and where. */
export function placeText(kind: ItemKind, columns: readonly Column[], code: ColumnCode): string {
  const path = columnPath(columns, code).map(({ name }) => name);
  return [ITEM_KIND_LABEL[kind], ...(path.length > 0 ? [path.join('－')] : [])].join(' · ');
}
