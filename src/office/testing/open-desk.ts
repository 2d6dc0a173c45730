import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import formbody from '@fastify/formbody';
import multipart from '@fastify/multipart';
import fastify from 'fastify';
import type { LightMyRequestResponse } from 'fastify';
import { SAMPLE_AGENCIES } from '../../../sample/qingchuan/agencies.ts';
import { SAMPLE_PASSWORD, SAMPLE_STAFF } from '../../../sample/qingchuan/staff.ts';
import type { ActionDeps } from '../../applications/actions/deps.ts';
import { createCalendarSource } from '../../applications/store/working-calendar.register.store.ts';
import { addSampleStaff } from '../../people/actions/add-sample-staff.ts';
import { createRoundReader } from '../../annual-report/actions/rounds/round-reader.ts';
import { EXAMINATION_HERE } from '../../annual-report/examination/examination-here.ts';
import { registerAgency } from '../../people/actions/register-agency.ts';
import { SECOND_FACTOR_ROLES } from '../../people/rules/settings.ts';
import { saveSetting } from '../../people/store/setting.store.ts';
import { openTestDatabase } from '../../platform/database/testing/test-database.ts';
import { openFileStore } from '../../platform/files/file-store.ts';
import { IMPORT_READER } from '../../publishing/testing/import-reader.ts';
import { createUploadReader } from '../../platform/files/read-uploads.ts';
import { createScanner } from '../../platform/files/scanner.ts';
import { openPress } from '../../platform/press/press.ts';
import { openRedaction } from '../../platform/redaction/redaction.ts';
import { openSealing } from '../../platform/sealing/sealing.ts';
import type { WebSource } from '../../platform/web-source/web-source.ts';
import { run as readCatalogue } from '../../publishing/examination/catalogue-job.ts';
import { catalogueOf } from '../../publishing/examination/document-reader.ts';
import { run as proposeFrom } from '../../publishing/examination/document-job.ts';
import { run as readAttachment } from '../../publishing/examination/job.ts';
import { openExchangeKey } from '../../publishing/store/exchange-key.store.ts';
import { run as maskAttachment } from '../../publishing/examination/masking/masking-job.ts';
import { applicationRoutes } from '../applications.routes.ts';
import { loadOfficeAssets } from '../assets.ts';
import { officeRoutes } from '../office.routes.ts';
import { packageRoutes } from '../packages/packages.routes.ts';
import { publishingRoutes } from '../publishing/publishing.routes.ts';

/** Somebody who sits before the office with a browser; `visit` posts when a form is given. */
export type DeskBrowser = {
  readonly visit: (
    path: string,
    form?: Readonly<Record<string, string | readonly string[]>>,
  ) => Promise<LightMyRequestResponse>;
  /** Posts a form with one file. */
  readonly upload: (
    path: string,
    form: Readonly<Record<string, string>>,
    file: { readonly field: string; readonly name: string; readonly bytes: Uint8Array },
  ) => Promise<LightMyRequestResponse>;
};

/** The office of the sample district, on a day that the test sets, without a network. */
export type Desk = AsyncDisposable & {
  readonly deps: ActionDeps;
  readonly on: (day: string) => void;
  readonly signIn: (username: string) => Promise<DeskBrowser>;
  readonly stranger: DeskBrowser;
};

