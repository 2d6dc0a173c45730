import { NATIONAL_CALENDAR } from '../../../src/calendar/national-calendar.ts';
import { isWorkingDay, nthWorkingDay } from '../../../src/calendar/working-calendar.ts';
import { chineseNumeral } from '../../../src/law/citation.ts';
import { getAgencyCode } from '../../../src/people/rules/agency.ts';
import type { SampleItem } from '../../../src/publishing/actions/add-sample-items.ts';
import { bodyOfParagraphs, summaryOf } from '../../../src/publishing/rules/body.ts';
import type { Body } from '../../../src/publishing/rules/body.ts';
import { getColumnCode } from '../../../src/publishing/rules/column.ts';
import type { Content } from '../../../src/publishing/rules/content.ts';
import type { Diagram } from '../../../src/publishing/rules/diagram.ts';
import { inOrderOfContents, issueTitle } from '../../../src/publishing/rules/gazette.ts';
import type { Gazette } from '../../../src/publishing/rules/gazette.ts';
import type { ItemId } from '../../../src/publishing/rules/ids.ts';
import type { InterpretationForm } from '../../../src/publishing/rules/interpretation.ts';
import type { ItemKind } from '../../../src/publishing/rules/item-kind.ts';
import { SAMPLE_AGENCIES } from '../agencies.ts';
import { OFFICE, PREFIXES } from './columns.ts';
import { guideOf } from './guide.ts';
import { SAMPLE_DOCUMENTS } from './normative.ts';
import type { SampleDocument } from './normative.ts';
import { PLACES, SERIES } from './yearly.ts';
import type { Series } from './yearly.ts';

export { SAMPLE_COLUMNS } from './columns.ts';

type Day = Temporal.PlainDate;

const ZONE = 'Asia/Shanghai';
/** The year whose figures the published annual report states. */
export const REPORTED_YEAR = 2023;
/** Documents and what belongs to them went through this system since then; what is older was taken over. */
const DOCUMENTS_FROM = 2023;
/** So did everything else since then: the many small items of the years before have short logs, and the sample loads quickly. */
const IN_USE_FROM = 2026;
const SMALL_KINDS: ReadonlySet<ItemKind> = new Set(['news', 'notice', 'data', 'budget']);
const NAME = '示范市晴川区人民政府办公室';

const instantOn = (day: Day, minutes: number): Temporal.Instant =>
  day.toZonedDateTime({ timeZone: ZONE, plainTime: '09:00' }).add({ minutes }).toInstant();

/** The working days of a year, or those from its first day up to another. */
function workingDaysOf(from: Day, to: Day): readonly Day[] {
  const days: Day[] = [];
  for (let day = from; Temporal.PlainDate.compare(day, to) <= 0; day = day.add({ days: 1 }))
    if (isWorkingDay(NATIONAL_CALENDAR, day)) days.push(day);
  return days;
}

/** Neighbouring numbers choose far apart from lists of any length, and always the same. */
const choose = <Value>(list: readonly Value[], index: number, stride: number): Value =>
  list[(index * stride + Math.floor(index / list.length)) % list.length]!;

type Words = { readonly place: string; readonly month: string; readonly seed: number };

/** Fills the places of a pattern; every number in it is another one, and none is out of proportion. */
function worded(pattern: string, { place, month, seed }: Words): string {
  let at = 0;
  return pattern.replaceAll(/\{(place|month|n)\}/g, (_match, name: string) => {
    if (name === 'place') return place;
    if (name === 'month') return month;
    at += 1;
    return String(3 + ((seed * 7 + at * 13) % 83));
  });
}

type Draft = Pick<Content, 'title' | 'body'> & {
  readonly column: string;
  readonly agency?: string;
  readonly issuer?: string;
  readonly formedOn: Day;
} & Partial<Omit<Content, 'column'>>;

