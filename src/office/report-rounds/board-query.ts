import { SUBMISSION_STATES } from '../../annual-report/rules/collection/collected-report.ts';
import type { SubmissionState } from '../../annual-report/rules/collection/collected-report.ts';
import type { BoardLine } from '../../annual-report/rules/collection/board.ts';

/** What of the board is shown. */
export type BoardQuery = {
  readonly state: SubmissionState | null;
  readonly found: 'errors' | 'warnings' | 'clean' | null;
  readonly late: boolean;
  readonly q: string;
};

const textIn = (query: unknown, name: string): string => {
  const value = typeof query === 'object' && query !== null ? (query as Record<string, unknown>)[name] : undefined;
  return typeof value === 'string' ? value.trim().slice(0, 100) : '';
};

/** The query of an address; what it does not know is left out. */
export function readBoardQuery(query: unknown): BoardQuery {
  const found = (['errors', 'warnings', 'clean'] as const).find(one => one === textIn(query, 'found'));
  return {
    state: SUBMISSION_STATES.find(state => state === textIn(query, 'state')) ?? null,
    found: found ?? null,
    late: textIn(query, 'late') === 'yes',
    q: textIn(query, 'q'),
  };
}

function hasFound({ counts }: BoardLine, found: NonNullable<BoardQuery['found']>): boolean {
  if (counts === null) return false;
  if (found === 'errors') return counts.error > 0;
  return found === 'warnings' ? counts.warning > 0 : counts.error + counts.warning === 0;
}

/** The lines that a query asks for. */
export function filterBoard(board: readonly BoardLine[], { state, found, late, q }: BoardQuery): readonly BoardLine[] {
  return board.filter(
    line =>
      (state === null || line.state === state) &&
      (found === null || hasFound(line, found)) &&
      (!late || line.daysLate > 0) &&
      (q === '' || line.name.includes(q) || line.agency === q),
  );
}
