import type { ActForm } from '../act-form.ts';
import {
  CLARIFICATION_LAPSED,
  CLARIFICATION_NOTICE_DELIVERED,
  CLARIFICATION_PROLONGED,
  CLARIFICATION_RECEIVED,
} from './clarification.acts.ts';
import { CONSULTATION_DELIVERED, OPINION, REASONS_RECEIVED } from './consultation.acts.ts';
import { ARCHIVE, CLOSE, ORDER_REPLY, PROMOTE, WITHDRAW } from './endings.acts.ts';
import { APPROVE_EXTENSION, ASK_EXTENSION, REFUSE_EXTENSION } from './extension.acts.ts';
import { FEE_LAPSED, FEE_NOTICE_DELIVERED, FEE_PAID, FEE_REFUNDED, FEE_WAIVED } from './fee.acts.ts';
import { ADD_FILES, ASSIGN, LINK, MERGE, NOTE, SPLIT } from './organisation.acts.ts';
import { CONFIRM_RECEIPT, CONTACT_ATTEMPT, CORRECT_INTAKE } from './receipt.acts.ts';
import { ANSWER_SEARCH, ASK_SEARCH } from './search.acts.ts';

/** Every act that an officer enters on a case, in the order in which they are offered. Letters have pages of their own. */
export const ACT_FORMS: readonly ActForm[] = [
  CONFIRM_RECEIPT,
  CONTACT_ATTEMPT,
  CORRECT_INTAKE,
  ASSIGN,
  ASK_SEARCH,
  ANSWER_SEARCH,
  SPLIT,
  CLARIFICATION_NOTICE_DELIVERED,
  CLARIFICATION_RECEIVED,
  CLARIFICATION_PROLONGED,
  REASONS_RECEIVED,
  CONSULTATION_DELIVERED,
  OPINION,
  ASK_EXTENSION,
  APPROVE_EXTENSION,
  REFUSE_EXTENSION,
  FEE_NOTICE_DELIVERED,
  FEE_PAID,
  FEE_WAIVED,
  CLARIFICATION_LAPSED,
  FEE_LAPSED,
  WITHDRAW,
  MERGE,
  CLOSE,
  ARCHIVE,
  PROMOTE,
  FEE_REFUNDED,
  ORDER_REPLY,
  NOTE,
  ADD_FILES,
  LINK,
];

export function findActForm(name: string): ActForm | undefined {
  return ACT_FORMS.find(form => form.name === name);
}