function contentOf({ column, agency, issuer, ...rest }: Draft): SampleItem['content'] {
  const known = SAMPLE_AGENCIES.find(({ code }) => code === (agency ?? OFFICE))!;
  return {
    genre: null,
    theme: null,
    documentNumber: null,
    issuer: issuer ?? known.name,
    jointIssuers: [],
    madeOn: null,
    otherPeriod: null,
    source: known.shortName,
    author: null,
    keywords: ['政府信息公开'],
    summary: summaryOf(rest.body) === '' ? null : summaryOf(rest.body),
    attachments: [],
    details: { kind: 'none' },
    ...rest,
    column: getColumnCode(column),
  };
}

type Rest = {
  readonly key: string;
  readonly kind: ItemKind;
  readonly agency?: string;
  readonly at: Temporal.Instant;
  readonly relations?: SampleItem['relations'];
  readonly change?: SampleItem['change'];
  readonly progress?: SampleItem['progress'];
  readonly content: SampleItem['content'];
};

function itemOf({ agency, at, relations = [], change = null, progress, ...rest }: Rest): SampleItem {
  const { year } = at.toZonedDateTimeISO(ZONE);
  const isOurs = agency === undefined || agency === OFFICE;
  const since = SMALL_KINDS.has(rest.kind) ? IN_USE_FROM : DOCUMENTS_FROM;
  return {
    ...rest,
    agency: getAgencyCode(agency ?? OFFICE),
    at,
    relations,
    change,
    progress: progress === undefined ? (isOurs && year >= since ? 'published' : null) : progress,
  };
}

const monthBefore = (day: Day): string => {
  const { year, month } = day.subtract({ months: 1 });
  return `${year}年${month}月`;
};

/** One item of a series, published on a day. */
function seriesItem(series: Series, index: number, day: Day, key: string): SampleItem {
  const { column, kind, theme, keywords, titles, openings, details, closings } = series;
  const seed = index + column.length * 31;
  const words: Words = { place: choose(PLACES, seed, 7), month: monthBefore(day), seed };
  const lines = [
    choose(openings, seed, 1),
    choose(details, seed, 1),
    choose(details, seed + 1, 1),
    choose(closings, seed, 1),
  ];
  const body = bodyOfParagraphs([...new Set(lines)].map((line, at) => worded(line, { ...words, seed: seed + at * 5 })));
  const formedOn = day.subtract({ days: index % 9 });
  return itemOf({
    key,
    kind,
    at: instantOn(day, (index * 37) % 480),
    content: contentOf({
      column,
      title: worded(choose(titles, seed, 1), words),
      body,
      theme,
      keywords: [...keywords],
      formedOn,
    }),
  });
}

/** A series spread evenly over working days. */
function seriesItems(series: Series, days: readonly Day[], count: number, prefix: string): readonly SampleItem[] {
  return Array.from({ length: count }, (_, index) => {
    const day = days[Math.floor((index * days.length) / count)]!;
    return seriesItem(series, index, day, `${prefix}-${series.column}-${index}`);
  });
}

