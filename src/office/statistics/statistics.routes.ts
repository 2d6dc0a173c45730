import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { CHANNELS } from '../../applications/rules/channel.ts';
import {
  countPeriod,
  daysTakenIn,
  groupApplications,
  listPeriod,
} from '../../applications/store/period.register.store.ts';
import type { PeriodFilter } from '../../applications/store/period.register.store.ts';
import { APPLICANT_KINDS, OUTCOME_ROWS_2021 } from '../../law/report-form/table-three.ts';
import type { AgencyCode } from '../../people/rules/agency.ts';
import { agenciesWhere, may } from '../../people/rules/may.ts';
import type { Officer } from '../../people/rules/officer.ts';
import { listAgencies } from '../../people/store/agency.register.store.ts';
import type { Queries } from '../../platform/database/pool.ts';
import { downloadOf } from '../../platform/press/download.ts';
import { findColumnCode } from '../../publishing/rules/column.ts';
import type { ColumnCode } from '../../publishing/rules/ids.ts';
import { ITEM_KINDS } from '../../publishing/rules/item-kind.ts';
import { TIMINGS } from '../../publishing/rules/published-group.ts';
import type { PublishedGroup } from '../../publishing/rules/published-group.ts';
import { findColumn, listColumns } from '../../publishing/store/column.register.store.ts';
import { groupPublished, listPublishedIn } from '../../publishing/store/period.register.store.ts';
import type { PublishedInPeriod } from '../../publishing/store/period.register.store.ts';
import { statisticsDocument, statisticsLines, statisticsWorkbook } from '../../statistics/render/statistics-files.ts';
import type { StatisticsPaper } from '../../statistics/render/statistics-files.ts';
import { applicationTables, figuresOf } from '../../statistics/rules/application-tables.ts';
import { daysOf, periodBefore, periodName, periodWord } from '../../statistics/rules/period.ts';
import { publishingTables, sumOf } from '../../statistics/rules/publishing-tables.ts';
import { percentOf } from '../../statistics/rules/stat-table.ts';
import type { Drill } from '../../statistics/rules/stat-table.ts';
import { csvText } from '../../views/csv/csv.ts';
import type { FigureCard } from '../../views/figure-cards/figure-cards.ts';
import { Forbidden, NotFound, officerOf } from '../gate/visit.ts';
import type { LetterDeskDeps } from '../letters/letters.routes.ts';
import { officePage } from '../page.ts';
import { sendPage } from '../send-page.ts';
import { applicationListMain, itemListMain } from './list.page.ts';
import {
  daysAsked,
  drillAddress,
  readStatisticsQuery,
  STATISTICS_PATH,
  statisticsAddress,
  SUBJECTS,
} from './statistics-query.ts';
import type { StatisticsQuery, Subject } from './statistics-query.ts';
import { STATISTICS_FORMATS, statisticsMain } from './statistics.page.ts';
import type { StatisticsFormat } from './statistics.page.ts';

const PAGE_SIZE = 100;
/** As many years as the list offers. */
const YEARS = 12;
const MEDIA_TYPE = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
} as const satisfies Record<StatisticsFormat, string>;

const ABILITY_FOR = { publishing: 'read-items', applications: 'read-applications' } as const satisfies Record<
  Subject,
  string
>;

/** The agencies of which an officer may see a subject: their own, and those that their office supervises. */
function readableFor(officer: Officer, subject: Subject): readonly AgencyCode[] {
  const own = may(officer, ABILITY_FOR[subject], officer.agency) ? [officer.agency] : [];
  return [...new Set([...own, ...agenciesWhere(officer, 'oversee')])];
}

export const subjectsFor = (officer: Officer): readonly Subject[] =>
  SUBJECTS.filter(subject => readableFor(officer, subject).length > 0);

const oneOf = <Value extends string>(values: readonly Value[], text: string | undefined): Value | undefined =>
  values.find(value => value === text);

