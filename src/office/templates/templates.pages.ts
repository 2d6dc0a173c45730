import { fieldsOfKind } from '../../applications/rules/letters/check-template.ts';
import { LETTER_KINDS } from '../../applications/rules/letters/letter-kinds.ts';
import type { LetterKind } from '../../applications/rules/letters/letter-kinds.ts';
import { letterRuleOf } from '../../applications/rules/letters/letter-rules.ts';
import type { TemplateOf } from '../../applications/rules/letters/letter-template.ts';
import type { TemplateVersion } from '../../applications/store/letter-template.store.ts';
import { citationText } from '../../law/citation.ts';
import { dataTable } from '../../views/data-table/data-table.ts';
import { formPage, formTitle } from '../../views/form/form-page.ts';
import type { FormState } from '../../views/form/form-state.ts';
import { hiddenField } from '../../views/form/hidden-field.ts';
import { textArea } from '../../views/form/text-area.ts';
import { html } from '../../views/html/html.ts';
import type { Html } from '../../views/html/html.ts';
import { letterHtml } from '../../views/official-letter/letter-html.ts';
import type { OfficialLetter } from '../../views/official-letter/official-letter.ts';
import { tag } from '../../views/tag/tag.ts';
import { instantText } from '../instant-text.ts';
import { officePage } from '../page.ts';
import type { OfficeSetting } from '../page.ts';

export const TEMPLATES_PATH = '/office/templates';
export const templatePath = (kind: LetterKind): string => `${TEMPLATES_PATH}/${kind}`;

/** Every kind of letter with the wording it has now. */
export function templatesPage(setting: OfficeSetting, templateOf: TemplateOf): Html {
  return officePage(setting, {
    title: '文书模板',
    crumbs: [],
    main: html`<h1>文书模板</h1>
<p class="lead">措辞可以修改，法律要求的内容不能去掉；已经签发的文书不受影响。</p>
${dataTable({
  caption: '文书模板',
  captionUnseen: true,
  rows: LETTER_KINDS,
  empty: '没有模板。',
  columns: [
    {
      key: 'title',
      heading: '文书',
      rowHeading: true,
      cell: kind => html`<a href="${templatePath(kind)}">${templateOf(kind).title.replaceAll('\n', '')}</a>`,
    },
    { key: 'when', heading: '用于', cell: kind => letterRuleOf(kind).when },
    {
      key: 'version',
      heading: '版本',
      cell: kind => {
        const { version } = templateOf(kind);
        return version === 1 ? tag('内置') : tag(`第 ${version} 版`, 'active');
      },
    },
  ],
})}`,
  });
}

export type TemplatePage = {
  readonly kind: LetterKind;
  readonly state: FormState;
  /** The version that was on the screen. */
  readonly seen: number;
  readonly versions: readonly (TemplateVersion & { readonly editorName: string | null })[];
  /** The wording tried on invented facts; null where it cannot be read. */
  readonly preview: OfficialLetter | null;
};

/** Editing one template: the wording, the fields it may name, what it gives on invented facts. */
export function templatePage(setting: OfficeSetting, page: TemplatePage): Html {
  const { kind, state, seen, versions, preview } = page;
  const rule = letterRuleOf(kind);
  const heading = rule.title.replaceAll('\n', '');
  const required = rule.required.filter(({ need }) => need === 'always');
  return officePage(setting, {
    title: formTitle(heading, state),
    crumbs: [{ text: '文书模板', href: TEMPLATES_PATH }],
    styles: ['letter.css'],
    main: html`${formPage({
      heading,
      lead: rule.when,
      action: templatePath(kind),
      state,
      fields: html`${hiddenField('seen', seen)}${textArea(state, {
        name: 'title',
        label: '标题',
        hint: '每行不超过20字，按词义换行',
        rows: 2,
        required: true,
      })}${textArea(state, {
        name: 'text',
        label: '正文',
        hint: '字段写成 {{字段名}}；一段一行；{{如果 字段}}…{{结束}}、{{逐项 字段}}…{{结束}}',
        rows: 16,
        required: true,
      })}`,
      buttons: [
        { text: '保存为新版本', name: 'then', value: 'save' },
        { text: '刷新预览', look: 'plain', name: 'then', value: 'preview' },
      ],
      back: { text: '返回', href: TEMPLATES_PATH },
      aside: html`<h2>预览（虚构的事项）</h2>${
        preview === null ? html`<p class="quiet">改正左边的问题后可以预览。</p>` : letterHtml(preview, 2)
      }`,
    })}
<section class="card"><h2>法律要求的内容</h2><ul>${required.map(
      ({ name, basis }) => html`<li>${name}<span class="quiet">　${citationText(basis)}</span></li>`,
    )}</ul></section>
<section class="card"><h2>可以使用的字段</h2><ul class="plain-list">${fieldsOfKind(kind).map(
      ({ name, hint, list }) => html`<li><code>{{${name}}}</code>　${hint}${list && '（多项，用“逐项”）'}</li>`,
    )}</ul></section>
<section class="card"><h2>版本</h2><ol class="plain-list">${versions.map(
      ({ version, editedAt, editorName }) =>
        html`<li>第 ${version} 版　${editedAt === null ? '内置' : instantText(editedAt)}　${editorName}</li>`,
    )}</ol></section>`,
  });
}
