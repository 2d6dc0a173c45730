import { SAMPLE_STAFF } from '../../sample/qingchuan/staff.ts';
import { listYear } from '../applications/store/yearly.register.store.ts';
import { closeDispute } from '../disputes/actions/close-dispute.ts';
import { enterDispute } from '../disputes/actions/enter-dispute.ts';
import type { DisputeDeps, DisputeProblem } from '../disputes/actions/perform-dispute.ts';
import type { DisputeFile } from '../disputes/store/dispute.store.ts';
import type { Result } from '../kernel/result.ts';
import { APPLICANT_KINDS } from '../law/report-form/table-three.ts';
import { getAgencyCode } from '../people/rules/agency.ts';
import type { Officer } from '../people/rules/officer.ts';
import { getStaffId } from '../people/rules/staff-id.ts';

const YEAR = 2025;
const PARTY = '姜叙白';

function insist(result: Result<DisputeFile, DisputeProblem>): DisputeFile {
  if (!result.ok) throw new Error(`The sample's disputes do not load: ${result.problem.message}`);
  return result.value;
}

/** The refusal of 2025 goes to reconsideration, which upholds it, and then to court. */
export async function playSampleDisputes(deps: Pick<DisputeDeps, 'queries' | 'sealing'>): Promise<void> {
  const { id, name, agency, roles } = SAMPLE_STAFF.find(({ username }) => username === 'gu.wenlan')!;
  const code = getAgencyCode(agency);
  const officer: Officer = { id: getStaffId(id), name, agency: code, roles, actingFor: [], oversees: [] };
  const filter = { applicantKinds: APPLICANT_KINDS, isNew: null, settled: ['withheld.internal-affairs'] } as const;
  const [refused] = await listYear(deps.queries, code, YEAR, filter, 1);
  if (refused?.countedOn === null || refused === undefined) throw new Error('The sample has no refusal of that year');
  const { countedOn } = refused;
  const after = (days: number) => countedOn.add({ days });
  const on = (days: number): DisputeDeps => ({
    ...deps,
    today: () => after(days),
    now: () => after(days).toZonedDateTime({ timeZone: 'Asia/Shanghai', plainTime: '10:00' }).toInstant(),
  });
  const facts = { role: 'respondent', application: refused.id, matter: null, reference: null } as const;
  const review = insist(
    await enterDispute(
      on(20),
      officer,
      {
        ...facts,
        disputeKind: 'reconsideration',
        reconsideration: null,
        organ: '示范市人民政府',
        procedure: 'simplified',
        filedOn: after(14),
        servedOn: after(18),
      },
      PARTY,
    ),
  );
  const decided = { on: after(46), result: 'upheld', ordered: null, orderedOn: null } as const;
  insist(await closeDispute(on(48), officer, { id: review.id, seen: 1 }, decided));
  insist(
    await enterDispute(
      on(70),
      officer,
      {
        ...facts,
        disputeKind: 'litigation',
        reconsideration: review.id,
        organ: '示范市中级人民法院',
        procedure: 'ordinary',
        filedOn: after(58),
        servedOn: after(68),
      },
      PARTY,
    ),
  );
}