/** 规范性文件 as it was issued, with articles. */
function documentItem(document: SampleDocument): SampleItem {
  const { key, subject, form, year, number, day, effective, expiresOn, repeals, change, purpose, scope, measures } =
    document;
  const madeOn = Temporal.PlainDate.from(`${year}-${day}`);
  const effectiveOn = effective === undefined ? madeOn : Temporal.PlainDate.from(`${year}-${effective}`);
  const publishedOn = nextWorkingDay(madeOn.add({ days: 3 }));
  const title = `${NAME}关于印发《晴川区${subject}${form}》的通知`;
  const articles = [
    `为了${purpose}，根据有关法律、法规，结合晴川区实际，制定本${lastOf(form)}。`,
    `本${lastOf(form)}适用于${scope}。`,
    `${measures[0]}。具体工作由主管部门会同街道办事处、镇人民政府组织实施。`,
    `${measures[1]}，办理情况定期公布。`,
    `${measures[2]}，所需经费按照规定列支。`,
    '单位和个人发现违反规定的行为，可以向主管部门反映，主管部门应当及时核实处理。',
    expiresOn === undefined
      ? `本${lastOf(form)}自${dayText(effectiveOn)}起施行。`
      : `本${lastOf(form)}自${dayText(effectiveOn)}起施行，有效期至${dayText(Temporal.PlainDate.from(expiresOn))}。`,
  ];
  const body: Body = [
    ...bodyOfParagraphs([
      '各街道办事处、镇人民政府，区政府各部门：',
      `《晴川区${subject}${form}》已经区政府同意，现印发给你们，请认真贯彻执行。`,
    ]),
    { kind: 'heading', level: 2, text: `晴川区${subject}${form}` },
    ...bodyOfParagraphs(articles.map((text, index) => `第${chineseNumeral(index + 1)}条　${text}`)),
    ...bodyOfParagraphs(['（此件公开发布）']),
  ];
  return itemOf({
    key,
    kind: 'document',
    at: instantOn(publishedOn, 75),
    relations: repeals === undefined ? [] : [{ relation: 'repeals', to: repeals }],
    change: changeOf(document, change),
    content: contentOf({
      column: 'gfxwj',
      title,
      body,
      genre: '通知',
      theme: document.theme,
      documentNumber: `晴政办规〔${year}〕${number}号`,
      madeOn,
      formedOn: madeOn,
      keywords: [subject.slice(0, 20), form],
      details: {
        kind: 'normative',
        effectiveOn,
        expiresOn: expiresOn === undefined ? null : Temporal.PlainDate.from(expiresOn),
      },
    }),
  });
}

const lastOf = (form: string): string => form.slice(-2);
const dayText = ({ year, month, day }: Day): string => `${year}年${month}月${day}日`;

function nextWorkingDay(day: Day): Day {
  if (Temporal.PlainDate.compare(day, NATIONAL_CALENDAR.countsFrom) < 0) return day;
  return isWorkingDay(NATIONAL_CALENDAR, day) ? day : nthWorkingDay(NATIONAL_CALENDAR, day, 1);
}

/** What ended or amended a document: a later one of the register, or one from elsewhere. */
function changeOf({ key }: SampleDocument, change: SampleDocument['change']): SampleItem['change'] {
  if (change !== undefined)
    return {
      to: change.to,
      on: Temporal.PlainDate.from(change.on),
      basis: { title: change.title, documentNumber: null },
    };
  const successor = SAMPLE_DOCUMENTS.find(({ repeals }) => repeals === key);
  if (successor === undefined) return null;
  return {
    to: 'repealed',
    on: Temporal.PlainDate.from(`${successor.year}-${successor.effective ?? successor.day}`),
    basis: { key: successor.key },
  };
}

const FORMS: readonly (readonly InterpretationForm[])[] = [
  ['text'],
  ['diagram', 'text'],
  ['questions'],
  ['animation', 'text'],
];

/** The interpretation of a 规范性文件, three working days after it at the latest. */
function interpretationItem(document: SampleDocument, index: number): SampleItem {
  const { key, subject, form, purpose, scope, measures } = document;
  const madeOn = Temporal.PlainDate.from(`${document.year}-${document.day}`);
  const day = nextWorkingDay(madeOn.add({ days: 4 }));
  const forms = FORMS[index % FORMS.length]!;
  const body: Body = [
    ...(forms.includes('diagram') ? [diagramOf(document, index)] : []),
    { kind: 'heading', level: 2, text: '一、为什么要制定' },
    ...bodyOfParagraphs([
      `居民和基层单位多次提出意见，希望有一份看得懂、办得成的规定。制定《晴川区${subject}${form}》，就是要${purpose}。`,
    ]),
    { kind: 'heading', level: 2, text: '二、和谁有关' },
    ...bodyOfParagraphs([`适用的范围是${scope}。不在这个范围内的事项，按照原来的规定办理。`]),
    { kind: 'heading', level: 2, text: '三、有哪些要点' },
    {
      kind: 'table',
      caption: `《晴川区${subject}${form}》要点`,
      rows: [
        ['要点', '对群众意味着什么'].map(text => ({ text, heading: true, rowSpan: 1, columnSpan: 1 })),
        ...measures.map((measure, at) =>
          [measure, MEANINGS[(index + at) % MEANINGS.length]!].map((text, column) => ({
            text,
            heading: column === 0,
            rowSpan: 1,
            columnSpan: 1,
          })),
        ),
      ],
    },
    { kind: 'heading', level: 2, text: '四、到哪里咨询' },
    ...bodyOfParagraphs(['对政策内容有疑问的，可以在办公时间拨打区政府办公室公开电话0990-0000101。']),
  ];
  return itemOf({
    key: `${key}-interpretation`,
    kind: 'interpretation',
    at: instantOn(day, 95),
    relations: [{ relation: 'interprets', to: key }],
    content: contentOf({
      column: 'zcjd',
      title: `《晴川区${subject}${form}》政策解读`,
      body,
      theme: document.theme,
      formedOn: day,
      keywords: ['政策解读', subject.slice(0, 20)],
      details: {
        kind: 'interpretation',
        forms: [...forms],
        interpreter: '区政府办公室',
        telephone: '0990-0000101',
      },
    }),
  });
}

