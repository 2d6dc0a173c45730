import { randomUUIDv7 } from 'node:crypto';
import { ok } from '../../../kernel/result.ts';
import { countFindings } from '../../rules/collection/finding-counts.ts';
import type { Submission, SubmissionId } from '../../rules/collection/submission.ts';
import type { RoundAct } from '../../rules/collection/round-log.ts';
import { insertSubmission } from '../../store/report-submission.store.ts';
import type { RoundRef } from '../../store/report-round.store.ts';
import type { RoundDecision } from './perform-on-round.ts';

/** A submission that is to be filed: it gets its id here. */
export const newSubmission = (facts: Omit<Submission, 'id'>): Submission => ({
  id: randomUUIDv7() as SubmissionId,
  ...facts,
});

/** The act by which a report comes in. */
export function submittedAct({ id, agency, route, findings, submittedOn }: Submission, isCorrection = false): RoundAct {
  const counts = countFindings(findings);
  return { kind: 'submitted', agency, submission: id, route, on: submittedOn, counts, isCorrection };
}

/** Files reports in a round: acts and submissions together. */
export function filing(ref: RoundRef, submissions: readonly Submission[], isCorrection = false): RoundDecision {
  return {
    acts: submissions.map(submission => submittedAct(submission, isCorrection)),
    write: async transaction => {
      for (const submission of submissions) await insertSubmission(transaction, ref, submission);
      return ok(null);
    },
  };
}
