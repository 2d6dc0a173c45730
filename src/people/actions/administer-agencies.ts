import { ok, refuse } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';
import type { Queries } from '../../platform/database/pool.ts';
import type { Agency, AgencyCode } from '../rules/agency.ts';
import { may } from '../rules/may.ts';
import type { Officer } from '../rules/officer.ts';
import { isUppermost } from '../rules/overseen-agencies.ts';
import { readAgency } from '../rules/read-agency.ts';
import type { StaffId } from '../rules/staff-id.ts';
import { findAgency, listAgencies } from '../store/agency.register.store.ts';
import { appendJournal } from '../store/journal.store.ts';
import { findStaffMember } from '../store/staff.register.store.ts';
import { putIntoAgency } from '../store/staff.store.ts';
import { writeAgency } from './register-agency.ts';

async function note(transaction: Queries, id: StaffId, agency: AgencyCode, event: string, now: Temporal.Instant) {
  await appendJournal(transaction, {
    at: now,
    agency,
    actor: { kind: 'officer', id },
    event,
    subject: `agency:${agency}`,
    detail: {},
  });
}

async function mayPlace(queries: Queries, officer: Officer, agency: Agency, before: Agency | undefined) {
  if (before !== undefined && !may(officer, 'administer-agencies', agency.code)) return false;
  if (before !== undefined && before.parent === agency.parent) return true;
  if (agency.parent !== null && may(officer, 'administer-agencies', agency.parent)) return true;
  return isUppermost(officer.agency, await listAgencies(queries));
}

/** An administrator adds an agency below those they administer, or changes one of them. */
export async function changeAgency(
  queries: Queries,
  officer: Officer,
  input: unknown,
  now: Temporal.Instant,
): Promise<Result<Agency, string>> {
  const agency = readAgency(input);
  if (!agency.ok) return agency;
  if (!may(officer, 'administer-agencies', officer.agency)) return refuse('您没有管理机构资料的权限');
  return queries.transaction().execute(async transaction => {
    const { code, disclosureHead } = agency.value;
    const before = await findAgency(transaction, code);
    if (!(await mayPlace(transaction, officer, agency.value, before))) return refuse('您没有管理这个机构资料的权限');
    if (disclosureHead !== null) {
      const head = await findStaffMember(transaction, disclosureHead);
      if (head === undefined || head.agency !== code) return refuse('工作机构负责人应是本机构的人员，请重新选择');
    }
    const written = await writeAgency(transaction, agency.value);
    if (written.ok)
      await note(transaction, officer.id, code, before === undefined ? 'agency-added' : 'agency-changed', now);
    return written;
  });
}

/**
 * The first administrator says for which agency the installation works, and is put into it. With `government` that body is
 * registered above it. Refuses once the administrator has an agency.
 */
export async function setUpInstallation(
  queries: Queries,
  administrator: StaffId,
  input: { readonly agency: object; readonly government: { readonly code: string; readonly name: string } | null },
  now: Temporal.Instant,
): Promise<Result<Agency, string>> {
  const { government } = input;
  const above =
    government === null ? null : readAgency({ ...government, shortName: government.name, kind: 'government' });
  if (above !== null && !above.ok) return above;
  const agency = readAgency({ ...input.agency, parent: above?.value.code ?? null });
  if (!agency.ok) return agency;
  return queries.transaction().execute(async transaction => {
    const member = await findStaffMember(transaction, administrator);
    if (member === undefined || member.agency !== null) return refuse('本机关已经登记，不用再登记');
    if ((await findAgency(transaction, agency.value.code)) !== undefined)
      return refuse(`机构编码 ${agency.value.code} 已经登记给别的机构，请换一个`);
    if (above !== null) {
      const written = await writeAgency(transaction, above.value);
      if (!written.ok) return written;
    }
    const written = await writeAgency(transaction, agency.value);
    if (!written.ok) return written;
    await putIntoAgency(transaction, administrator, agency.value.code);
    await note(transaction, administrator, agency.value.code, 'installation-set-up', now);
    return ok(agency.value);
  });
}