const MEANINGS = [
  '办事更方便，少跑一趟',
  '费用由财政承担一部分',
  '结果看得见，可以监督',
  '有意见随时可以反映',
] as const;

/** 图解 of a 规范性文件, in words that its interpretation does not have already. */
function diagramOf({ subject, form, year, day, effective, measures }: SampleDocument, index: number): Diagram {
  const from = Temporal.PlainDate.from(`${year}-${effective ?? day}`);
  return {
    kind: 'diagram',
    title: `晴川区${subject}${form}`,
    purpose: '把群众关心的事说清楚：谁能办、怎么办、找谁办。',
    basis: '',
    audience: '',
    measures: measures.map((measure, at) => ({
      title: measure.slice(0, 40),
      text: MEANINGS[(index + at) % MEANINGS.length]!,
    })),
    dates: [
      { when: dayText(Temporal.PlainDate.from(`${year}-${day}`)), text: '印发' },
      { when: dayText(from), text: '开始施行' },
    ],
    figures: [],
    contact: '区政府办公室 0990-0000101（办公时间）',
  };
}

/** Documents that are no 规范性文件, and the interpretations of some of them. */
const PLANS = [
  '政务公开工作要点',
  '冬春火灾防控工作方案',
  '背街小巷整治工作方案',
  '中小学校园周边环境整治工作方案',
  '防汛抗旱应急预案',
  '老旧小区改造计划',
  '便民服务中心标准化建设方案',
  '秸秆综合利用工作方案',
  '扬尘污染防治工作方案',
  '公共文化服务提升行动方案',
  '居家养老服务试点工作方案',
  '农村道路养护工作方案',
  '食品安全宣传周活动方案',
  '优化营商环境工作方案',
  '社区便民服务圈建设方案',
  '湿地保护工作方案',
  '森林防火工作方案',
  '重点项目推进计划',
  '普法宣传工作计划',
] as const;

