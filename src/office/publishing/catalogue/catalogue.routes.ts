import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { may } from '../../../people/rules/may.ts';
import type { Officer } from '../../../people/rules/officer.ts';
import { findAgencyCode } from '../../../people/rules/agency.ts';
import { listAgencies } from '../../../people/store/agency.register.store.ts';
import { listStaffNames } from '../../../people/store/staff.register.store.ts';
import { describeUpload } from '../../../platform/files/describe-upload.ts';
import { downloadOf } from '../../../platform/press/download.ts';
import { adoptCatalogue } from '../../../publishing/actions/adopt-catalogue.ts';
import { compareCatalogue } from '../../../publishing/rules/catalogue/compare-catalogue.ts';
import { LEVELS } from '../../../publishing/rules/catalogue/coverage.ts';
import { STANDINGS } from '../../../publishing/rules/catalogue/duties.ts';
import { refusalText } from '../../../publishing/rules/refusal.ts';
import {
  listCatalogueVersions,
  listEntries,
  readCatalogue,
} from '../../../publishing/store/catalogue.register.store.ts';
import { csvText } from '../../../views/csv/csv.ts';
import { formTitle } from '../../../views/form/form-page.ts';
import { readFormValues, valueOf } from '../../../views/form/form-state.ts';
import type { FormState } from '../../../views/form/form-state.ts';
import { goOn } from '../../gate/message.ts';
import { Forbidden, getVisit, officerOf, officerWho } from '../../gate/visit.ts';
import { officePage } from '../../page.ts';
import { sendPage } from '../../send-page.ts';
import { publishingDepsOf } from '../publishing-deps.ts';
import type { PublishingDeskDeps } from '../publishing-deps.ts';
import { PUBLISHING_PATH } from '../publishing-paths.ts';
import { CATALOGUE_IMPORT_PATH, CATALOGUE_PATH, ENTRIES_PATH } from './catalogue-paths.ts';
import type { EntriesQuery } from './catalogue-paths.ts';
import { catalogueImportMain, comparisonMain } from './comparison.page.ts';
import { coverageMain } from './coverage.page.ts';
import { coverageWorkbook, levelLines } from './coverage-export.ts';
import { entriesMain } from './entries.page.ts';
import { entryRoutes } from './entry.routes.ts';
import { findPackedCatalogue, packCatalogue } from './packed-catalogue.ts';
import type { PackedCatalogue } from './packed-catalogue.ts';
import { seesCatalogue, visibleTo } from './visible-catalogue.ts';

const PUBLISHING_CRUMB = { text: '主动公开', href: PUBLISHING_PATH };
const CATALOGUE_CRUMB = { text: '公开目录', href: CATALOGUE_PATH };

function readEntriesQuery(query: unknown): EntriesQuery {
  const texts = typeof query === 'object' && query !== null ? (query as Readonly<Record<string, unknown>>) : {};
  const text = (name: string): string => (typeof texts[name] === 'string' ? texts[name].trim() : '');
  const agency = text('agency');
  return {
    field: text('field') === '' ? null : text('field').slice(0, 50),
    level: LEVELS.find(level => level === text('level')) ?? null,
    agency: agency === 'none' ? 'none' : (findAgencyCode(agency) ?? null),
    standing: STANDINGS.find(standing => standing === text('standing')) ?? null,
  };
}

