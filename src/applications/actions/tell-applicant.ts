import { findAgency } from '../../people/store/agency.register.store.ts';
import type { Queries } from '../../platform/database/pool.ts';
import type { Message } from '../../platform/outbox/message.ts';
import { queueMessage } from '../../platform/outbox/outbox.store.ts';
import type { Applicant } from '../rules/applicant.ts';
import type { Entry } from '../rules/application-log.ts';
import { registrationNumber } from '../rules/case-file.ts';
import type { NotifyBy, Registration } from '../rules/case-file.ts';
import type { ApplicationId } from '../rules/ids.ts';
import { noticeOf } from '../rules/notices.ts';
import type { Notice } from '../rules/notices.ts';
import { listApplicants } from '../store/applicant.store.ts';
import type { ActionDeps } from './deps.ts';

function messageTo({ contact }: Applicant, by: NotifyBy, notice: Notice): Message | null {
  switch (by) {
    case 'email':
      return contact.email === null ? null : { kind: 'mail', to: contact.email, ...notice };
    case 'sms':
      return contact.telephone === null ? null : { kind: 'sms', to: contact.telephone, text: notice.text };
  }
}

/** What the messages to the applicant of a case are about, as the outbox knows them. */
export const aboutApplicantOf = (id: ApplicationId): string => `application:${id}:applicant`;

/**
 * Tells the first applicant of what has happened, where they have asked for it: in the transaction of the act, so that nobody is told of
 * what did not happen. Each entry of the log is told once.
 */
export async function tellApplicant(
  transaction: Queries,
  { sealing, now }: Pick<ActionDeps, 'sealing' | 'now'>,
  registration: Registration,
  added: readonly Entry[],
): Promise<void> {
  const by = registration.notifyBy;
  if (by === null) return;
  const agency = await findAgency(transaction, registration.agency);
  const context = {
    agencyName: agency?.name ?? '',
    number: registrationNumber(registration),
    caseKind: registration.caseKind,
  };
  const notices = added.flatMap(({ sequence, act }) => {
    const notice = noticeOf(act, context);
    return notice === null ? [] : [{ sequence, notice }];
  });
  const [applicant] = notices.length === 0 ? [] : await listApplicants(transaction, sealing, registration.id);
  if (applicant === undefined) return;
  const about = aboutApplicantOf(registration.id);
  for (const { sequence, notice } of notices) {
    const message = messageTo(applicant, by, notice);
    if (message === null) continue;
    await queueMessage(transaction, sealing, message, { now: now(), about, once: `${about}:${sequence}` });
  }
}
