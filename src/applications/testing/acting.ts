import { randomUUIDv7 } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { NATIONAL_CALENDAR } from '../../calendar/national-calendar.ts';
import type { Result } from '../../kernel/result.ts';
import { registerAgency } from '../../people/actions/register-agency.ts';
import { getAgencyCode } from '../../people/rules/agency.ts';
import type { AgencyCode } from '../../people/rules/agency.ts';
import type { Officer } from '../../people/rules/officer.ts';
import type { Role } from '../../people/rules/role.ts';
import { getStaffId } from '../../people/rules/staff-id.ts';
import { insertStaff } from '../../people/store/staff.store.ts';
import { openTestDatabase } from '../../platform/database/testing/test-database.ts';
import { openFileStore } from '../../platform/files/file-store.ts';
import { openSealing } from '../../platform/sealing/sealing.ts';
import { SAMPLE_AGENCIES } from '../../../sample/qingchuan/agencies.ts';
import { lodgeApplication } from '../actions/lodge-application.ts';
import type { Lodged, Lodging } from '../actions/lodge-application.ts';
import { CITIZEN, lodgingAt, OFFICE } from './lodgings.ts';
import type { ActionDeps, Party } from '../actions/deps.ts';
import type { Refusal } from '../rules/refusal.ts';
import { refusalText } from '../rules/refusal.ts';

export { CITIZEN, lodgingAt, OFFICE };
export const SCHOOLS = getAgencyCode('990101-002');

/** A day and a time on it at which everything in a test happens until it is set to another. */
export type Clock = { today: Temporal.PlainDate };

/** An installation for tests of acts: a database of its own, the sample agencies, files in a folder, and a day that is set. */
export type Acting = AsyncDisposable & {
  readonly deps: ActionDeps;
  readonly clock: Clock;
  /** Makes it that day. */
  readonly on: (day: string) => Temporal.PlainDate;
  /** An officer with an account; made once for each agency and set of roles. */
  readonly officer: (roles: readonly Role[], agency?: AgencyCode) => Promise<Party & { readonly kind: 'officer' }>;
};

export async function openActing(day: string): Promise<Acting> {
  const database = await openTestDatabase();
  const folder = await mkdtemp(join(tmpdir(), 'gongkai-acting-'));
  const sealing = await openSealing({ keyText: null, dataFolder: folder });
  const files = await openFileStore({ folder: join(folder, 'files'), sealing });
  const clock: Clock = { today: Temporal.PlainDate.from(day) };
  for (const agency of SAMPLE_AGENCIES) {
    const registered = await registerAgency(database.queries, agency);
    if (!registered.ok) throw new Error(registered.problem);
  }
  const officers = new Map<string, Officer>();
  return {
    deps: {
      queries: database.queries,
      sealing,
      files,
      calendar: async () => NATIONAL_CALENDAR,
      today: () => clock.today,
      now: () => clock.today.toZonedDateTime({ timeZone: 'Asia/Shanghai', plainTime: '09:30' }).toInstant(),
    },
    clock,
    on: next => (clock.today = Temporal.PlainDate.from(next)),
    officer: async (roles, agency = OFFICE) => {
      const key = `${agency}:${roles.join()}`;
      const known = officers.get(key);
      if (known !== undefined) return { kind: 'officer', officer: known };
      const id = getStaffId(randomUUIDv7());
      const name = `测试员${officers.size + 1}`;
      const username = `officer-${officers.size + 1}`;
      await insertStaff(database.queries, {
        id,
        username,
        name,
        agency,
        email: null,
        roles: [...roles],
        federatedSubject: null,
        passwordHash: null,
        passwordMustChange: false,
      });
      const officer: Officer = { id, name, agency, roles, actingFor: [], oversees: [] };
      officers.set(key, officer);
      return { kind: 'officer', officer };
    },
    [Symbol.asyncDispose]: async () => {
      await database.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** What an act gave; a test that expects it to be done fails with the refusal's own words. */
export function done<Value>(result: Result<Value, Refusal>): Value {
  expect(result.ok ? null : refusalText(result.problem)).toBeNull();
  if (!result.ok) throw new Error(refusalText(result.problem));
  return result.value;
}

/** The words of a refusal; a test that expects one fails where the act was done. */
export function refused<Value>(result: Result<Value, Refusal>): string {
  if (result.ok) throw new Error('was done');
  return refusalText(result.problem);
}

/** Lodges an application as an applicant or an officer does. */
export async function lodge(
  acting: Acting,
  altered: Partial<Lodging> = {},
  party: Party = { kind: 'applicant' },
): Promise<Lodged> {
  return done(await lodgeApplication(acting.deps, party, lodgingAt(acting.clock.today, altered)));
}