function planItems(days: readonly Day[]): readonly SampleItem[] {
  const [documents, interpreted] = [38, 22];
  return Array.from({ length: documents }, (_, index) => {
    const day = days[Math.floor(((index + 0.5) * (days.length - 5)) / documents)]!;
    const plan = PLANS[index % PLANS.length]!;
    const title = index < PLANS.length ? `晴川区${plan}` : `晴川区下半年${plan}`;
    const key = `plan-${index}`;
    const madeOn = day.subtract({ days: 2 });
    const document = itemOf({
      key,
      kind: 'document',
      at: instantOn(day, 30 + (index % 7) * 45),
      content: contentOf({
        column: 'qtwj',
        title: `${NAME}关于印发${title}的通知`,
        body: bodyOfParagraphs([
          '各街道办事处、镇人民政府，区政府各部门：',
          `《${title}》已经区政府同意，现印发给你们，请结合实际组织实施。`,
          `一、工作目标。${PLACES[index % PLACES.length]!}等地先行开展，年底前全部完成。`,
          '二、工作分工。牵头单位每月汇总进展，配合单位按照职责落实。',
          '三、工作要求。各单位应当听取群众意见，工作情况按规定公开。',
          '（此件公开发布）',
        ]),
        genre: '通知',
        theme: String.raw`综合政务\其他`,
        documentNumber: `晴政办发〔${REPORTED_YEAR}〕${index + 1}号`,
        madeOn,
        formedOn: madeOn,
        keywords: [plan.slice(0, 20)],
      }),
    });
    if (index >= interpreted) return [document];
    const interpretation = itemOf({
      key: `${key}-interpretation`,
      kind: 'interpretation',
      at: instantOn(nthWorkingDay(NATIONAL_CALENDAR, day, 2), 60 + (index % 5) * 50),
      relations: [{ relation: 'interprets', to: key }],
      content: contentOf({
        column: 'zcjd',
        title: `《${title}》解读`,
        body: bodyOfParagraphs([
          `问：为什么要印发《${title}》？答：这件事关系到居民的日常生活，需要各单位一起做，也需要让大家知道什么时候做、做到什么程度。`,
          '问：居民能看到什么变化？答：牵头单位每月公布进展，居民可以在政务动态栏目查看，也可以到现场了解。',
          '问：有意见向谁提？答：可以拨打区政府办公室公开电话0990-0000101，或者在门户网站留言。',
        ]),
        theme: String.raw`综合政务\其他`,
        formedOn: day,
        keywords: ['政策解读', plan.slice(0, 20)],
        details: {
          kind: 'interpretation',
          forms: ['questions'],
          interpreter: '区政府办公室',
          telephone: '0990-0000101',
        },
      }),
    });
    return [document, interpretation];
  }).flat();
}

const paragraphs = (
  column: string,
  key: string,
  kind: ItemKind,
  on: string,
  title: string,
  texts: readonly string[],
  more: Partial<Omit<Content, 'column'>> = {},
): SampleItem => {
  const day = Temporal.PlainDate.from(on);
  return itemOf({
    key,
    kind,
    at: instantOn(day, 40),
    content: contentOf({
      column,
      title,
      body: bodyOfParagraphs(texts),
      theme: String.raw`综合政务\政务公开`,
      formedOn: day.subtract({ days: 1 }),
      ...more,
    }),
  });
};

/** What stands: guide, system documents, duties, heads of the agency, the report of the year before. */
function standingItems(): readonly SampleItem[] {
  const office = SAMPLE_AGENCIES.find(({ code }) => code === OFFICE)!;
  return [
    paragraphs('gkzn', 'guide', 'guide', '2023-01-10', `${NAME}政府信息公开指南`, [], {
      details: { kind: 'guide', guide: guideOf(office) },
    }),
    paragraphs('gkzd', 'system-secrecy', 'system-document', '2023-02-21', '晴川区政府信息公开保密审查制度', [
      '一、公开政府信息以前，应当进行保密审查，先审查、后公开，一事一审。',
      '二、承办人初审，科室负责人审核，保密审查员核定，负责人签发；附件逐件审查。',
      '三、不能确定是否可以公开的，报有关主管部门或者保密行政管理部门确定。',
    ]),
    paragraphs('gkzd', 'system-attribute', 'system-document', '2023-02-21', '晴川区公文公开属性认定办法', [
      '一、起草公文时同步提出公开属性：主动公开、依申请公开或者不予公开。',
      '二、拟不公开的，应当写明法定理由；政策性文件拟不公开的，先由政务公开工作机构审核。',
      '三、没有标明公开属性的文稿，退回起草单位补充。',
    ]),
    paragraphs('gkzd', 'system-application', 'system-document', '2023-03-07', '晴川区依申请公开工作规程', [
      '一、收到申请当日登记，当场不能答复的，自收到之日起20个工作日内答复。',
      '二、申请内容不明确的，自收到申请之日起7个工作日内一次性告知补正。',
      '三、答复书应当写明依据和救济途径，办结后及时归档。',
    ]),
    paragraphs('gknb', 'report-2022', 'annual-report', '2023-01-19', `${NAME}2022年政府信息公开工作年度报告`, [
      '本报告依照政府信息公开条例编制，反映2022年的工作情况。',
      '全年制发行政规范性文件三件，年末现行有效十七件；没有收到政府信息公开申请。',
      '下一步将完善公开目录，增加图解和问答形式的政策解读。',
    ]),
    paragraphs('jgzn', 'duties', 'organisation', '2023-01-10', `${NAME}机构职能`, [
      '一、负责区政府会议的准备和组织工作，督促检查区政府决定事项的落实。',
      '二、协助区政府领导审核、起草以区政府和区政府办公室名义发布的公文。',
      '三、负责全区政府信息公开工作的指导、协调和监督。',
      '办公地址：示范市晴川区望江路1号；办公时间：工作日8:30—12:00，13:30—17:30；电话：0990-0000101。',
    ]),
    paragraphs('fzrxx', 'head', 'leader', '2023-01-10', '区政府办公室主任信息', ['主持区政府办公室全面工作。'], {
      details: {
        kind: 'leader',
        post: '区政府办公室主任',
        duties: '主持区政府办公室全面工作，负责政府信息公开工作。',
        portrait: null,
      },
    }),
    paragraphs('fzrxx', 'deputy', 'leader', '2023-01-10', '区政府办公室副主任信息', ['协助主任分管政务公开工作。'], {
      details: {
        kind: 'leader',
        post: '区政府办公室副主任',
        duties: '协助主任分管政务公开、督查和应急值守工作。',
        portrait: null,
      },
    }),
  ];
}

