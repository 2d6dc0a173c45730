import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { agenciesWhere, may } from '../../../people/rules/may.ts';
import type { Officer } from '../../../people/rules/officer.ts';
import { findAgency } from '../../../people/store/agency.register.store.ts';
import { draftItem } from '../../../publishing/actions/draft-item.ts';
import type { Content } from '../../../publishing/rules/content.ts';
import {
  gatheredBy,
  gazetteBody,
  inOrderOfContents,
  issueText,
  issueTitle,
  MOST_IN_AN_ISSUE,
  nextIssue,
} from '../../../publishing/rules/gazette.ts';
import { findItemId } from '../../../publishing/rules/ids.ts';
import { refusalText } from '../../../publishing/rules/refusal.ts';
import { listColumns } from '../../../publishing/store/column.register.store.ts';
import { findGazetteEntry, listGazettes } from '../../../publishing/store/gazette.register.store.ts';
import { listPublished } from '../../../publishing/store/item.register.store.ts';
import type { ItemLine } from '../../../publishing/store/item.register.store.ts';
import { formTitle } from '../../../views/form/form-page.ts';
import { readFormValues, valueOf, valuesOf } from '../../../views/form/form-state.ts';
import type { FormState, FormValues } from '../../../views/form/form-state.ts';
import { createActReader } from '../../case/act-reader.ts';
import { goOn } from '../../gate/message.ts';
import { Forbidden, getVisit, officerWho } from '../../gate/visit.ts';
import { officePage } from '../../page.ts';
import { sendPage } from '../../send-page.ts';
import { publishingDepsOf } from '../publishing-deps.ts';
import type { PublishingDeskDeps } from '../publishing-deps.ts';
import { itemPath, PUBLISHING_PATH } from '../publishing-paths.ts';
import { GAZETTE_PATH, gazetteMain, newIssueMain } from './gazette.pages.ts';

const PUBLISHING_CRUMB = { text: '主动公开', href: PUBLISHING_PATH };

