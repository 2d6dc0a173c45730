import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { SAMPLE_STAFF } from '../../sample/qingchuan/staff.ts';
import { openExamination } from '../annual-report/examination/examination.ts';
import type { Role } from '../people/rules/role.ts';
import { ROLES } from '../people/rules/role.ts';
import { getStaffId } from '../people/rules/staff-id.ts';
import { openSession } from '../people/store/session.store.ts';
import { openTestDatabase } from '../platform/database/testing/test-database.ts';
import { openFileStore } from '../platform/files/file-store.ts';
import { createScanner } from '../platform/files/scanner.ts';
import { openPress } from '../platform/press/press.ts';
import { openRedaction } from '../platform/redaction/redaction.ts';
import { openAttachmentReader } from '../publishing/examination/attachment-reader.ts';
import { openDocumentReader } from '../publishing/examination/document-reader.ts';
import { openImportReader } from '../publishing/examination/import-reader.ts';
import { openPictureMaker } from '../publishing/examination/picture-maker.ts';
import { openSealing } from '../platform/sealing/sealing.ts';
import { loadSample } from './load-sample.ts';
import { buildServer } from './server.ts';

type Address = { readonly method: string; readonly url: string };

let server: FastifyInstance;
let database: Awaited<ReturnType<typeof openTestDatabase>>;
let folder: string;
let ids: { readonly application: string; readonly letter: string; readonly consultation: string };
const addresses: Address[] = [];
const [examination, press, redaction] = [openExamination(1), openPress(null), openRedaction()];
const [attachmentReader, documentReader] = [openAttachmentReader(1), openDocumentReader()];
const importReader = openImportReader();
const pictureMaker = openPictureMaker();
const today = () => Temporal.PlainDate.from('2026-11-25');
const now = () => Temporal.Instant.from('2026-11-25T02:00:00Z');

beforeAll(async () => {
  database = await openTestDatabase();
  folder = await mkdtemp(join(tmpdir(), 'gongkai-authorisation-'));
  const sealing = await openSealing({ keyText: null, dataFolder: folder });
  const files = await openFileStore({ folder: join(folder, 'files'), sealing });
  await loadSample(database, { sealing, files, now, today });
  server = await buildServer({
    database,
    examination,
    press,
    redaction,
    attachmentReader,
    documentReader,
    importReader,
    pictureMaker,
    sealing,
    files,
    scanner: createScanner(null),
    federation: null,
    publicAddress: null,
    figuresFeed: null,
    proxies: null,
    now,
    today,
    logLevel: 'silent',
    logTo: new Writable({ write: (_chunk, _encoding, done) => done() }),
    onAddress: (method, url) => addresses.push({ method, url }),
  });
  await server.ready();
  const { queries } = database;
  const consultation = await queries
    .selectFrom('application_consultations')
    .innerJoin('applications', 'applications.id', 'application_consultations.application')
    .select(['application_consultations.id', 'applications.id as application'])
    .where('applications.stage', '=', 'in-hand')
    .where('agency', '=', '990101-001')
    .executeTakeFirstOrThrow();
  const letter = await queries
    .selectFrom('application_letters')
    .select('id')
    .where('application', '=', consultation.application)
    .executeTakeFirstOrThrow();
  ids = { application: consultation.application, letter: letter.id, consultation: consultation.id };
});
afterAll(async () => {
  examination.close();
  press.close();
  redaction.close();
  attachmentReader.close();
  documentReader.close();
  importReader.close();
  pictureMaker.close();
  await server.close();
  await database.close();
  await rm(folder, { recursive: true, force: true });
});

/** An address with the ids of a real file of the government office in it; what is no id gets a word. */
function filled({ url }: Address): string {
  return url
    .replace('/applications/:id', `/applications/${ids.application}`)
    .replace(':letter', ids.letter)
    .replace(':consultation', ids.consultation)
    .replaceAll(/:[a-zA-Z]+/g, '1')
    .replace('*', 'nowhere');
}

async function cookieOf(username: string): Promise<string> {
  const { id } = SAMPLE_STAFF.find(officer => officer.username === username)!;
  const origin = { address: '127.0.0.1', browser: 'test' };
  return `gongkai-session=${await openSession(database.queries, getStaffId(id), 'full', origin, now())}`;
}