/** The guides and some news of the other agencies, which their old site had published. */
function othersItems(loadedOn: Day): readonly SampleItem[] {
  const news = SERIES.find(({ column }) => column === 'zwdt')!;
  return SAMPLE_AGENCIES.flatMap((agency, place) => {
    const prefix = PREFIXES[agency.code];
    if (prefix === undefined) return [];
    const day = Temporal.PlainDate.from('2023-01-12');
    const guide = itemOf({
      key: `${prefix}-guide`,
      kind: 'guide',
      agency: agency.code,
      at: instantOn(day, 20),
      content: contentOf({
        column: `${prefix}-gkzn`,
        agency: agency.code,
        title: `${agency.name}政府信息公开指南`,
        body: [],
        theme: String.raw`综合政务\政务公开`,
        formedOn: day,
        details: { kind: 'guide', guide: guideOf(agency) },
      }),
    });
    const recent = workingDaysOf(loadedOn.subtract({ days: 90 }), loadedOn.subtract({ days: 1 }));
    const latest = Array.from({ length: 5 }, (_, index) => {
      const on = recent[Math.floor((index * recent.length) / 5) + (place % 3)]!;
      const item = seriesItem(news, index * 11 + place, on, `${prefix}-news-${index}`);
      const { column: _column, ...content } = item.content;
      return itemOf({
        key: item.key,
        kind: 'news',
        agency: agency.code,
        at: item.at,
        content: contentOf({
          ...content,
          column: `${prefix}-gzdt`,
          agency: agency.code,
          issuer: agency.name,
          source: agency.shortName,
          title: content.title.replace('晴川区', agency.shortName).replace('区政府', agency.shortName),
        }),
      });
    });
    return [guide, ...latest];
  });
}

/** The first issue of the 公报: the 规范性文件 of the reported year, printed at the beginning of the next. */
function gazetteItem(): SampleItem {
  const day = Temporal.PlainDate.from(`${REPORTED_YEAR + 1}-01-15`);
  const printed = SAMPLE_DOCUMENTS.filter(({ year }) => year === REPORTED_YEAR).map(documentItem);
  const contents = inOrderOfContents(
    printed.map(({ key, content }) => ({
      item: key as ItemId,
      edition: 1,
      title: content.title,
      documentNumber: content.documentNumber,
      issuer: content.issuer,
      madeOn: content.madeOn,
      address: '/gazette',
    })),
  );
  const gazette: Gazette = {
    kind: 'gazette',
    year: REPORTED_YEAR,
    number: 1,
    serial: 1,
    from: Temporal.PlainDate.from(`${REPORTED_YEAR}-01-01`),
    to: Temporal.PlainDate.from(`${REPORTED_YEAR}-12-31`),
    contents,
  };
  return itemOf({
    key: 'gazette-1',
    kind: 'gazette',
    at: instantOn(day, 50),
    relations: contents.map(({ item }) => ({ relation: 'gathers', to: item })),
    content: contentOf({
      column: 'zfgb',
      title: issueTitle('示范市晴川区人民政府', gazette),
      body: [],
      formedOn: day,
      keywords: ['政府公报'],
      details: gazette,
    }),
  });
}