/** 政府公报: the issues of an agency, and how one is put together from what is public. */
export function gazetteRoutes(server: FastifyInstance, deps: PublishingDeskDeps) {
  const { setting, today } = deps;
  const { queries } = deps.database;

  server.get(GAZETTE_PATH, async (request, reply) => {
    const officer = officerWho(request, 'read-items');
    const issues = await listGazettes(queries, { kind: 'all', agency: officer.agency });
    const from = issues[0]?.gazette.to.add({ days: 1 }) ?? today().with({ month: 1, day: 1 });
    const next = may(officer, 'draft-item', officer.agency) ? { from: from.toString(), to: today().toString() } : null;
    const page = officePage(await setting(request), {
      title: '政府公报',
      crumbs: [PUBLISHING_CRUMB],
      main: gazetteMain(issues, next),
    });
    return sendPage(reply, page);
  });

  /** What was published in a period by the officer's agency and by those that it oversees. */
  async function documentsOf(officer: Officer, values: FormValues): Promise<readonly ItemLine[]> {
    const read = createActReader(values);
    const [from, to] = [read.optionalDay('from', '起始日期'), read.optionalDay('to', '截止日期')];
    if (from === null || to === null || read.problems().length > 0) return [];
    const agencies = new Set([officer.agency, ...agenciesWhere(officer, 'oversee')]);
    const { items } = await listPublished(
      queries,
      { kinds: ['document', 'system-document'], from, to },
      { limit: MOST_IN_AN_ISSUE, offset: 0 },
    );
    return items.filter(({ agency }) => agencies.has(agency)).toReversed();
  }

  async function show(request: FastifyRequest, reply: FastifyReply, officer: Officer, state: FormState) {
    const issues = await listGazettes(queries, { kind: 'all', agency: officer.agency });
    const printed = issues.flatMap(({ gazette }) =>
      gazette.contents.map(({ item }) => [item as string, `已刊载于${issueText(gazette)}`] as const),
    );
    const main = newIssueMain({
      state,
      from: valueOf(state, 'from'),
      to: valueOf(state, 'to'),
      documents: await documentsOf(officer, state.values),
      printed: new Map(printed),
      columns: await listColumns(queries, officer.agency),
    });
    const page = officePage(await setting(request), {
      title: formTitle('编排一期公报', state),
      crumbs: [PUBLISHING_CRUMB, { text: '政府公报', href: GAZETTE_PATH }],
      main,
    });
    return sendPage(reply, page, state.problems.length > 0 ? 422 : 200);
  }

  server.get<{ Querystring: Record<string, unknown> }>(`${GAZETTE_PATH}/new`, async (request, reply) => {
    const officer = officerWho(request, 'draft-item');
    const asked = readFormValues(request.query);
    const documents = await documentsOf(officer, asked);
    const issues = await listGazettes(queries, { kind: 'all', agency: officer.agency });
    const year = Number(valueOf({ values: asked }, 'to').slice(0, 4)) || today().year;
    const next = nextIssue(
      issues.map(({ gazette }) => gazette),
      year,
    );
    const printed = new Set(issues.flatMap(({ gazette }) => gazette.contents.map(({ item }) => item)));
    const agency = await findAgency(queries, officer.agency);
    const values: FormValues = {
      from: valueOf({ values: asked }, 'from'),
      to: valueOf({ values: asked }, 'to'),
      year: String(year),
      number: String(next.number),
      serial: next.serial === null ? '' : String(next.serial),
      government: (agency?.name ?? '').replace(/办公室$/u, ''),
      item: documents.filter(({ id, normative }) => normative !== null && !printed.has(id)).map(({ id }) => id),
    };
    return show(request, reply, officer, { values, problems: [] });
  });

  server.post(`${GAZETTE_PATH}/new`, async (request, reply) => {
    const officer = officerWho(request, 'draft-item');
    const values = readFormValues(request.body);
    const read = createActReader(values);
    const year = read.whole('year', '年份', 1949, 2200);
    const number = read.whole('number', '期号', 1, 99);
    const serial = valueOf({ values }, 'serial').trim() === '' ? null : read.whole('serial', '总期号', 1, 99_999);
    const [from, to] = [read.day('from', '起始日期'), read.day('to', '截止日期')];
    const government = read.text('government', '公报名称里的机关', 60);
    const columns = await listColumns(queries, officer.agency);
    const column = columns.find(({ code }) => code === valueOf({ values }, 'column'));
    if (column === undefined) read.refuse('column', '请选择栏目');
    const offered = await documentsOf(officer, values);
    const ticked = new Set(valuesOf({ values }, 'item').flatMap(text => findItemId(text) ?? []));
    const chosen = offered.filter(({ id }) => ticked.has(id));
    const entries = (await Promise.all(chosen.map(line => findGazetteEntry(queries, line)))).filter(
      entry => entry !== undefined,
    );
    if (entries.length === 0) read.refuse('item', '请选择至少一件文件');
    const issues = await listGazettes(queries, { kind: 'all', agency: officer.agency });
    if (issues.some(({ gazette }) => gazette.year === year && gazette.number === number))
      read.refuse('number', `${year}年第${number}期已经有了，请换一个期号`);
    const problems = read.problems();
    if (problems.length > 0 || column === undefined) return show(request, reply, officer, { values, problems });

    const gazette = { kind: 'gazette' as const, year, number, serial, from, to, contents: inOrderOfContents(entries) };
    const agency = await findAgency(queries, officer.agency);
    const content: Content = {
      title: issueTitle(government, gazette),
      column: column.code,
      genre: null,
      theme: null,
      documentNumber: null,
      issuer: agency?.name ?? government,
      jointIssuers: [],
      madeOn: null,
      formedOn: today(),
      otherPeriod: null,
      source: agency?.name ?? government,
      author: officer.name,
      keywords: ['政府公报'],
      summary: `收录${from.toString()}至${to.toString()}发布的文件${entries.length}件。`,
      body: gazetteBody(gazette),
      attachments: [],
      relations: gatheredBy(gazette),
      details: gazette,
    };
    const party = { kind: 'officer', officer } as const;
    const drafted = await draftItem(publishingDepsOf(deps), party, {
      agency: officer.agency,
      kind: 'gazette',
      content,
    });
    if (!drafted.ok) {
      if (drafted.problem.kind === 'forbidden') throw new Forbidden(drafted.problem.ability);
      const refused = [{ field: 'item', message: refusalText(drafted.problem) }];
      return show(request, reply, officer, { values, problems: refused });
    }
    return goOn(deps, request, reply, {
      to: itemPath(drafted.value.registration.id),
      session: getVisit(request).session.id,
      message: { kind: 'done', sentence: `${issueText(gazette)}的公报稿已经生成，请核对目录，提交审核。` },
    });
  });
}
