import { DISPUTE_KIND_LABEL, DISPUTE_KINDS } from '../../disputes/rules/dispute-result.ts';
import type { DisputeId } from '../../disputes/rules/dispute-id.ts';
import {
  PROCEDURE_LABEL,
  PROCEDURES,
  RESPONDENT_ROLE_LABEL,
  RESPONDENT_ROLES,
} from '../../disputes/rules/dispute-log.ts';
import type { DisputeFacts } from '../../disputes/rules/dispute-log.ts';
import type { Dispute } from '../../disputes/rules/dispute.ts';
import { radioField } from '../../views/form/choice-fields.ts';
import { dateField } from '../../views/form/date-field.ts';
import type { FormState, FormValues } from '../../views/form/form-state.ts';
import { selectField } from '../../views/form/select-field.ts';
import { textArea } from '../../views/form/text-area.ts';
import { textField } from '../../views/form/text-field.ts';
import { formSection } from '../../views/form/form-page.ts';
import { html } from '../../views/html/html.ts';
import type { Html } from '../../views/html/html.ts';
import type { ActReader } from '../case/act-reader.ts';

/** A reconsideration that a suit can follow. */
export type ReconsiderationChoice = { readonly id: DisputeId; readonly text: string };

const choicesOf = <Value extends string>(values: readonly Value[], labels: Readonly<Record<Value, string>>) =>
  values.map(value => ({ value, text: labels[value] }));

/** The fields of a dispute, to enter and to correct it. */
export function disputeFields(
  state: FormState,
  reconsiderations: readonly ReconsiderationChoice[],
  today: Temporal.PlainDate,
): Html {
  return html`${formSection('案件', [
    radioField(state, {
      name: 'disputeKind',
      label: '种类',
      required: true,
      inline: true,
      choices: choicesOf(DISPUTE_KINDS, DISPUTE_KIND_LABEL),
    }),
    radioField(state, {
      name: 'role',
      label: '本机关的地位',
      required: true,
      choices: choicesOf(RESPONDENT_ROLES, RESPONDENT_ROLE_LABEL),
    }),
    textField(state, {
      name: 'number',
      label: '所争议的申请的登记编号',
      hint: '例如 2026-0012；争议的不是申请的答复时不填，在下面写明事项。',
      width: 'middle',
    }),
    textArea(state, { name: 'matter', label: '争议的事项', rows: 3, limit: 500 }),
    selectField(state, {
      name: 'reconsideration',
      label: '此前的行政复议',
      hint: '复议后起诉的，选择此前登记的复议；不选的计入“未经复议直接起诉”。',
      options: reconsiderations.map(({ id, text }) => ({ value: id, text })),
      unchosen: '未经复议',
    }),
  ])}${formSection('当事人和程序', [
    textField(state, {
      name: 'party',
      label: '复议申请人或者原告',
      required: true,
      hint: '加密保存，只有能查看个人信息的人看得到。',
    }),
    textField(state, { name: 'organ', label: '复议机关或者法院', required: true }),
    textField(state, { name: 'reference', label: '案号', width: 'middle' }),
    radioField(state, {
      name: 'procedure',
      label: '程序',
      required: true,
      inline: true,
      choices: choicesOf(PROCEDURES, PROCEDURE_LABEL),
    }),
    dateField(state, {
      name: 'filedOn',
      label: '申请复议或者起诉的日期',
      required: true,
      latest: today,
      hint: '以受理、立案通知书所载为准，例如 2026-03-09',
    }),
    dateField(state, {
      name: 'servedOn',
      label: '收到申请书或者起诉状副本的日期',
      latest: today,
      hint: '答复、答辩的期限从这一天起算，例如 2026-03-12',
    }),
  ])}`;
}

/** What was entered, as the form shows it. */
export function valuesOfDispute(dispute: Dispute, party: string, number: string): FormValues {
  return {
    disputeKind: dispute.disputeKind,
    role: dispute.role,
    number,
    matter: dispute.matter ?? '',
    reconsideration: dispute.reconsideration ?? '',
    party,
    organ: dispute.organ,
    reference: dispute.reference ?? '',
    procedure: dispute.procedure,
    filedOn: dispute.filedOn.toString(),
    servedOn: dispute.servedOn?.toString() ?? '',
  };
}

/** What somebody typed of a dispute; the application and the reconsideration are looked up by who reads it. */
export function readDispute(read: ActReader): Omit<DisputeFacts, 'application' | 'reconsideration'> & {
  readonly number: string | null;
  readonly party: string;
} {
  return {
    disputeKind: read.choice('disputeKind', '种类', DISPUTE_KINDS),
    role: read.choice('role', '本机关的地位', RESPONDENT_ROLES),
    number: read.optionalText('number', '登记编号', 20),
    matter: read.optionalText('matter', '争议的事项', 500),
    party: read.text('party', '复议申请人或者原告', 200),
    organ: read.text('organ', '复议机关或者法院', 100),
    reference: read.optionalText('reference', '案号', 100),
    procedure: read.choice('procedure', '程序', PROCEDURES),
    filedOn: read.day('filedOn', '申请复议或者起诉的日期'),
    servedOn: read.optionalDay('servedOn', '收到副本的日期'),
  };
}
