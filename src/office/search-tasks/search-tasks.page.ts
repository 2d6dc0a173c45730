import type { WorkingCalendar } from '../../calendar/working-calendar.ts';
import { distanceText } from '../../applications/rules/urgency.ts';
import type { AskedTask } from '../../applications/store/search-task.store.ts';
import type { Agency, AgencyCode } from '../../people/rules/agency.ts';
import { errorSummary } from '../../views/error-summary/error-summary.ts';
import { radioField } from '../../views/form/choice-fields.ts';
import { formButtons } from '../../views/form/form-buttons.ts';
import { EMPTY_FORM } from '../../views/form/form-state.ts';
import type { FormState } from '../../views/form/form-state.ts';
import { textArea } from '../../views/form/text-area.ts';
import { html } from '../../views/html/html.ts';
import type { Html } from '../../views/html/html.ts';

export const SEARCH_TASKS_PATH = '/office/search-tasks';

export type SearchTasksContent = {
  readonly tasks: readonly AskedTask[];
  readonly agencies: ReadonlyMap<AgencyCode, Agency>;
  readonly calendar: WorkingCalendar;
  readonly today: Temporal.PlainDate;
  readonly mayAnswer: boolean;
  /** The task whose form was refused, with what was typed. */
  readonly tried: { readonly task: string; readonly state: FormState } | null;
};

/** The fields of the one form that was tried; every other form is untouched and closed. */
function answerForm({ tried }: SearchTasksContent, task: AskedTask): Html {
  const state = tried?.task === task.id ? tried.state : null;
  return html`<details${state !== null && html` open`}><summary>填写查找结果</summary>
<form class="form" method="post" action="${SEARCH_TASKS_PATH}/${task.id}" novalidate>
${
  state === null
    ? html`<fieldset class="field"><legend>结果<span class="required">必填</span></legend><div class="choices inline">
<div class="choice"><input type="radio" id="found-${task.id}" name="found" value="yes"><label for="found-${task.id}">找到</label></div>
<div class="choice"><input type="radio" id="none-${task.id}" name="found" value="no"><label for="none-${task.id}">没有找到</label></div>
</div></fieldset>
<div class="field"><label for="result-${task.id}">查找了哪里，结果怎样<span class="required">必填</span></label>
<textarea rows="4" id="result-${task.id}" name="result"></textarea></div>`
    : [
        radioField(state, {
          name: 'found',
          label: '结果',
          required: true,
          inline: true,
          choices: [
            { value: 'yes', text: '找到' },
            { value: 'no', text: '没有找到' },
          ],
        }),
        textArea(state, { name: 'result', label: '查找了哪里，结果怎样', required: true, rows: 4 }),
      ]
}
${formButtons([{ text: '反馈' }])}
</form></details>
`;
}

/** What other agencies have asked this one to look for. The applicant is not shown: the question is all a unit needs. */
export function searchTasksMain(content: SearchTasksContent): Html {
  const { tasks, agencies, calendar, today, mayAnswer, tried } = content;
  return html`${errorSummary((tried?.state ?? EMPTY_FORM).problems)}
<h1>协查任务</h1>
${
  tasks.length === 0
    ? html`<div class="empty"><p>没有其他机关交来的协查任务。</p></div>`
    : tasks.map(
        task => html`<section class="card" aria-labelledby="task-${task.id}">
<h2 id="task-${task.id}">${agencies.get(task.askedBy)?.name ?? '其他机关'}，申请 ${task.number}</h2>
<p>${distanceText(calendar, today, task.dueOn)}<span class="quiet">（请在 ${task.dueOn.toString()} 前反馈）</span></p>
<p class="as-typed">${task.question}</p>
${mayAnswer && answerForm(content, task)}
</section>
`,
      )
}`;
}
