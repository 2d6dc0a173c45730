import { ITEM_KIND_LABEL, ITEM_KINDS } from '../../../publishing/rules/item-kind.ts';
import { spellDiagrams } from '../../../publishing/rules/diagram-blocks.ts';
import type { ItemFile } from '../../../publishing/rules/item-file.ts';
import { refusalText } from '../../../publishing/rules/refusal.ts';
import type { Refusal } from '../../../publishing/rules/refusal.ts';
import { ACT_LABEL } from '../../../publishing/rules/publication-log.ts';
import { errorSummary } from '../../../views/error-summary/error-summary.ts';
import { formButtons } from '../../../views/form/form-buttons.ts';
import { valueOf } from '../../../views/form/form-state.ts';
import type { FormState } from '../../../views/form/form-state.ts';
import { hiddenField } from '../../../views/form/hidden-field.ts';
import { html } from '../../../views/html/html.ts';
import type { Html, HtmlValue } from '../../../views/html/html.ts';
import { refusalPanel } from '../../acting/refusal-panel.ts';
import { editorHtml } from '../body/editor-html.ts';
import { readMarkedText } from '../body/marked-text.ts';
import { attachmentPath, itemPath, PUBLISHING_PATH } from '../publishing-paths.ts';
import { actorName, actText } from './act-words.ts';
import type { ActNames } from './act-words.ts';
import { itemFields } from './item-form.ts';
import type { ItemFormContext } from './item-form.ts';

/** What kind of item is to be drafted. */
export function kindMain(mayImport: boolean): Html {
  return html`<h1>起草信息</h1>
<section class="card" aria-labelledby="kind-heading"><h2 id="kind-heading">选择种类</h2>
<ul class="plain-list item-kinds">${ITEM_KINDS.map(kind => html`<li><a href="${PUBLISHING_PATH}/new/${kind}">${ITEM_KIND_LABEL[kind]}</a></li>`)}</ul></section>
${mayImport && html`<p><a href="${PUBLISHING_PATH}/import">导入 Word 文档或者 Excel 目录</a></p>`}
`;
}

export type EditContent = {
  readonly form: ItemFormContext;
  readonly state: FormState;
  readonly refusal: Refusal | null;
  readonly names: ActNames;
  /** The item that is changed; null for a new one. */
  readonly file: ItemFile | null;
  readonly action: string;
  /** What was read from a file that the form was filled in from. */
  readonly report: Html | null;
};

/** Why nothing was saved; what was typed is still in the form. */
export const itemRefusalPanel = (refusal: Refusal | null, names: ActNames): HtmlValue =>
  refusalPanel(refusal, refusalText, ({ by, act }) => {
    const text = actText(act, names);
    return `${actorName(by, names)}：${ACT_LABEL[act.kind]}${text === '' ? '' : `（${text}）`}`;
  });

const REVIEWED = new Set(['in-review', 'approved', 'scheduled', 'revision-in-review', 'revision-approved']);

function consequence(file: ItemFile | null): string {
  if (file === null) return '保存以后取得索引号，可以继续修改。';
  if (REVIEWED.has(file.publication.stage))
    return '修改以后成为新的一稿，已经通过的审核、校对都作废，需要重新检查、提交。';
  return file.publication.publicEdition === null
    ? '保存以后成为新的一稿，以前的版本都保留。'
    : '保存以后成为修改稿，重新审核并发布更正以前，公众看到的仍然是现在的版本。';
}

/** The editor's own parts: the script shows them in place of the plain text field; without it they stay unseen. */
function editorParts({ state, form, file }: EditContent): Html {
  const pictures = form.attachments.filter(({ mediaType }) => mediaType.startsWith('image/'));
  const href = (id: string) => (file === null ? '' : attachmentPath(file.registration.id, id));
  return html`<template data-editor-for="body" data-clean="${PUBLISHING_PATH}/clean-paste">${editorHtml(spellDiagrams(readMarkedText(valueOf(state, 'body'))), href)}</template>
<template data-editor-pictures>${pictures.map(({ id, name }) => html`<option value="${id}" data-src="${href(id)}">${name}</option>`)}</template>`;
}

/** What stands in `main` of the page on which an item is written. */
export function editMain(content: EditContent): Html {
  const { form, state, refusal, names, file, action, report } = content;
  return html`${errorSummary(state.problems)}${itemRefusalPanel(refusal, names)}
<h1>${file === null ? `起草：${ITEM_KIND_LABEL[form.kind]}` : '修改稿件'}</h1>
<p class="lead">${consequence(file)}</p>
${report}<form class="card form item-form" method="post" action="${action}" enctype="multipart/form-data" novalidate>
${file !== null && hiddenField('version', file.publication.version)}${itemFields(state, form, editorParts(content))}
${formButtons([{ text: '保存' }], { text: '取消', href: file === null ? PUBLISHING_PATH : itemPath(file.registration.id) })}</form>
`;
}
