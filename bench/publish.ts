// Items through every gate to the public, each act its own transaction with its journal entry: a minute's worth is 1 000 (aim).
import { randomUUIDv7 } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SAMPLE_AGENCIES } from '../sample/qingchuan/agencies.ts';
import { createCalendarSource } from '../src/applications/store/working-calendar.register.store.ts';
import type { Result } from '../src/kernel/result.ts';
import { registerAgency } from '../src/people/actions/register-agency.ts';
import type { Officer } from '../src/people/rules/officer.ts';
import type { Role } from '../src/people/rules/role.ts';
import { getStaffId } from '../src/people/rules/staff-id.ts';
import { insertStaff } from '../src/people/store/staff.store.ts';
import { SUPERUSER } from '../src/platform/database/embedded/cluster.ts';
import { settleHome } from '../src/platform/database/embedded/home.ts';
import { PORT } from '../src/platform/database/embedded/socket.ts';
import { holdServer } from '../src/platform/database/embedded/supervise.ts';
import { migrate } from '../src/platform/database/migrate.ts';
import { openPool } from '../src/platform/database/pool.ts';
import type { Queries } from '../src/platform/database/pool.ts';
import { openFileStore } from '../src/platform/files/file-store.ts';
import { openSealing } from '../src/platform/sealing/sealing.ts';
import { approveItem } from '../src/publishing/actions/approve-item.ts';
import { checkItem } from '../src/publishing/actions/check-item.ts';
import type { CheckDeps } from '../src/publishing/actions/check-item.ts';
import type { Party } from '../src/publishing/actions/deps.ts';
import { draftItem } from '../src/publishing/actions/draft-item.ts';
import { proofreadItem } from '../src/publishing/actions/proofread-item.ts';
import { publishItem } from '../src/publishing/actions/publish-item.ts';
import { reviewItem } from '../src/publishing/actions/review-item.ts';
import { reviewSecrecy } from '../src/publishing/actions/review-secrecy.ts';
import { setAttribute } from '../src/publishing/actions/set-attribute.ts';
import { submitItem } from '../src/publishing/actions/submit-item.ts';
import { bodyOfParagraphs } from '../src/publishing/rules/body.ts';
import { NOTHING_SECRET } from '../src/publishing/rules/histories.ts';
import type { ItemFile } from '../src/publishing/rules/item-file.ts';
import type { Refusal } from '../src/publishing/rules/refusal.ts';
import { saveColumns } from '../src/publishing/store/column.store.ts';
import { contentOn, OFFICE, TEST_COLUMNS } from '../src/publishing/testing/contents.ts';

const ITEMS = Number(process.env['PUBLISHED'] ?? 600);
const ABREAST = 4;

function insist<Value>(result: Result<Value, Refusal>): Value {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.problem)}`);
  return result.value;
}

async function hire(queries: Queries, role: Role): Promise<Party> {
  const id = getStaffId(randomUUIDv7());
  const account = { email: null, federatedSubject: null, passwordHash: null, passwordMustChange: false };
  await insertStaff(queries, { id, username: role, name: role, agency: OFFICE, roles: [role], ...account });
  const officer: Officer = { id, name: role, agency: OFFICE, roles: [role], actingFor: [], oversees: [] };
  return { kind: 'officer', officer };
}

type Hands = Record<'author' | 'secrecy' | 'reviewer' | 'head' | 'signatory', Party>;

/** One item from its draft to its page: eleven acts by five officers. */
async function publishOne(deps: CheckDeps, hands: Hands, number: number): Promise<void> {
  const { author, secrecy, reviewer, head, signatory } = hands;
  const content = contentOn(deps.today(), {
    title: `晴川区开展第${number}次政务公开检查`,
    body: bodyOfParagraphs([
      `近日，晴川区开展第${number}次政务公开检查，研究部署下一步工作。`,
      '检查组要求，各单位落实责任，按时公开各类信息，遇到问题及时协调解决。',
      '有关负责人参加检查。',
    ]),
  });
  let file: ItemFile = insist(await draftItem(deps, author, { agency: OFFICE, kind: 'news', content }));
  const ref = () => ({ id: file.registration.id, version: file.publication.version });
  const { edition } = file.publication;
  file = insist(await setAttribute(deps, author, ref(), { attribute: 'proactive', ground: null, reason: null }));
  file = insist(await checkItem(deps, author, ref()));
  file = insist(await submitItem(deps, author, ref()));
  const form = { edition, form: NOTHING_SECRET, ticked: [], conclusion: 'release' } as const;
  file = insist(await reviewSecrecy(deps, secrecy, ref(), form));
  file = insist(await reviewItem(deps, reviewer, ref(), { edition, step: 'first', comment: null }));
  file = insist(await reviewItem(deps, head, ref(), { edition, step: 'second', comment: null }));
  file = insist(await proofreadItem(deps, reviewer, ref(), { edition, proof: 'editor', remark: null }));
  file = insist(await approveItem(deps, signatory, ref(), { edition, comment: null }));
  file = insist(await proofreadItem(deps, head, ref(), { edition, proof: 'before-publication', remark: null }));
  file = insist(await publishItem(deps, head, ref()));
  if (file.publication.stage !== 'public') throw new Error('not public');
}

/** Publishes items, so many abreast; gives items a minute. */
async function publishAll(deps: CheckDeps, hands: Hands, first: number, abreast: number): Promise<number> {
  let next = first;
  const last = first + ITEMS;
  const began = performance.now();
  await Promise.all(
    Array.from({ length: abreast }, async () => {
      while (next < last) {
        next += 1;
        await publishOne(deps, hands, next);
      }
    }),
  );
  return Math.round((ITEMS / (performance.now() - began)) * 60_000);
}

/** Prints how many items a minute go from draft to page. */
export async function benchPublish(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'gongkai-publish-'));
  const hold = await holdServer(await settleHome(folder));
  const address = `postgresql://${SUPERUSER}@/postgres?host=${encodeURIComponent(hold.socketFolder)}&port=${PORT}`;
  const queries = openPool({ connectionString: address });
  try {
    await migrate({ queries });
    for (const agency of SAMPLE_AGENCIES) await registerAgency(queries, agency);
    await saveColumns(queries, TEST_COLUMNS);
    const sealing = await openSealing({ keyText: null, dataFolder: folder });
    const deps: CheckDeps = {
      queries,
      files: await openFileStore({ folder: join(folder, 'files'), sealing }),
      calendar: createCalendarSource(queries),
      now: () => Temporal.Now.instant(),
      today: () => Temporal.Now.plainDateISO('Asia/Shanghai'),
      reader: {
        read: async () => null,
        mask: async () => ({ kind: 'refused', why: 'nothing is masked here' }),
        close: () => {},
      },
    };
    const hands: Hands = {
      author: await hire(queries, 'case-handler'),
      secrecy: await hire(queries, 'secrecy-reviewer'),
      reviewer: await hire(queries, 'reviewer'),
      head: await hire(queries, 'disclosure-head'),
      signatory: await hire(queries, 'signatory'),
    };
    for (let warm = 0; warm < 20; warm += 1) await publishOne(deps, hands, warm);
    const alone = await publishAll(deps, hands, 1000, 1);
    const abreast = await publishAll(deps, hands, 100_000, ABREAST);
    console.log(`\npublishing ${ITEMS} items through all gates, eleven acts each`);
    console.log(`one after another ${alone} a minute, ${ABREAST} abreast ${abreast} a minute (aim 1000)`);
  } finally {
    await queries.destroy();
    await hold.release();
    rmSync(folder, { recursive: true });
  }
}
