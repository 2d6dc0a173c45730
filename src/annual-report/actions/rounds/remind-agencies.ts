import { ok, refuse } from '../../../kernel/result.ts';
import type { Result } from '../../../kernel/result.ts';
import type { AgencyCode } from '../../../people/rules/agency.ts';
import { hasAbility } from '../../../people/rules/may.ts';
import type { Officer } from '../../../people/rules/officer.ts';
import { listAgencies } from '../../../people/store/agency.register.store.ts';
import { listStaff } from '../../../people/store/staff.register.store.ts';
import { queueMessage } from '../../../platform/outbox/outbox.store.ts';
import type { Sealing } from '../../../platform/sealing/sealing.ts';
import type { RoundRefusal } from '../../rules/collection/admit.ts';
import { reminderMail } from '../../rules/collection/reminder-mail.ts';
import type { ReportRound } from '../../rules/collection/report-round.ts';
import { collectorRefusal, performOnRound } from './perform-on-round.ts';
import type { RoundDeps } from './perform-on-round.ts';

export type ReminderDeps = RoundDeps & { readonly sealing: Sealing; readonly publicAddress: string | null };

/**
 * Reminds agencies that have not reported, or whose report was returned: their years' page says so, and those who compile there get a
 * mail. Agencies that have nothing to do are left out; refuses where none is left.
 */
export async function remindAgencies(
  deps: ReminderDeps,
  officer: Officer,
  year: number,
  asked: readonly AgencyCode[],
): Promise<Result<ReportRound, RoundRefusal>> {
  const office = officer.agency;
  const lacking = collectorRefusal(officer, office);
  if (lacking !== null) return refuse(lacking);
  const { queries, sealing, publicAddress } = deps;
  const names = new Map((await listAgencies(queries)).map(({ code, name }) => [code, name]));
  return performOnRound(deps, { office, year }, officer.id, round => {
    const owes = (agency: AgencyCode) => [undefined, 'returned'].includes(round.submissions.get(agency)?.state);
    const agencies = round.agencies.filter(agency => asked.includes(agency) && owes(agency));
    return ok({
      acts: [{ kind: 'reminded', agencies }],
      write: async transaction => {
        const staff = (await listStaff(transaction, agencies)).filter(one => one.enabled && one.email !== null);
        for (const { id, agency, email, roles } of staff) {
          if (agency === null || email === null || !hasAbility(roles, 'compile-report')) continue;
          const isReturned = round.submissions.get(agency)?.state === 'returned';
          const mail = reminderMail({
            office: names.get(office) ?? '主管部门',
            agency: names.get(agency) ?? '',
            year,
            deadlineOn: round.deadlineOn,
            isReturned,
            address: publicAddress === null ? null : `${publicAddress}/office/annual-report`,
          });
          const about = `report-round:${office}:${year}`;
          const once = `${about}:reminder:${deps.today().toString()}:${id}`;
          await queueMessage(
            transaction,
            sealing,
            { kind: 'mail', to: email, ...mail },
            { now: deps.now(), about, once },
          );
        }
        return ok(null);
      },
    });
  });
}
