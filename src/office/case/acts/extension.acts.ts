import { approveExtension } from '../../../applications/actions/approve-extension.ts';
import { askExtension } from '../../../applications/actions/ask-extension.ts';
import { refuseExtension } from '../../../applications/actions/refuse-extension.ts';
import { PERIODS } from '../../../law/periods.ts';
import { textArea } from '../../../views/form/text-area.ts';
import { textField } from '../../../views/form/text-field.ts';
import { createActReader } from '../act-reader.ts';
import type { ActForm } from '../act-form.ts';
import type { CaseContext } from '../case-context.ts';

const MOST = PERIODS.extension.length;

export const ASK_EXTENSION: ActForm = {
  name: 'ask-extension',
  title: '申请延期',
  group: 'waiting',
  specimens: ({ today: on }) => [{ kind: 'extension-asked', on, workingDays: MOST, reason: '' }],
  lead: () =>
    `须经本机关政府信息公开工作机构负责人同意，并在原期限届满前告知申请人；最长 ${MOST} 个工作日，只能一次（条例第三十三条）。`,
  initial: () => ({ workingDays: String(MOST) }),
  fields: state => [
    textField(state, {
      name: 'workingDays',
      label: '延长',
      type: 'number',
      width: 'short',
      unit: '个工作日',
      required: true,
    }),
    textArea(state, { name: 'reason', label: '延期的原因', required: true, rows: 3 }),
  ],
  perform: async ({ deps, party, ref, values }) => {
    const read = createActReader(values);
    const input = {
      workingDays: read.whole('workingDays', '延长的工作日数', 1, MOST),
      reason: read.text('reason', '延期的原因', 500),
    };
    return read.finish(async () => askExtension(deps, party, ref, input));
  },
};

const askedText = ({ file }: CaseContext): string => {
  const { extension } = file.application;
  return extension === null ? '' : `申请延长 ${extension.workingDays} 个工作日：${extension.reason}`;
};

export const APPROVE_EXTENSION: ActForm = {
  name: 'approve-extension',
  title: '同意延期',
  group: 'waiting',
  specimens: ({ today: on, officer }) => [{ kind: 'extension-approved', on, approver: officer.id }],
  lead: context => `${askedText(context)}。同意以后，还要在原期限届满前用延期答复告知书告知申请人。`,
  fields: () => null,
  perform: async ({ deps, party, ref }) => approveExtension(deps, party, ref),
};

export const REFUSE_EXTENSION: ActForm = {
  name: 'refuse-extension',
  title: '不同意延期',
  group: 'waiting',
  specimens: ({ today: on }) => [{ kind: 'extension-refused', on, reason: '' }],
  lead: askedText,
  fields: state => textArea(state, { name: 'reason', label: '不同意的原因', required: true, rows: 3 }),
  perform: async ({ deps, party, ref, values, context }) => {
    const read = createActReader(values);
    const input = { on: context.today, reason: read.text('reason', '不同意的原因', 500) };
    return read.finish(async () => refuseExtension(deps, party, ref, input));
  },
};
