import type { FormDraftId } from '../../../applications/rules/ids.ts';
import type { Agency } from '../../../people/rules/agency.ts';
import { descriptionList } from '../../../views/description-list/description-list.ts';
import { formButtons } from '../../../views/form/form-buttons.ts';
import { hiddenField } from '../../../views/form/hidden-field.ts';
import { html } from '../../../views/html/html.ts';
import type { Html } from '../../../views/html/html.ts';
import { notice } from '../../../views/notice/notice.ts';
import { stepper } from '../../../views/stepper/stepper.ts';
import { portalPage } from '../../page.ts';
import type { PageSetting } from '../../page.ts';
import { APPLICATIONS_COLUMN, forDraft, GUIDE_CRUMB, NEW_PATH, SEND_PATH } from '../column.ts';
import { FORM_STEPS } from './application-form.page.ts';
import type { ShownForm } from './shown-form.ts';

export type CheckPage = {
  readonly agency: Agency;
  readonly shown: ShownForm;
  readonly draft: FormDraftId;
  /** Where the form is that one may go back to. */
  readonly formPath: string;
  readonly severalMatters: boolean;
};

/** 请核对: the form as it will be sent and kept. */
export function checkPage(setting: PageSetting, { agency, shown, draft, formPath, severalMatters }: CheckPage): Html {
  return portalPage(setting, {
    path: NEW_PATH,
    title: '核对申请表',
    crumbs: [GUIDE_CRUMB],
    column: APPLICATIONS_COLUMN,
    description: shown.title,
    styles: ['applications.css'],
    main: html`${stepper(FORM_STEPS, 2)}
<h1>请核对</h1>
<p class="lead">下面的内容将原样提交给${agency.name}。有不对的，请返回修改。</p>
${
  severalMatters && notice('info', '您写的好像不止一件事。可以照样提交；一份申请写一件事，答复会更快、更清楚。')
}<article class="card checked" aria-labelledby="shown-title">
<h2 id="shown-title">${shown.title}</h2>
${shown.sections.map(
  ({ heading, lines }) => html`<section><h3>${heading}</h3>
${descriptionList(lines)}</section>
`,
)}</article>
<div class="send-acts">
<form method="post" action="${SEND_PATH}">${hiddenField('draft', draft)}${formButtons([{ text: '提交申请' }], { text: '返回修改', href: forDraft(formPath, draft) })}</form>
</div>
<p class="quiet">提交后会得到登记编号、查询码和密码。重复点击不会提交两次。</p>`,
  });
}
