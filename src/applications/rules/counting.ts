import type { OutcomeRow } from '../../law/report-form/table-three.ts';
import type { Application } from './fold.ts';
import { outcomeOfSettlement } from './outcome.ts';

type Day = Temporal.PlainDate;

/** The settlement by which the annual report counts an application: in the year of its day, under its row of table three. */
export type CountedSettlement = { readonly on: Day; readonly outcome: OutcomeRow };

/**
 * Whether an application is one in the annual report. 更正 (Art. 41) is no application for information. One that was split is
 * counted by its parts, so that received and settled are counted in the same unit.
 */
export function isCounted({ caseKind, children }: Pick<Application, 'caseKind' | 'children'>): boolean {
  return caseKind === 'information' && children.length === 0;
}

/**
 * The settlement that counts; null while there is none. It is the first one: after a decision or judgment orders a new reply the
 * application is neither new again nor settled again, and what a published year says of it stays. One that ended before
 * it was received in law (Art. 31(3), never confirmed) was never received and is not counted; none is settled before its receipt.
 */
export function countedSettlementOf(
  application: Pick<Application, 'caseKind' | 'children' | 'settlement' | 'earlierSettlements'>,
  receivedOn: Day | null,
): CountedSettlement | null {
  const settlement = application.earlierSettlements[0] ?? application.settlement;
  if (settlement === null || receivedOn === null || !isCounted(application)) return null;
  const outcome = outcomeOfSettlement(settlement);
  if (outcome === null) return null;
  const on = Temporal.PlainDate.compare(settlement.on, receivedOn) < 0 ? receivedOn : settlement.on;
  return { on, outcome };
}
