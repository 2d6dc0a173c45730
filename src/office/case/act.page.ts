import { actorName, actText } from '../../applications/rules/act-words.ts';
import type { ActNames } from '../../applications/rules/act-words.ts';
import { ACT_LABEL } from '../../applications/rules/application-log.ts';
import type { Entry } from '../../applications/rules/application-log.ts';
import { registrationNumber } from '../../applications/rules/case-file.ts';
import { refusalText } from '../../applications/rules/refusal.ts';
import type { Refusal } from '../../applications/rules/refusal.ts';
import { distanceText } from '../../applications/rules/urgency.ts';
import { ACCEPTED_EXTENSIONS, MAX_UPLOAD_BYTES } from '../../platform/files/upload-kind.ts';
import { descriptionList } from '../../views/description-list/description-list.ts';
import { errorSummary } from '../../views/error-summary/error-summary.ts';
import { fileField } from '../../views/form/file-field.ts';
import { formButtons } from '../../views/form/form-buttons.ts';
import type { FormState } from '../../views/form/form-state.ts';
import { hiddenField } from '../../views/form/hidden-field.ts';
import { html } from '../../views/html/html.ts';
import type { Html } from '../../views/html/html.ts';
import { refusalPanel } from '../acting/refusal-panel.ts';
import { stageTag } from '../desk/stage-tag.ts';
import { casePath } from '../letters/letter-paths.ts';
import type { ActForm } from './act-form.ts';
import type { CaseContext } from './case-context.ts';
import { subjectOf } from './case.page.ts';
import { fullDate } from './clock-calendar.ts';

export type ActContent = {
  readonly form: ActForm;
  readonly context: CaseContext;
  readonly names: ActNames;
  readonly state: FormState;
  /** Why it was not done, or cannot be done; null before anything was tried. */
  readonly refusal: Refusal | null;
};

const entryWords =
  (names: ActNames) =>
  ({ by, act }: Entry): string => {
    const text = actText(act, names);
    return `${actorName(by, names)}：${ACT_LABEL[act.kind]}${text === '' ? '' : `（${text}）`}`;
  };

/** The case beside the form: what one needs in view to fill it in. */
export function caseInBrief(context: CaseContext): Html {
  const { file, clock, today, calendar } = context;
  const { registration, application } = file;
  return html`<aside aria-label="申请要点"><section class="card">
<h2><a href="${casePath(registration.id)}">${registrationNumber(registration)}</a></h2>
<p>${stageTag(application.stage)}</p>
${descriptionList([
  { term: '申请内容', detail: subjectOf(context) },
  clock.receivedOn !== null && { term: '收到之日', detail: fullDate(clock.receivedOn) },
  clock.replyDueOn !== null &&
    application.settlement === null && {
      term: '答复期限',
      detail: html`${fullDate(clock.replyDueOn)}<span class="quiet"> ${distanceText(calendar, today, clock.replyDueOn)}</span>`,
    },
])}</section></aside>
`;
}

/** What stands in `main` of the page of one act. */
export function actMain(content: ActContent): Html {
  const { form, context, state } = content;
  const { registration, application } = context.file;
  const lead = form.lead?.(context);
  const action = `${casePath(registration.id)}/acts/${form.name}`;
  return html`${errorSummary(state.problems)}${refusalPanel(content.refusal, refusalText, entryWords(content.names))}
<h1>${form.title}</h1>
<div class="with-aside">
<div>
${lead !== undefined && lead !== '' && html`<p class="lead">${lead}</p>`}
<form class="card form" method="post" action="${action}"${form.takesFiles !== undefined && html` enctype="multipart/form-data"`} novalidate>
${hiddenField('version', application.version)}${form.fields(state, context)}
${
  form.takesFiles !== undefined &&
  fileField(state, {
    name: 'files',
    label: form.takesFiles === 'other' ? '文件' : '附上扫描件或者文件',
    accept: ACCEPTED_EXTENSIONS,
    maxMegabytes: MAX_UPLOAD_BYTES / 1024 / 1024,
    several: true,
  })
}
${formButtons([{ text: form.button ?? form.title, look: form.final === true ? 'danger' : 'main' }], { text: '返回申请', href: casePath(registration.id) })}
</form>
</div>
${caseInBrief(context)}
</div>
`;
}
