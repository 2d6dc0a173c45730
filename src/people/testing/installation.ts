import { randomUUIDv7 } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { SAMPLE_AGENCIES } from '../../../sample/qingchuan/agencies.ts';
import { NATIONAL_CALENDAR } from '../../calendar/national-calendar.ts';
import type { WorkingCalendar } from '../../calendar/working-calendar.ts';
import type { Result } from '../../kernel/result.ts';
import type { Queries } from '../../platform/database/pool.ts';
import { openTestDatabase } from '../../platform/database/testing/test-database.ts';
import { openFileStore } from '../../platform/files/file-store.ts';
import type { FileStore } from '../../platform/files/file-store.ts';
import { openSealing } from '../../platform/sealing/sealing.ts';
import type { Sealing } from '../../platform/sealing/sealing.ts';
import { registerAgency } from '../actions/register-agency.ts';
import { getAgencyCode } from '../rules/agency.ts';
import type { AgencyCode } from '../rules/agency.ts';
import type { Officer } from '../rules/officer.ts';
import type { Role } from '../rules/role.ts';
import { getStaffId } from '../rules/staff-id.ts';
import { insertStaff } from '../store/staff.store.ts';

const OFFICE = getAgencyCode('990101-001');

export type OfficerParty = { readonly kind: 'officer'; readonly officer: Officer };

/** What acts of any register need of the world. */
export type InstallationDeps = {
  readonly queries: Queries;
  readonly sealing: Sealing;
  readonly files: FileStore;
  readonly calendar: () => Promise<WorkingCalendar>;
  readonly today: () => Temporal.PlainDate;
  readonly now: () => Temporal.Instant;
};

/** An installation for tests of acts: a database of its own, the sample agencies, files in a folder, and a day that is set. */
export type TestInstallation = AsyncDisposable & {
  readonly deps: InstallationDeps;
  /** Makes it that day, at half past nine. */
  readonly on: (day: string) => Temporal.PlainDate;
  readonly today: () => Temporal.PlainDate;
  /** An officer with an account; made once for each agency and set of roles. */
  readonly officer: (roles: readonly Role[], agency?: AgencyCode) => Promise<OfficerParty>;
};

/** An installation in which it is that day until `on` makes it another. */
export async function openTestInstallation(day: string): Promise<TestInstallation> {
  const database = await openTestDatabase();
  const folder = await mkdtemp(join(tmpdir(), 'gongkai-installation-'));
  const sealing = await openSealing({ keyText: null, dataFolder: folder });
  const files = await openFileStore({ folder: join(folder, 'files'), sealing });
  let today = Temporal.PlainDate.from(day);
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
      today: () => today,
      now: () => today.toZonedDateTime({ timeZone: 'Asia/Shanghai', plainTime: '09:30' }).toInstant(),
    },
    on: next => (today = Temporal.PlainDate.from(next)),
    today: () => today,
    officer: async (roles, agency = OFFICE) => {
      const key = `${agency}:${roles.join()}`;
      const known = officers.get(key);
      if (known !== undefined) return { kind: 'officer', officer: known };
      const id = getStaffId(randomUUIDv7());
      const name = `测试员${officers.size + 1}`;
      await insertStaff(database.queries, {
        id,
        username: `officer-${officers.size + 1}`,
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
export function doneOr<Value, Problem>(result: Result<Value, Problem>, words: (problem: Problem) => string): Value {
  expect(result.ok ? null : words(result.problem)).toBeNull();
  if (!result.ok) throw new Error(words(result.problem));
  return result.value;
}

/** The words of a refusal; a test that expects one fails where the act was done. */
export function refusedWith<Value, Problem>(
  result: Result<Value, Problem>,
  words: (problem: Problem) => string,
): string {
  if (result.ok) throw new Error('was done');
  return words(result.problem);
}
