import { refuse } from '../../../kernel/result.ts';
import type { Result } from '../../../kernel/result.ts';
import type { Officer } from '../../../people/rules/officer.ts';
import { unusable } from '../../../people/rules/refusal.ts';
import type { RoundRefusal } from '../../rules/collection/admit.ts';
import type { ReportRound } from '../../rules/collection/report-round.ts';
import type { RoundMembers } from '../../rules/collection/round-log.ts';
import { collect } from './collect.ts';
import type { RoundDeps } from './perform-on-round.ts';

/** Changes who is to report. Refuses to leave out an agency that has reported, and agencies that the office does not supervise. */
export async function changeMembers(
  deps: RoundDeps,
  officer: Officer,
  year: number,
  { agencies, excluded }: RoundMembers,
): Promise<Result<ReportRound, RoundRefusal>> {
  const known = new Set([officer.agency, ...officer.oversees]);
  return [...agencies, ...excluded.map(one => one.agency)].some(agency => !known.has(agency))
    ? refuse(unusable('agencies', '只能选择本机关和所监督的机关，请刷新页面重新选择'))
    : collect(deps, officer, year, { kind: 'members-changed', agencies, excluded });
}
