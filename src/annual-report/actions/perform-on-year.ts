import { ok, refuse } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';
import { ABILITIES } from '../../people/rules/ability.ts';
import type { Ability } from '../../people/rules/ability.ts';
import { may } from '../../people/rules/may.ts';
import type { Officer } from '../../people/rules/officer.ts';
import { appendJournal } from '../../people/store/journal.store.ts';
import type { Queries } from '../../platform/database/pool.ts';
import { withinTransaction } from '../../platform/database/within-transaction.ts';
import { yearRefusal } from '../rules/report-year.ts';
import type { ReportYear } from '../rules/report-year.ts';
import type { YearActKind, YearActOf, YearEntry } from '../rules/year-log.ts';
import { appendYearEntry, insertYear, lockYear } from '../store/report-year.store.ts';
import { compileReport } from './compile-report.ts';
import type { CompiledReport } from './compile-report.ts';

/** What acts on a year's report need of the world. */
export type YearDeps = {
  readonly queries: Queries;
  readonly today: () => Temporal.PlainDate;
  readonly now: () => Temporal.Instant;
};

/** The year as the officer saw it: with another version than the log has, somebody else was faster. */
export type SeenYear = { readonly year: number; readonly seen: number };

/** Why an act was not done, at the field where it can be mended. Nothing has changed. */
export type YearProblem = { readonly field: string; readonly message: string };
export const yearProblem = (message: string, field = 'year'): Result<never, YearProblem> => refuse({ field, message });

const ABILITY_FOR = {
  opened: 'compile-report',
  'figures-proposed': 'compile-report',
  'proposal-declined': 'compile-report',
  'figures-entered': 'compile-report',
  'prose-written': 'compile-report',
  frozen: 'compile-report',
  thawed: 'compile-report',
  'finding-waived': 'compile-report',
  submitted: 'compile-report',
  returned: 'approve-report',
  approved: 'approve-report',
  published: 'publish-report',
  'correction-begun': 'publish-report',
} as const satisfies Record<YearActKind, Ability>;

/** A year that is begun, as the registers and its log have it. */
export type YearScene = CompiledReport & { readonly state: ReportYear };

function problemOfAbility(officer: Officer, kind: YearActKind): Result<never, YearProblem> | null {
  const ability = ABILITY_FOR[kind];
  return may(officer, ability, officer.agency)
    ? null
    : yearProblem(`您没有“${ABILITIES[ability]}”的权限，请联系本机关的系统管理员`);
}

async function append(queries: Queries, officer: Officer, year: number, entry: YearEntry): Promise<void> {
  const { agency } = officer;
  await appendYearEntry(queries, { agency, year }, entry);
  await appendJournal(queries, {
    at: entry.at,
    agency,
    actor: { kind: 'officer', id: officer.id },
    event: `annual-report-${entry.act.kind}`,
    subject: `annual-report:${agency}:${year}`,
    detail: { sequence: entry.sequence },
  });
}

/**
 * Does an act on a year's report of the officer's agency: under a lock, with ability and stage asked before `decide` looks and writes,
 * and log and journal in one transaction.
 */
export async function performOnYear<Kind extends YearActKind>(
  deps: YearDeps,
  officer: Officer,
  { year, seen }: SeenYear,
  kind: Kind,
  decide: (
    scene: YearScene,
    transaction: Queries,
  ) => Promise<Result<YearActOf<Kind>, YearProblem>> | Result<YearActOf<Kind>, YearProblem>,
): Promise<Result<null, YearProblem>> {
  const lacking = problemOfAbility(officer, kind);
  if (lacking !== null) return lacking;
  return withinTransaction(deps.queries, async transaction => {
    await lockYear(transaction, { agency: officer.agency, year });
    const compiled = await compileReport(transaction, officer.agency, year, deps.today());
    if (!compiled.ok) return yearProblem(compiled.problem);
    const { state, log } = compiled.value;
    if (state === null) return yearProblem('这一年的报告还没有开始编制，请先开始编制');
    if (state.version !== seen) return yearProblem('您打开页面以后，其他人已经改动了这份报告，请核对新的内容后再提交');
    const refusal = yearRefusal(state, kind, officer.id);
    if (refusal !== null) return yearProblem(refusal);
    const act = await decide({ ...compiled.value, state }, transaction);
    if (!act.ok) return act;
    const entry = { sequence: log.length + 1, at: deps.now(), by: officer.id, act: act.value };
    await append(transaction, officer, year, entry);
    return ok(null);
  });
}

/** Begins a year; one that is begun already stays as it is. */
export async function performOpening(
  deps: YearDeps,
  officer: Officer,
  year: number,
): Promise<Result<null, YearProblem>> {
  const lacking = problemOfAbility(officer, 'opened');
  if (lacking !== null) return lacking;
  return withinTransaction(deps.queries, async transaction => {
    const compiled = await compileReport(transaction, officer.agency, year, deps.today());
    if (!compiled.ok) return yearProblem(compiled.problem);
    if (!(await insertYear(transaction, { agency: officer.agency, year }))) return ok(null);
    await append(transaction, officer, year, { sequence: 1, at: deps.now(), by: officer.id, act: { kind: 'opened' } });
    return ok(null);
  });
}
