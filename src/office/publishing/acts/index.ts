import type { ActForm } from './act-form.ts';
import { NOTE, REASSESS, RECALL, SET_ATTRIBUTE, SUBMIT } from './drafting.acts.ts';
import {
  ARCHIVE,
  CHANGE_VALIDITY,
  CORRECT,
  PUBLISH,
  PUBLISH_IN_EMERGENCY,
  REINSTATE,
  REMOVE,
  REVIEW_EMERGENCY,
  SCHEDULE,
  UNSCHEDULE,
  WITHDRAW,
} from './publishing.acts.ts';
import { APPROVE, PROOFREAD, RETURN, REVIEW, REVIEW_SECRECY } from './review.acts.ts';

/** Every act that an officer enters on an item by a form of its own, in the order in which they are offered. */
export const ACT_FORMS: readonly ActForm[] = [
  SET_ATTRIBUTE,
  SUBMIT,
  RECALL,
  REASSESS,
  REVIEW_SECRECY,
  REVIEW,
  PROOFREAD,
  APPROVE,
  RETURN,
  PUBLISH,
  SCHEDULE,
  UNSCHEDULE,
  CORRECT,
  PUBLISH_IN_EMERGENCY,
  REVIEW_EMERGENCY,
  CHANGE_VALIDITY,
  WITHDRAW,
  REINSTATE,
  REMOVE,
  ARCHIVE,
  NOTE,
];

export function findActForm(name: string): ActForm | undefined {
  return ACT_FORMS.find(form => form.name === name);
}
