import { ACCEPTED_EXTENSIONS, MAX_UPLOAD_BYTES } from '../../../platform/files/upload-kind.ts';
import { radioField } from '../../../views/form/choice-fields.ts';
import { fileField } from '../../../views/form/file-field.ts';
import { submitButton } from '../../../views/form/form-buttons.ts';
import { formSection } from '../../../views/form/form-page.ts';
import type { FormState } from '../../../views/form/form-state.ts';
import { hiddenField } from '../../../views/form/hidden-field.ts';
import { textArea } from '../../../views/form/text-area.ts';
import { html } from '../../../views/html/html.ts';
import type { Html } from '../../../views/html/html.ts';
import { LIMITS } from './application.form.ts';

/** A file that came with an earlier look at the form. */
export type KeptName = {
  readonly file: string;
  readonly field: 'identity-proof' | 'attachment';
  readonly name: string;
};

/** Files that have been received, each with a way to take it out again. */
function received(kept: readonly KeptName[], field: KeptName['field']): Html | false {
  const ours = kept.filter(file => file.field === field);
  return (
    ours.length > 0 &&
    html`<p class="received">已经收到：</p><ul class="kept-files">${ours.map(
      ({
        file,
        name,
      }) => html`<li>${name} ${submitButton({ text: '删除', look: 'plain', small: true, name: 'step', value: `drop-${file}`, spoken: `删除 ${name}` })}</li>
`,
    )}</ul>`
  );
}

/** Attachments and proof of identity; what has been received already is not asked for again. */
export function fileFields(
  state: FormState,
  kept: readonly KeptName[],
  attachments: { readonly label: string; readonly hint: string },
): Html {
  const shared = { accept: ACCEPTED_EXTENSIONS, maxMegabytes: MAX_UPLOAD_BYTES / 1024 / 1024, several: true } as const;
  return formSection(
    '附件（可不填）',
    html`${fileField(state, {
      name: 'identity-proof',
      label: '身份证明的照片或者扫描件',
      hint: '身份证、护照、营业执照等；委托他人申请的，一并上传委托书。',
      ...shared,
    })}${received(kept, 'identity-proof')}${fileField(state, { name: 'attachment', ...attachments, ...shared })}${received(kept, 'attachment')}`,
  );
}

/** Help that is wanted (Art. 43), and whether the progress is told by e-mail or message. */
export function reachingSection(state: FormState): Html {
  const chosen =
    state.values['notify'] === undefined ? { ...state, values: { ...state.values, notify: 'none' } } : state;
  return formSection(
    '通知与帮助',
    html`${radioField(chosen, {
      name: 'notify',
      label: '办理有进展时通知我',
      hint: '通知里只有登记编号和进展，没有个人信息。',
      inline: true,
      choices: [
        { value: 'none', text: '不用通知，我自己查询' },
        { value: 'sms', text: '短信' },
        { value: 'email', text: '电子邮件' },
      ],
    })}${textArea(state, {
      name: 'assistance',
      label: '需要的帮助（可不填）',
      hint: '视力、听力或者阅读有困难的，请写明需要什么帮助，例如大字版、电话说明。',
      rows: 2,
      limit: LIMITS.assistance,
    })}`,
  );
}

/** The draft on this device, and the way to have none. */
export function draftChoice(state: FormState): Html {
  return html`<div class="field draft-choice" hidden data-draft-choice><div class="choice"><input type="checkbox" id="shared-device" data-draft-off>
<label for="shared-device">这是公用电脑，不要保存草稿</label><span class="hint">不勾选时，填写的内容（证件号码和附件除外）只保存在这台设备上，提交后自动删除。</span></div></div>
${Object.keys(state.values).length > 0 && html`<span hidden data-draft-filled></span>`}`;
}

/** The button that Enter presses: the form has others before its end, and none of them may be pressed by accident. */
export function enterButton(): Html {
  return html`<button class="unseen" type="submit" name="step" value="check" tabindex="-1" aria-hidden="true">下一步</button>`;
}

/** What travels with the form unseen: the agency, the files kept before, and what shows that a person fills it in. */
export function carried(agency: string, draft: string | null, guard: Html): Html {
  return html`${hiddenField('agency', agency)}${draft !== null && hiddenField('draft', draft)}${guard}${enterButton()}`;
}