const LIVELY = new Set(['zwdt', 'tzgg', 'jiuye', 'yanglao', 'ggwh', 'tjxx']);

/** What has been published since the reported year, the newest a few days before the sample is loaded. */
function laterItems(loadedOn: Day): readonly SampleItem[] {
  const days = workingDaysOf(Temporal.PlainDate.from(`${REPORTED_YEAR + 1}-01-02`), loadedOn.subtract({ days: 1 }));
  const lively = SERIES.filter(({ column }) => LIVELY.has(column));
  return lively.flatMap(series =>
    seriesItems(series, days, Math.max(1, Math.floor(days.length / (series.column === 'zwdt' ? 8 : 24))), 'later'),
  );
}

/** A 公示 that runs on the day of loading: it goes by itself when it is over. */
function publicityItem(loadedOn: Day): SampleItem {
  const day = workingDaysOf(loadedOn.subtract({ days: 20 }), loadedOn.subtract({ days: 1 })).at(-1)!;
  return paragraphs(
    'tzgg',
    'publicity-award',
    'notice',
    day.toString(),
    '晴川区政务公开工作先进单位拟表扬名单公示',
    [
      '经各单位推荐、区政府办公室评审，拟对下列单位予以表扬，现予公示，听取意见。',
      '一、望江街道办事处。二、区教育局。三、区民政局。',
      '公示期内收到的意见，由区政府办公室核实处理。',
    ],
    {
      publicity: {
        period: { kind: 'length', length: 5, unit: 'working-day' },
        basis: '晴川区政务公开工作考核办法',
        objection: '请以书面形式向区政府办公室提出，地址为望江路1号，电话为0990-0000101。',
        atEnd: 'remove',
      },
    },
  );
}

const PROGRESS_OF_DRAFTS = ['drafted', 'checked', 'submitted', 'secrecy', 'first', 'second', 'approved'] as const;

/** What the desk is busy with on the day on which the sample is loaded. */
function draftItems(loadedOn: Day): readonly SampleItem[] {
  const series = SERIES.find(({ column }) => column === 'tzgg')!;
  return PROGRESS_OF_DRAFTS.map((progress, index) => {
    const day = loadedOn.subtract({ days: index + 1 });
    const item = seriesItem(series, 500 + index * 3, day, `draft-${progress}`);
    const formedOn = loadedOn.subtract({ days: progress === 'submitted' ? 40 : 12 + index });
    return { ...item, progress, content: { ...item.content, formedOn } };
  });
}

/**
 * Everything that the sample district has published, and what its desk is busy with on the day of loading. In 2023 the government
 * office published 1,050 items, among them 4 规范性文件: the figures of its annual report.
 */
export function sampleItems(loadedOn: Day): readonly SampleItem[] {
  const days = workingDaysOf(
    Temporal.PlainDate.from(`${REPORTED_YEAR}-01-03`),
    Temporal.PlainDate.from(`${REPORTED_YEAR}-12-29`),
  );
  return [
    ...standingItems(),
    ...SAMPLE_DOCUMENTS.map(documentItem),
    ...SAMPLE_DOCUMENTS.map(interpretationItem),
    ...planItems(days),
    ...SERIES.flatMap(series => seriesItems(series, days, series.count, String(REPORTED_YEAR))),
    gazetteItem(),
    ...laterItems(loadedOn),
    publicityItem(loadedOn),
    ...othersItems(loadedOn),
    ...draftItems(loadedOn),
  ];
}
