import { diagramHtml } from '../../../publishing/render/diagram-html.ts';
import { bodyHtml } from '../../../publishing/render/body-html.ts';
import { questionsOf } from '../../../publishing/rules/diagram-blocks.ts';
import type { ItemLine } from '../../../publishing/store/item.register.store.ts';
import { errorSummary } from '../../../views/error-summary/error-summary.ts';
import { submitButton } from '../../../views/form/form-buttons.ts';
import type { FormState } from '../../../views/form/form-state.ts';
import { html } from '../../../views/html/html.ts';
import type { Html } from '../../../views/html/html.ts';
import { itemPath, PUBLISHING_PATH } from '../publishing-paths.ts';
import { diagramFields } from './diagram-form.ts';
import type { ReadDiagram } from './diagram-form.ts';

export const interpretPath = (document: string): string => `${PUBLISHING_PATH}/${document}/interpret`;

export type InterpretContent = {
  readonly document: Pick<ItemLine, 'id' | 'title'>;
  readonly state: FormState;
  /** What the fields come to; null before they were read. */
  readonly made: ReadDiagram | null;
};

function preview({ diagram, made }: ReadDiagram): Html {
  return html`<section class="card" aria-labelledby="preview-heading"><h2 id="preview-heading">预览</h2>
<p class="quiet">手机上一样可以阅读；公开以后可以保存成一张长图，读屏软件读出全部文字。</p>
<div class="item-body">${made.includes('diagram') && diagramHtml(diagram, null)}${made.includes('questions') && bodyHtml(questionsOf(diagram), { picture: () => html`` })}</div></section>
`;
}

/** What stands in `main` of the page on which 图解 and 问答 are made from fields. */
export function interpretMain({ document, state, made }: InterpretContent): Html {
  return html`${errorSummary(state.problems)}<h1>制作图解和问答</h1>
<p class="lead">填写要点，系统排成图解和问答；填入解读稿以后还可以修改，和其他信息一样审核、发布。</p>
<p>解读的文件：<a href="${itemPath(document.id)}">${document.title}</a></p>
${made !== null && preview(made)}
<form class="card form" method="post" action="${interpretPath(document.id)}" novalidate>
${diagramFields(state)}
<div class="actions">${made !== null && submitButton({ text: '填入解读稿', name: 'step', value: 'fill' })}${submitButton({ text: made === null ? '预览' : '更新预览', name: 'step', value: 'preview', look: made === null ? 'main' : 'plain' })}<a class="button plain" href="${itemPath(document.id)}">取消</a></div></form>
`;
}