async function ask(address: Address, cookie: string | null) {
  return server.inject({
    method: address.method as 'GET',
    url: filled(address),
    headers: {
      ...(cookie === null ? {} : { cookie }),
      origin: 'http://localhost:80',
      host: 'localhost:80',
      'sec-fetch-site': 'same-origin',
      'content-type': 'application/x-www-form-urlencoded',
    },
    ...(address.method === 'GET' ? {} : { payload: 'version=1' }),
  });
}

/** Addresses that say something of one application, its letters and files. */
const casesIn = () =>
  addresses.filter(({ method, url }) => method !== 'HEAD' && url.startsWith('/office/applications/:id'));

/** An officer of another agency with any role at all. */
async function strangerWith(role: Role): Promise<string> {
  const { id } = SAMPLE_STAFF.find(officer => officer.username === 'mei.ruoxu')!;
  await database.queries.deleteFrom('staff_roles').where('staff', '=', id).execute();
  await database.queries.insertInto('staff_roles').values({ staff: id, role }).execute();
  return cookieOf('mei.ruoxu');
}

test('there are cases to walk: their pages, their acts, their letters and their files', () => {
  const walked = casesIn();
  expect(walked.filter(({ method }) => method === 'GET').length).toBeGreaterThan(8);
  expect(walked.filter(({ method }) => method === 'POST').length).toBeGreaterThan(10);
});

test.each(ROLES)(
  'an officer of another agency who is %s gets nothing but refusal at every address of a case',
  async role => {
    const cookie = await strangerWith(role);
    const before = await database.queries
      .selectFrom('application_acts')
      .select(eb => eb.fn.countAll<number>().as('n'))
      .executeTakeFirst();
    for (const address of casesIn()) {
      const answer = await ask(address, cookie);
      expect([403, 404], `${role} ${address.method} ${address.url} → ${answer.statusCode}`).toContain(
        answer.statusCode,
      );
      expect(answer.body).not.toContain('云锦路商业综合体');
    }
    const after = await database.queries
      .selectFrom('application_acts')
      .select(eb => eb.fn.countAll<number>().as('n'))
      .executeTakeFirst();
    expect(after).toEqual(before);
  },
);

test('without a session every address of the office leads to the sign-in page, or is the sign-in page', async () => {
  const office = addresses.filter(({ method, url }) => method !== 'HEAD' && url.startsWith('/office'));
  expect(office.length).toBeGreaterThan(40);
  for (const address of office) {
    const answer = await ask(address, null);
    const allowed =
      answer.headers.location?.startsWith('/office/sign-in') === true || address.url.startsWith('/office/sign-in');
    const kept = answer.statusCode === 200 && answer.body.includes('name="password"');
    const feed = address.url.includes('.ics') && answer.statusCode === 404;
    expect(allowed || kept || feed, `${address.method} ${address.url} → ${answer.statusCode}`).toBe(true);
    expect(answer.body).not.toContain('云锦路商业综合体');
  }
});

test('the supervising office sees the register of the agencies below it, and no case of theirs', async () => {
  const cookie = await cookieOf('xie.changfeng');
  const { id } = await database.queries
    .selectFrom('applications')
    .select('id')
    .where('agency', '=', '990101-002')
    .executeTakeFirstOrThrow();
  const answer = await server.inject({ method: 'GET', url: `/office/applications/${id}`, headers: { cookie } });
  expect(answer.body).not.toContain('韩予舟');
});

test('an auditor reads and changes nothing: every act is refused', async () => {
  const cookie = await cookieOf('ji.huaijin');
  const before = await database.queries
    .selectFrom('application_acts')
    .select(eb => eb.fn.countAll<number>().as('n'))
    .executeTakeFirst();
  for (const address of casesIn().filter(({ method }) => method !== 'GET')) {
    const answer = await ask(address, cookie);
    expect([403, 404, 409, 422], `${address.method} ${address.url}`).toContain(answer.statusCode);
  }
  const after = await database.queries
    .selectFrom('application_acts')
    .select(eb => eb.fn.countAll<number>().as('n'))
    .executeTakeFirst();
  expect(after).toEqual(before);
});