/** `figuresFeed` stands for the 双公示 system. */
export async function openDesk(day: string, figuresFeed: WebSource | null = null): Promise<Desk> {
  const database = await openTestDatabase();
  const { queries } = database;
  const folder = await mkdtemp(join(tmpdir(), 'gongkai-desk-'));
  const sealing = await openSealing({ keyText: null, dataFolder: folder });
  const files = await openFileStore({ folder: join(folder, 'files'), sealing });
  const clock = { today: Temporal.PlainDate.from(day) };
  const now = () => clock.today.toZonedDateTime({ timeZone: 'Asia/Shanghai', plainTime: '09:30' }).toInstant();
  const today = () => clock.today;
  for (const agency of SAMPLE_AGENCIES) await registerAgency(queries, agency);
  await addSampleStaff(queries, SAMPLE_STAFF, SAMPLE_PASSWORD, now());
  await saveSetting(queries, SECOND_FACTOR_ROLES, null, [], now());

  const calendar = createCalendarSource(queries);
  const press = openPress(null);
  const redaction = openRedaction();
  const roundReader = createRoundReader({ queries, files, examination: EXAMINATION_HERE, today, now }, error => {
    throw error;
  });
  const more = {
    files,
    scanner: createScanner(null),
    readUploads: createUploadReader(),
    calendar,
    press,
    redaction,
    examination: EXAMINATION_HERE,
    roundReader,
    figuresFeed,
    // Read in this process: what the sandbox adds has tests of its own.
    attachmentReader: { read: readAttachment, mask: maskAttachment, close: () => {} },
    documentReader: {
      propose: (bytes: Uint8Array) => proposeFrom({ bytes }),
      readCatalogue: async (bytes: Uint8Array) => catalogueOf(await readCatalogue(bytes)),
      close: () => {},
    },
    importReader: IMPORT_READER,
  };
  const server = fastify();
  await server.register(formbody);
  await server.register(multipart);
  const office = {
    database,
    sealing,
    assets: loadOfficeAssets(),
    now,
    today,
    publicAddress: null,
    federation: null,
    settings: [],
    eventNames: {},
  };
  await officeRoutes(server, office, (behindTheDoor, desk) => {
    applicationRoutes(behindTheDoor, { ...desk, ...more });
    publishingRoutes(behindTheDoor, { ...desk, ...more, askPublic: async () => null });
    packageRoutes(behindTheDoor, {
      ...desk,
      exchange: async () => ({
        queries,
        files,
        now,
        today,
        pictureMaker: { make: async () => [], close: () => {} },
        key: await openExchangeKey(queries, sealing),
        site: { name: '示范市晴川区人民政府', origin: null, code: null },
      }),
    });
  });

  function openBrowser(): DeskBrowser {
    const cookies = new Map<string, string>();
    const cookie = () => [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    return {
      upload: async (path, form, { field, name, bytes }) => {
        const data = new FormData();
        for (const [key, value] of Object.entries(form)) data.append(key, value);
        data.append(field, new File([Uint8Array.from(bytes)], name));
        const sent = new Response(data);
        const type = sent.headers.get('content-type') ?? '';
        const answer = await server.inject({
          method: 'POST',
          url: path,
          headers: { cookie: cookie(), 'content-type': type, 'sec-fetch-site': 'same-origin' },
          payload: Buffer.from(await sent.arrayBuffer()),
        });
        for (const one of answer.cookies) cookies.set(one.name, one.value);
        return answer;
      },
      visit: async (path, form) => {
        const fields = Object.entries(form ?? {}).flatMap(([name, value]) =>
          (typeof value === 'string' ? [value] : value).map(one => [name, one] as [string, string]),
        );
        const answer = await server.inject({
          method: form === undefined ? 'GET' : 'POST',
          url: path,
          headers: {
            cookie: cookie(),
            ...(form === undefined
              ? {}
              : { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' }),
          },
          ...(form === undefined ? {} : { payload: new URLSearchParams(fields).toString() }),
        });
        for (const { name, value } of answer.cookies) cookies.set(name, value);
        return answer;
      },
    };
  }

  return {
    deps: { queries, sealing, files, calendar, today, now },
    on: next => void (clock.today = Temporal.PlainDate.from(next)),
    signIn: async username => {
      const browser = openBrowser();
      const answer = await browser.visit('/office/sign-in', { username, password: SAMPLE_PASSWORD });
      if (answer.statusCode !== 303) throw new Error(`${username} could not sign in: ${answer.statusCode}`);
      return browser;
    },
    stranger: openBrowser(),
    [Symbol.asyncDispose]: async () => {
      await roundReader.stop();
      await server.close();
      press.close();
      redaction.close();
      await database.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