/** Which items a figure's address names; undefined where it names none that there can be. */
function publishedFilter(drill: Drill, agencies: readonly AgencyCode[]): PublishedInPeriod {
  const month = drill['month'];
  return {
    agency: oneOf(agencies, drill['agency']),
    column: drill['column'] === undefined ? undefined : findColumnCode(drill['column']),
    kind: oneOf(ITEM_KINDS, drill['kind']),
    month: month !== undefined && /^\d{4}-\d{2}$/.test(month) ? month : undefined,
    timing: oneOf(TIMINGS, drill['timing']),
    normative: drill['normative'] === 'yes' ? true : undefined,
  };
}

function periodFilter(drill: Drill, agencies: readonly AgencyCode[]): PeriodFilter {
  const from = oneOf(['new', 'before'] as const, drill['from']);
  const late = oneOf(['yes', 'no'] as const, drill['late']);
  return {
    agency: oneOf(agencies, drill['agency']),
    channel: oneOf(CHANNELS, drill['channel']),
    applicantKind: oneOf(APPLICANT_KINDS, drill['applicantKind']),
    isNew: from === undefined ? undefined : from === 'new',
    settled: oneOf(['any', 'open', ...OUTCOME_ROWS_2021] as const, drill['settled']),
    late: late === undefined ? undefined : late === 'yes',
    extended: drill['extended'] === 'yes' ? true : undefined,
  };
}

type Drawn = Pick<StatisticsPaper, 'tables'> & { readonly cards: readonly FigureCard[]; readonly note: string };

const change = (now: number, before: number): string =>
  before === now ? '与上期持平' : `比上期${now > before ? '多' : '少'} ${Math.abs(now - before)}`;

/** Columns by name; where several agencies are counted, each with its agency, because most have a column of the same name. */
async function columnNames(
  queries: Queries,
  groups: readonly PublishedGroup[],
  agencies: ReadonlyMap<AgencyCode, string>,
): Promise<ReadonlyMap<ColumnCode, string>> {
  const named = (name: string, agency: AgencyCode) =>
    agencies.size > 1 ? `${name}（${agencies.get(agency) ?? agency}）` : name;
  const names = new Map((await listColumns(queries)).map(({ code, name, agency }) => [code, named(name, agency)]));
  for (const code of new Set(groups.map(({ column }) => column)))
    if (!names.has(code)) names.set(code, `${(await findColumn(queries, code))?.name ?? code}（已撤销）`);
  return names;
}

