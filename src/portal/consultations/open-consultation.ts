import { opinionDueOf } from '../../applications/rules/clock-course.ts';
import type { CaseFile } from '../../applications/rules/case-file.ts';
import type { Consultation } from '../../applications/rules/fold.ts';
import { findCaseFile } from '../../applications/store/application.store.ts';
import type { ConsultationRecord } from '../../applications/store/consultation.store.ts';
import { findSignedLetter } from '../../applications/store/letter.store.ts';
import type { ActionDeps } from '../../applications/actions/deps.ts';
import { dateOfDay, dayNumberOf } from '../../calendar/day-number.ts';
import type { Agency } from '../../people/rules/agency.ts';
import { findAgency } from '../../people/store/agency.register.store.ts';
import type { OfficialLetter } from '../../views/official-letter/official-letter.ts';

/** A consultation as the party that is asked may see it: nothing in it says who applied. */
export type OpenConsultation = {
  readonly record: ConsultationRecord;
  readonly consultation: Consultation;
  readonly file: CaseFile;
  readonly agency: Agency;
  /** Null for one that was entered without a letter of ours. */
  readonly letter: OfficialLetter | null;
  /** The last day for the answer; null until the day on which the letter arrived is known. */
  readonly dueOn: Temporal.PlainDate | null;
};

/** What belongs to a consultation that a code has opened; undefined where its file is gone. */
export async function openConsultation(
  { queries, sealing, calendar }: ActionDeps,
  record: ConsultationRecord,
): Promise<OpenConsultation | undefined> {
  const file = await findCaseFile(queries, record.application);
  const consultation = file?.application.consultations.find(({ id }) => id === record.id);
  const agency = file === undefined ? undefined : await findAgency(queries, file.registration.agency);
  if (file === undefined || consultation === undefined || agency === undefined) return undefined;
  const number = (day: Temporal.PlainDate | null) => (day === null ? null : dayNumberOf(day));
  const due = opinionDueOf(await calendar(), {
    party: consultation.consulted,
    name: null,
    issued: dayNumberOf(consultation.issuedOn),
    received: number(consultation.receivedOn),
    answered: number(consultation.answeredOn),
  });
  const signed =
    consultation.letter === null ? undefined : await findSignedLetter(queries, sealing, consultation.letter);
  return {
    record,
    consultation,
    file,
    agency,
    letter: signed?.content ?? null,
    dueOn: due === null ? null : dateOfDay(due),
  };
}
