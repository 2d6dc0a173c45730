import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { drawPdf, text } from '../../../test/pdf/drawn-pdf.ts';
import type { UploadKind } from '../../platform/files/upload-kind.ts';
import { KIND_FACTS } from '../../platform/files/upload-kind.ts';
import { writeDocx } from '../../platform/docx/write-docx.ts';
import { openPress } from '../../platform/press/press.ts';
import { CHECKS, openRedaction } from '../../platform/redaction/redaction.ts';
import { CHECK_LABEL, SEVERANCE_GROUNDS } from '../rules/severance.ts';
import type { WithheldPassage } from '../rules/severance.ts';
import { findFile, listFiles } from '../store/application-file.store.ts';
import { findOriginal, listSeverances } from '../store/severance.store.ts';
import { done, lodge, openActing, refused, SCHOOLS } from '../testing/acting.ts';
import type { Acting } from '../testing/acting.ts';
import { markPassages, unmarkPassage } from './mark-passage.ts';
import { releaseSeveredCopy } from './release-severed-copy.ts';
import { takeOriginal } from './take-original.ts';
import type { SeveranceDeps } from './take-original.ts';

let acting: Acting;
let deps: SeveranceDeps;
const [redaction, press] = [openRedaction(), openPress(null)];
beforeAll(async () => {
  acting = await openActing('2026-03-02');
  deps = { ...acting.deps, redaction, press };
});
afterAll(async () => {
  redaction.close();
  press.close();
  await acting[Symbol.asyncDispose]();
});

const CONTRACT = drawPdf([
  { content: text(50, 700, '承包合同') + text(50, 680, '甲方联系人赵钱孙，电话13800001234') },
  { content: text(50, 700, '合同价款见附件') },
]);

async function kept(bytes: Uint8Array, kind: UploadKind, name: string) {
  const file = await deps.files.keep(bytes);
  if (!file.ok) throw new Error(file.problem);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const facts = { mediaType: KIND_FACTS[kind].mediaType, bytes: bytes.byteLength, sha256 };
  return { field: 'original', name, kind, file: file.value, scan: 'not-scanned', ...facts } as const;
}

const PRIVACY = {
  ground: 'third-party-interest',
  aspect: '个人隐私',
  reason: '涉及合同经办人的姓名，公开会侵害其个人隐私',
} as const;
const NAME: WithheldPassage = { place: { kind: 'words', words: '赵钱孙' }, ...PRIVACY };
const NUMBER: WithheldPassage = { place: { kind: 'words', words: '13800001234' }, ...PRIVACY };

async function opened() {
  const { id } = await lodge(acting);
  const party = await acting.officer(['case-handler']);
  const original = done(
    await takeOriginal(deps, party, { id, version: null }, await kept(CONTRACT, 'pdf', '合同.pdf')),
  );
  return { id, party, original, ref: { id, version: null } };
}

test('an original is taken, marked with reasons, and gives a copy in which the marked words are nowhere', async () => {
  const { id, party, original, ref } = await opened();
  done(await markPassages(deps, party, id, original, [NAME, NUMBER]));
  const severance = done(await releaseSeveredCopy(deps, party.officer, ref, original));
  expect(severance.report.passed).toBe(true);
  expect(severance.report.checks.map(({ check }) => check).toSorted()).toEqual([...CHECKS].toSorted());
  const files = await listFiles(deps.queries, deps.sealing, id);
  expect(files.map(({ purpose, name }) => [purpose, name])).toEqual([
    ['original', '合同.pdf'],
    ['released', '合同（区分处理）.pdf'],
  ]);
  const released = await findFile(deps.queries, deps.sealing, id, severance.released!);
  const found = await redaction.find(await deps.files.read(released!.file), ['赵钱孙', '13800001234', '承包合同']);
  expect(found.ok && found.value.map(({ places }) => places.length)).toEqual([0, 0, 1]);
  expect(Buffer.from(await deps.files.read(files[0]!.file)).equals(CONTRACT)).toBe(true);
  expect((await listSeverances(deps.queries, deps.sealing, id)).map(({ passages }) => passages)).toEqual([
    [NAME, NUMBER],
  ]);
});

test('only the last copy of an original is what the applicant is given', async () => {
  const { id, party, original, ref } = await opened();
  done(await markPassages(deps, party, id, original, [NAME]));
  done(await releaseSeveredCopy(deps, party.officer, ref, original));
  done(await markPassages(deps, party, id, original, [NUMBER]));
  const second = done(await releaseSeveredCopy(deps, party.officer, ref, original));
  const files = await listFiles(deps.queries, deps.sealing, id);
  expect(files.filter(({ purpose }) => purpose === 'released').map(file => file.id)).toEqual([second.released]);
});