/** 统计: what was published and applied for in a month, a quarter or a year, with what each figure counts. */
export function statisticsRoutes(server: FastifyInstance, deps: LetterDeskDeps) {
  const { database, today, setting, press } = deps;
  const { queries } = database;

  /** The officer and what the address asks for of a subject; a subject of which they may see nothing is forbidden. */
  function asked(request: FastifyRequest, subject: Subject) {
    const officer = officerOf(request);
    const readable = readableFor(officer, subject);
    if (readable.length === 0) throw new Forbidden(ABILITY_FOR[subject]);
    return { officer, readable, query: readStatisticsQuery(request.query, readable, today()) };
  }

  const namesOf = async (codes: readonly AgencyCode[]): Promise<ReadonlyMap<AgencyCode, string>> =>
    new Map(
      (await listAgencies(queries)).flatMap(({ code, shortName }) => (codes.includes(code) ? [[code, shortName]] : [])),
    );

  async function drawPublishing(query: StatisticsQuery): Promise<Drawn> {
    const { agencies, period } = query;
    const names = await namesOf(agencies);
    const groups = await groupPublished(queries, agencies, daysAsked(query));
    const before = sumOf(await groupPublished(queries, agencies, daysOf(periodBefore(period))));
    const of = (is: (group: PublishedGroup) => boolean) => sumOf(groups.filter(is));
    const total = sumOf(groups);
    const [inTime, late] = [of(({ timing }) => timing === 'in-time'), of(({ timing }) => timing === 'late')];
    const href = (drill: Drill) => drillAddress('publishing', query, drill);
    return {
      cards: [
        { label: '发布信息', figure: total, unit: '条', href: href({}), note: change(total, before) },
        {
          label: '按期公开',
          figure: inTime,
          unit: '条',
          href: href({ timing: 'in-time' }),
          note: `按期率 ${percentOf(inTime, inTime + late) ?? '—'}%`,
        },
        {
          label: '逾期公开',
          figure: late,
          unit: '条',
          href: href({ timing: 'late' }),
          tone: late > 0 ? 'warning' : 'plain',
        },
        { label: '规范性文件', figure: of(({ normative }) => normative), unit: '件', href: href({ normative: 'yes' }) },
        {
          label: '政策解读',
          figure: of(({ kind }) => kind === 'interpretation'),
          unit: '件',
          href: href({ kind: 'interpretation' }),
        },
      ],
      note: '按首次发布的日期计数，更正不重复计数，撤下的仍然计入；期限为条例第二十六条的二十个工作日，另有规定的从其规定。',
      tables: publishingTables(groups, { agencies: names, columns: await columnNames(queries, groups, names) }),
    };
  }

  async function drawApplications(query: StatisticsQuery): Promise<Drawn> {
    const { agencies, period } = query;
    const days = daysAsked(query);
    const groups = await groupApplications(queries, agencies, days);
    const before = figuresOf(await groupApplications(queries, agencies, daysOf(periodBefore(period))));
    const { received, carriedIn, settled, inTime, late, carriedOut } = figuresOf(groups);
    const { median, longest } = await daysTakenIn(queries, agencies, days);
    const extended = await countPeriod(queries, agencies, days, { extended: true });
    const href = (drill: Drill) => drillAddress('applications', query, drill);
    return {
      cards: [
        {
          label: '新收',
          figure: received,
          unit: '件',
          href: href({ from: 'new' }),
          note: change(received, before.received),
        },
        { label: '上期结转', figure: carriedIn, unit: '件', href: href({ from: 'before' }) },
        {
          label: '办结',
          figure: settled,
          unit: '件',
          href: href({ settled: 'any' }),
          note: `按期率 ${percentOf(inTime, inTime + late) ?? '—'}%`,
        },
        {
          label: '逾期办结',
          figure: late,
          unit: '件',
          href: href({ settled: 'any', late: 'yes' }),
          tone: late > 0 ? 'urgent' : 'plain',
        },
        { label: '结转下期', figure: carriedOut, unit: '件', href: href({ settled: 'open' }) },
        {
          label: '用时中位数',
          figure: median ?? '—',
          unit: '天',
          note: longest === null ? '没有办结的' : `最长 ${longest} 天`,
        },
        { label: '延期', figure: extended, unit: '件', href: href({ extended: 'yes' }) },
      ],
      note: '计数规则与年度报告第三部分的表格相同：新收按收到之日，办结按办结之日；新收加上期结转等于办结加结转下期。',
      tables: applicationTables(groups, await namesOf(agencies)),
    };
  }

  const draw = async (subject: Subject, query: StatisticsQuery): Promise<Drawn> =>
    subject === 'publishing' ? drawPublishing(query) : drawApplications(query);

  const TITLE = { publishing: '政府信息公开发布情况统计', applications: '政府信息公开申请办理情况统计' } as const;

  async function sendFile(reply: FastifyReply, subject: Subject, query: StatisticsQuery, format: StatisticsFormat) {
    const { cards, tables, note } = await draw(subject, query);
    const agencies = await listAgencies(queries);
    const one = query.agencies.length === 1 ? query.agencies[0] : undefined;
    const issuer = agencies.find(({ code, parent }) => (one === undefined ? parent === null : code === one))!.name;
    const paper: StatisticsPaper = {
      title: `${periodName(query.period)}${TITLE[subject]}`,
      issuer,
      note: `${note}统计日期：${today().toString()}。`,
      summary: cards.map(({ label, figure, unit }) => ({ label, text: `${figure}${unit ?? ''}` })),
      tables,
    };
    const bytes =
      format === 'csv'
        ? new TextEncoder().encode(csvText(statisticsLines(paper)))
        : format === 'xlsx'
          ? await press.workbook(statisticsWorkbook(paper))
          : await press.document(statisticsDocument(paper), format);
    const word = periodWord(query.period);
    const file = downloadOf(bytes, `${paper.title}.${format}`, `${subject}-${word}.${format}`, MEDIA_TYPE[format]);
    return reply.headers(file.headers).send(file.bytes);
  }

  server.get(STATISTICS_PATH, async (request, reply) =>
    reply.redirect(`${STATISTICS_PATH}/${subjectsFor(officerOf(request))[0] ?? 'publishing'}`, 303),
  );

  for (const subject of SUBJECTS) {
    server.get(`${STATISTICS_PATH}/${subject}`, async (request, reply) => {
      const { officer, readable, query } = asked(request, subject);
      const main = statisticsMain({
        subject,
        subjects: subjectsFor(officer),
        seesSite: may(officer, 'read-items', officer.agency),
        query,
        years: Array.from({ length: YEARS }, (_, index) => today().year - index),
        agencies: await namesOf(readable),
        ...(await draw(subject, query)),
      });
      return sendPage(reply, officePage(await setting(request), { title: '统计', main }));
    });

    server.get<{ Params: { format: string } }>(`${STATISTICS_PATH}/${subject}.:format`, async (request, reply) => {
      const { query } = asked(request, subject);
      const format = oneOf(Object.keys(STATISTICS_FORMATS) as StatisticsFormat[], request.params.format);
      if (format === undefined) throw new NotFound();
      return sendFile(reply, subject, query, format);
    });
  }

  const crumbs = [{ text: '统计', href: STATISTICS_PATH }];
  const pageOf = (query: StatisticsQuery, total: number) => {
    const pages = Math.max(1, Math.ceil(total / PAGE_SIZE));
    return { page: Math.min(query.page, pages), pages, total };
  };

  server.get(`${STATISTICS_PATH}/publishing/list`, async (request, reply) => {
    const { officer, query } = asked(request, 'publishing');
    const { agencies, drill } = query;
    const filter = publishedFilter(drill, agencies);
    const window = (page: number) => ({ limit: PAGE_SIZE, offset: (page - 1) * PAGE_SIZE });
    const found = await listPublishedIn(queries, agencies, daysAsked(query), filter, window(query.page));
    const heading = `${periodName(query.period)}发布的信息`;
    const page = {
      ...pageOf(query, found.total),
      href: (one: number) => drillAddress('publishing', query, drill, one),
    };
    const top = { heading, back: statisticsAddress('publishing', query), page };
    const own = may(officer, 'read-items', officer.agency) ? officer.agency : null;
    const main = itemListMain(top, found.items, await namesOf(agencies), own);
    return sendPage(reply, officePage(await setting(request), { title: heading, crumbs, main }));
  });

  server.get(`${STATISTICS_PATH}/applications/list`, async (request, reply) => {
    const { officer, query } = asked(request, 'applications');
    const { agencies, drill } = query;
    const filter = periodFilter(drill, agencies);
    const days = daysAsked(query);
    const page = pageOf(query, await countPeriod(queries, agencies, days, filter));
    const window = { limit: PAGE_SIZE, offset: (page.page - 1) * PAGE_SIZE };
    const entries = await listPeriod(queries, agencies, days, filter, window);
    const heading = `${periodName(query.period)}的申请`;
    const href = (one: number) => drillAddress('applications', query, drill, one);
    const top = { heading, back: statisticsAddress('applications', query), page: { ...page, href } };
    const own = may(officer, 'read-applications', officer.agency) ? officer.agency : null;
    const main = applicationListMain(top, entries, await namesOf(agencies), own);
    return sendPage(reply, officePage(await setting(request), { title: heading, crumbs, main }));
  });
}
