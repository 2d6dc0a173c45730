import { SUBMISSION_STATE_LABEL } from '../../annual-report/rules/collection/collected-report.ts';
import type { DueRound } from '../../annual-report/store/due-round.store.ts';
import { submitButton } from '../../views/form/form-buttons.ts';
import { hiddenField } from '../../views/form/hidden-field.ts';
import { html } from '../../views/html/html.ts';
import type { Html } from '../../views/html/html.ts';
import { tag } from '../../views/tag/tag.ts';
import type { Tone } from '../../views/tag/tag.ts';
import { instantText } from '../instant-text.ts';
import { yearPath } from './annual-report-paths.ts';

const TONE = { submitted: 'active', returned: 'warning', accepted: 'good' } as const satisfies Record<string, Tone>;

function standing({ submission, deadlineOn, remindedAt }: DueRound, today: Temporal.PlainDate): Html {
  if (submission !== null)
    return html`${tag(SUBMISSION_STATE_LABEL[submission.state], TONE[submission.state])} ${submission.on.toString()} 报送`;
  const late = deadlineOn.until(today, { largestUnit: 'days' }).days;
  return html`${tag(SUBMISSION_STATE_LABEL.missing, late > 0 ? 'urgent' : 'plain')}${late > 0 && ` 已逾期 ${late} 天`}${
    remindedAt !== null && `，${instantText(remindedAt)} 催报`
  }`;
}

/** What the office above asks of an agency's report of a year, where it stands there, and the act that submits it. */
export function submissionPart(rounds: readonly DueRound[], today: Temporal.PlainDate, maySubmit: boolean): Html {
  return html`${rounds.map(round => {
    const { year, office, officeName, deadlineOn, submission, attached, isOpen } = round;
    const id = `due-${year}-${office}`;
    const text = submission === null ? '报送' : '重新报送';
    return html`<section class="card" aria-labelledby="${id}"><h2 id="${id}">向${officeName}报送 ${year} 年度报告</h2>
<p>期限 ${deadlineOn.toString()}：${standing(round, today)}</p>
${
  submission?.returned !== undefined &&
  submission.returned !== null &&
  html`<p><strong>退回意见：</strong>${submission.returned.comment}</p>
${attached.length > 0 && html`<ul>${attached.map(({ message, suggestion }) => html`<li>${message}${suggestion !== '' && `（建议：${suggestion}）`}</li>`)}</ul>`}`
}
${
  isOpen &&
  maySubmit &&
  submission?.state !== 'accepted' &&
  html`<form method="post" action="${yearPath(year)}/round">${hiddenField('office', office)}${submitButton({ text, spoken: `${text} ${year} 年度报告` })}</form>
<p class="quiet">报送的是审签同意或者已经公布的文本；以后更正的，更正后的文本会自动重新报送。</p>`
}</section>`;
  })}`;
}