test('nothing is released without a mark, for a word that is not there, or by another agency', async () => {
  const { id, party, original, ref } = await opened();
  expect(refused(await releaseSeveredCopy(deps, party.officer, ref, original))).toMatch(/还没有标记要遮盖的内容/);
  const other = await acting.officer(['case-handler'], SCHOOLS);
  expect(refused(await releaseSeveredCopy(deps, other.officer, ref, original))).toMatch(/没有找到这件申请/);
  expect(refused(await markPassages(deps, other, id, original, [NAME]))).toMatch(/没有找到这件申请/);
  const reader = await acting.officer(['legal-reviewer']);
  expect(refused(await releaseSeveredCopy(deps, reader.officer, ref, original))).toMatch(/办理申请/);
  const absent: WithheldPassage = { ...NAME, place: { kind: 'words', words: '不在其中' } };
  done(await markPassages(deps, party, id, original, [absent]));
  expect(refused(await releaseSeveredCopy(deps, party.officer, ref, original))).toMatch(/没有找到“不在其中”/);
  expect(await listSeverances(deps.queries, deps.sealing, id)).toEqual([]);
});

test('a copy in which something survives is recorded as blocked and no file comes of it', async () => {
  const { id, party, original, ref } = await opened();
  done(await markPassages(deps, party, id, original, [NAME]));
  const report = {
    passed: false,
    pages: 2,
    regions: 1,
    removedCharacters: 0,
    neighbours: [],
    picturedPages: [1, 2],
    touchedPages: [1],
    discarded: null,
    checks: [{ check: 'terms-in-bytes', passed: false, leftovers: [{ page: null, what: '赵钱孙' }] }],
  } as const;
  const failing = { ...redaction, redact: async () => ({ ok: true, value: { kind: 'blocked', report } }) as const };
  const blocked = done(await releaseSeveredCopy({ ...deps, redaction: failing }, party.officer, ref, original));
  expect(blocked.released).toBeNull();
  expect((await listSeverances(deps.queries, deps.sealing, id)).map(({ released }) => released)).toEqual([null]);
  expect((await listFiles(deps.queries, deps.sealing, id)).map(({ purpose }) => purpose)).toEqual(['original']);
});

test('a Word file is worked on as a copy set anew; a broken file and an old format are refused at once', async () => {
  const { id, party } = await opened();
  const ref = { id, version: null };
  const docx = await writeDocx({
    title: ['会议纪要'],
    issuer: null,
    blocks: [{ kind: 'paragraph', text: '出席人员赵钱孙。' }],
  });
  const original = done(await takeOriginal(deps, party, ref, await kept(docx, 'docx', '会议纪要.docx')));
  expect(await findOriginal(deps.queries, deps.sealing, id, original)).toMatchObject({ setAnew: true, pages: 1 });
  done(await markPassages(deps, party, id, original, [NAME]));
  expect(done(await releaseSeveredCopy(deps, party.officer, ref, original)).report.passed).toBe(true);
  const broken = await kept(CONTRACT.subarray(0, 200), 'pdf', '坏.pdf');
  expect(refused(await takeOriginal(deps, party, ref, broken))).toMatch(/文件已损坏/);
  expect(refused(await takeOriginal(deps, party, ref, await kept(CONTRACT, 'ofd', '公文.ofd')))).toMatch(
    /“打印”为 PDF/,
  );
});

test('a mark can be taken off again, and not twice', async () => {
  const { id, party, original } = await opened();
  done(await markPassages(deps, party, id, original, [NAME, NUMBER]));
  expect(refused(await markPassages(deps, party, id, original, [NAME]))).toMatch(/已经标记过/);
  const seen = JSON.stringify(NAME.place);
  expect(done(await unmarkPassage(deps, party, id, original, 0, seen))).toEqual([NUMBER]);
  expect(refused(await unmarkPassage(deps, party, id, original, 0, seen))).toMatch(/已经有变动/);
});

test('the database knows the same grounds, takes no original for its own copy, and keeps the record as it is', async () => {
  const { rows } = await sql<{ definition: string }>`
    select pg_get_constraintdef(oid) as definition from pg_constraint where conname = 'severance_grounds_ground_check'
  `.execute(deps.queries);
  const known = [...rows[0]!.definition.matchAll(/'([a-z-]+)'/g)].map(([, ground]) => ground);
  expect(new Set(known)).toEqual(new Set(SEVERANCE_GROUNDS));
  const { id, party, original, ref } = await opened();
  done(await markPassages(deps, party, id, original, [NAME]));
  const { id: severance } = done(await releaseSeveredCopy(deps, party.officer, ref, original));
  const change = deps.queries.updateTable('severances').set({ outcome: 'blocked', released: null });
  await expect(change.where('id', '=', severance).execute()).rejects.toThrow(/only ever added to/);
  const confusing = deps.queries.insertInto('severances').values({
    id: original,
    application: id,
    original,
    sealed_passages: '',
    outcome: 'released',
    released: original,
    sealed_report: '',
    made_by: party.officer.id,
    made_at: deps.now().toString(),
  });
  await expect(confusing.execute()).rejects.toThrow(/check constraint/);
});

test('every check of a copy has its words', () => {
  expect(Object.keys(CHECK_LABEL).toSorted()).toEqual([...CHECKS].toSorted());
});