/** The catalogue of what has to be published: how far it is covered, its entries, and the files that it is taken from. */
export function catalogueRoutes(server: FastifyInstance, deps: PublishingDeskDeps) {
  const { setting, readUploads, documentReader, calendar, today, press } = deps;
  const { queries } = deps.database;

  function readerOf(request: FastifyRequest): Officer {
    const officer = officerOf(request);
    if (!seesCatalogue(officer)) throw new Forbidden('read-items');
    return officer;
  }

  const catalogueFor = async (officer: Officer) =>
    visibleTo(officer, await readCatalogue(queries, {}, today(), await calendar()));

  server.get(CATALOGUE_PATH, async (request, reply) => {
    const officer = readerOf(request);
    const own = may(officer, 'read-items', officer.agency) ? await listCatalogueVersions(queries, officer.agency) : [];
    const names = await listStaffNames(
      queries,
      own.flatMap(({ by }) => by ?? []),
    );
    const main = coverageMain({
      catalogue: await catalogueFor(officer),
      versions: own.map(version => ({
        ...version,
        byName: version.by === null ? null : (names.get(version.by) ?? null),
      })),
      mayKeep: may(officer, 'keep-catalogue', officer.agency),
      mayDraft: own.length > 0 && may(officer, 'draft-item', officer.agency),
      today: today(),
    });
    return sendPage(
      reply,
      officePage(await setting(request), {
        title: '公开目录',
        crumbs: [PUBLISHING_CRUMB],
        styles: ['publishing.css'],
        main,
      }),
    );
  });

  server.get(ENTRIES_PATH, async (request, reply) => {
    const main = entriesMain(await catalogueFor(readerOf(request)), readEntriesQuery(request.query));
    return sendPage(
      reply,
      officePage(await setting(request), {
        title: '目录事项',
        crumbs: [PUBLISHING_CRUMB, CATALOGUE_CRUMB],
        styles: ['publishing.css'],
        main,
      }),
    );
  });

  server.get(`${CATALOGUE_PATH}/coverage.csv`, async (request, reply) => {
    const bytes = new TextEncoder().encode(csvText(levelLines(await catalogueFor(readerOf(request)))));
    const download = downloadOf(bytes, '公开目录覆盖情况.csv', 'coverage.csv', 'text/csv; charset=utf-8');
    return reply.headers(download.headers).send(download.bytes);
  });

  server.get(`${CATALOGUE_PATH}/coverage.xlsx`, async (request, reply) => {
    const { siteName } = await setting(request);
    const bytes = await press.workbook(coverageWorkbook(await catalogueFor(readerOf(request)), siteName));
    const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
    const download = downloadOf(bytes, '公开目录覆盖情况.xlsx', 'coverage.xlsx', type);
    return reply.headers(download.headers).send(download.bytes);
  });

  async function showImport(request: FastifyRequest, reply: FastifyReply, state: FormState) {
    officerWho(request, 'keep-catalogue');
    const page = officePage(await setting(request), {
      title: formTitle('导入公开目录', state),
      crumbs: [PUBLISHING_CRUMB, CATALOGUE_CRUMB],
      main: catalogueImportMain(state),
    });
    return sendPage(reply, page, state.problems.length > 0 ? 422 : 200);
  }

  async function showComparison(request: FastifyRequest, reply: FastifyReply, { source, catalogue }: PackedCatalogue) {
    const { agency } = officerWho(request, 'keep-catalogue');
    const versions = await listCatalogueVersions(queries, agency);
    const main = comparisonMain({
      source,
      packed: packCatalogue({ source, catalogue }),
      seen: versions[0]?.version ?? 0,
      comparison: compareCatalogue(await listEntries(queries, agency), catalogue.entries),
      remarks: catalogue.remarks,
      agencies: await listAgencies(queries),
    });
    return sendPage(
      reply,
      officePage(await setting(request), { title: '比对公开目录', crumbs: [PUBLISHING_CRUMB, CATALOGUE_CRUMB], main }),
    );
  }

  server.get(CATALOGUE_IMPORT_PATH, async (request, reply) => showImport(request, reply, { values: {}, problems: [] }));

  server.post(CATALOGUE_IMPORT_PATH, async (request, reply) => {
    officerWho(request, 'keep-catalogue');
    const { files, problems } = await readUploads(request);
    const again = async (message: string) =>
      showImport(request, reply, { values: {}, problems: [{ field: 'file', message }] });
    if (problems[0] !== undefined) return again(problems[0].message);
    const upload = files[0];
    if (upload === undefined) return again('请选择一份 Excel 目录（.xlsx）');
    const described = await describeUpload(upload.bytes, upload.name);
    if (!described.ok) return again(described.problem);
    if (described.value.kind !== 'xlsx') return again('公开目录只能从 .xlsx 导入；旧格式请用 Excel 或 WPS 另存');
    const catalogue = await documentReader.readCatalogue(upload.bytes);
    if (!catalogue.ok) return again(catalogue.problem);
    return showComparison(request, reply, { source: described.value.name, catalogue: catalogue.value });
  });

  server.post(`${CATALOGUE_IMPORT_PATH}/confirm`, async (request, reply) => {
    const officer = officerWho(request, 'keep-catalogue');
    const values = readFormValues(request.body);
    const found = findPackedCatalogue(valueOf({ values }, 'packed'));
    const again = async (message: string) =>
      showImport(request, reply, { values: {}, problems: [{ field: 'file', message }] });
    if (found === undefined) return again('比对的内容没有完整收到，请重新选择文件');
    const adopted = await adoptCatalogue(
      publishingDepsOf(deps),
      { kind: 'officer', officer },
      {
        keeper: officer.agency,
        entries: found.catalogue.entries,
        source: found.source,
        seen: Number(valueOf({ values }, 'seen')),
      },
    );
    if (!adopted.ok) return again(refusalText(adopted.problem));
    const { version, comparison } = adopted.value;
    const sentence = `目录已更新为第 ${version} 版：新增 ${comparison.added.length} 项，变更 ${comparison.changed.length} 项，取消 ${comparison.gone.length} 项。`;
    return goOn(deps, request, reply, {
      to: CATALOGUE_PATH,
      session: getVisit(request).session.id,
      message: { kind: 'done', sentence },
    });
  });

  entryRoutes(server, deps);
}
