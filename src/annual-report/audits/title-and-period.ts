import type { Found, ReportFacts } from './audit.ts';
import { checked, defineAudit, notAssessable } from './audit.ts';
import { isSameAgency, listAreas, plainAgencyName } from './computed/agency-rank.ts';
import { compactText } from './computed/compact-text.ts';
import type { CompactText } from './computed/compact-text.ts';
import { placeOfSection } from './computed/section-place.ts';

const PERIOD =
  /(20\d\d)年(?:度)?1月1日(?:零时|0时|起|开始|（含）)?[^，。；\d]{0,4}(?:(20\d\d)年|当年|同年|本年)?(\d{1,2})月(\d{1,2})日/u;
/** Words that name the period, and how far before it they stand. */
const PERIOD_NAMED = /统计(?:期限|时间|周期|时段)/u;
const NEAR = 30;
const TORN_DATE = /(?<!\d)20\d\d(?=1?\d月\d{1,2}日)(?:1?\d月\d{1,2}日)/u;
const REPORT_WORDS = /政府信息公开工作年度报告/u;
/** A sentence that begins with a year says what happened in that year. */
const LEADING_YEAR =
  /(?:^|[。；\n）)])(?:[（(][一二三四五六七八九十][）)][^。\n]{0,14}?[。.：:]?)?(20\d\d)年(?:度|以来|来)?[，,]?(?=[^。；\n]*)/gu;
/** Words of a sentence that speaks of another year with good reason. */
const OTHER_YEAR_MEANT =
  /上年|去年|上一年|同比|相比|较|比|整改|不足|问题|将|下一步|计划|起施行|印发|修订|〔|截至|建成|成立|换届|规划/u;
/** A sentence that counts what the agency did. */
const OWN_WORK = /(?:本机关|本单位|我[\p{Script=Han}]|全年|共|累计)[^。；\n]*\d+(?:件|条|次|期|篇|项|份)/u;
const PLACE_AND_YEAR = /([\p{Script=Han}]{2,30}?)(?:20\d\d)年(?:度)?政府信息公开/gu;

function inTitle({ title, agency }: Pick<ReportFacts, 'title' | 'agency'>): Found[] {
  if (title === null) return [];
  const text = title.replaceAll(/\s/gu, '');
  const place = { where: 'title', quote: title };
  const found: Found[] = [];
  if (!/20\d\d/u.test(text) && !/二[〇○零]/u.test(text))
    found.push({
      level: 'warning',
      ...place,
      message: '标题没有写年份',
      suggestion: '标题写明机关名称和年份：××机关YYYY年政府信息公开工作年度报告',
    });
  if (/年度[^。]*年度报告/u.test(text) || /年年度/u.test(text))
    found.push({
      level: 'notice',
      ...place,
      message: '标题的“年度”重复',
      suggestion: `改为“${text.replace(/年度(?=[^。]*年度报告)/u, '年').replace(/年年度/u, '年')}”`,
    });
  if (!REPORT_WORDS.test(text))
    found.push({
      level: 'notice',
      ...place,
      message: '标题与格式的“政府信息公开工作年度报告”不一致',
      suggestion: '文种改为“政府信息公开工作年度报告”',
    });
  const named = text.split(/20\d\d|二[〇○零]|政府信息公开|信息公开/u)[0] ?? '';
  if (
    agency !== null &&
    named !== '' &&
    !REPORT_WORDS.test(named) &&
    !isSameAgency(named, agency) &&
    !named.includes(plainAgencyName(agency))
  )
    found.push({
      level: 'warning',
      ...place,
      message: `标题的机关“${named}”与报告的机关“${agency}”不一致`,
      suggestion: '核对机关名称，全文用同一名称',
    });
  return found;
}

const titleYear = (title: string | null) => {
  const year = /20\d\d/u.exec((title ?? '').replaceAll(/\s/gu, ''))?.[0];
  return year === undefined ? null : Number(year);
};

function inPeriod({ text, spanOf }: CompactText, where: string, year: number): Found[] {
  const match = PERIOD.exec(text);
  if (match === null) return [];
  // Outside the preface a span of days may be that of a campaign.
  if (where !== 'preface' && !PERIOD_NAMED.test(text.slice(Math.max(0, match.index - NEAR), match.index))) return [];
  const [quote, from, to, month, day] = match as unknown as [string, string, string | undefined, string, string];
  const place = { where, quote, span: spanOf(match.index, match.index + quote.length) };
  const suggestion = `改为“${year}年1月1日至${year}年12月31日”`;
  if (Number(from) !== year || (to !== undefined && Number(to) !== year))
    return [{ level: 'error', ...place, message: `报告年份是${year}年，统计期限却写的是“${quote}”`, suggestion }];
  if (month !== '12' || day !== '31')
    return [{ level: 'error', ...place, message: `统计期限只到${month}月${day}日，不是全年`, suggestion }];
  return [];
}

function tornDate({ text, spanOf }: CompactText, where: string): Found[] {
  const match = TORN_DATE.exec(text);
  if (match === null) return [];
  const [quote] = match;
  return [
    {
      level: 'warning',
      where,
      quote,
      message: `日期“${quote}”的年份后面缺“年”字`,
      suggestion: `改为“${quote.slice(0, 4)}年${quote.slice(4)}”`,
      span: spanOf(match.index, match.index + quote.length),
    },
  ];
}

/**
 * A sentence that begins with the year before or after. Where the section never says the report's own year it is very likely a
 * slip; elsewhere it is worth a look if it tells what the agency did, or opens the overview.
 */
function inProse({ text, spanOf }: CompactText, where: string, year: number): Found[] {
  const isOpening = (start: number) => where === 'section1' && start === 0 && /^20\d\d年(?:度|以来)?[，,]/u.test(text);
  const level = text.includes(`${year}年`) ? 'notice' : 'warning';
  return [...text.matchAll(LEADING_YEAR)]
    .flatMap((match): Found[] => {
      const said = match[1]!;
      const start = match.index + match[0].indexOf(said);
      const end = text.slice(start).search(/[。；\n]/u);
      const sentence = end < 0 ? text.slice(start) : text.slice(start, start + end);
      if (Math.abs(Number(said) - year) !== 1 || OTHER_YEAR_MEANT.test(sentence)) return [];
      if (level === 'notice' && (sentence.includes(`${year}年`) || !(OWN_WORK.test(sentence) || isOpening(start))))
        return [];
      const quote = `${said}年`;
      return [
        {
          level,
          where,
          quote,
          message: `报告年份是${year}年，这里却写${quote}的情况`,
          suggestion: `核对数据后改为“${year}年”`,
          span: spanOf(start, start + quote.length),
        },
      ];
    })
    .slice(0, 1);
}

/** Another district's or town's name where the preface says whose report this is: copied from a neighbour. */
function otherPlace({ text, spanOf }: CompactText, agency: string | null): Found[] {
  const own = listAreas(agency ?? '').at(-1);
  if (own === undefined || text.includes(own)) return [];
  return [...text.matchAll(PLACE_AND_YEAR)].flatMap((match): Found[] => {
    const words = match[1]!;
    const place = listAreas(words.replace(/^.*(?:根据|依据|按照|现将|公布|编制|总结|全面)/u, '')).at(-1);
    if (place === undefined || place.at(-1) !== own.at(-1) || place.endsWith(own) || own.endsWith(place)) return [];
    const start = match.index + words.lastIndexOf(place);
    return [
      {
        level: 'warning',
        where: 'preface',
        quote: place,
        message: `报告的机关是“${agency}”，前言却写着“${place}”`,
        suggestion: '核对是否照抄了其他地方的文本',
        span: spanOf(start, start + place.length),
      },
    ];
  });
}

/** Title, period and prose speak of one year and one agency. */
export const titleAndPeriod = defineAudit({
  id: 'title-and-period',
  title: '标题、统计期限和正文的年份、机关一致',
  basis: { source: 'report-form-2021' },
  needs: ['title', 'agency', 'year', 'sections'],
  audit: ({ title, agency, year: readYear, sections }) => {
    const hasProse = Object.values(sections).some(text => (text ?? '') !== '');
    if (title === null && !hasProse) return notAssessable('没有读到标题和文字部分');
    const year = titleYear(title) ?? readYear;
    const found: Found[] = [...inTitle({ title, agency })];
    if (title !== null && readYear !== null && year !== readYear)
      found.push({
        level: 'warning',
        where: 'title',
        quote: title,
        message: `标题的年份是${year}年，而报告数据的年份是${readYear}年`,
        suggestion: '核对报告年份，全文一致',
      });
    const compact = (['preface', '1', '5', '6'] as const).flatMap(section => {
      const text = sections[section];
      return text === null || text === ''
        ? []
        : [{ section, where: placeOfSection(section), prose: compactText(text) }];
    });
    const preface = compact.find(({ section }) => section === 'preface');
    if (preface !== undefined) found.push(...otherPlace(preface.prose, agency));
    for (const { where, prose } of compact) found.push(...tornDate(prose, where));
    if (year === null) return checked(found, ['没有读到报告年份，统计期限和正文的年份未能核对']);
    for (const { section, where, prose } of compact) {
      found.push(...inPeriod(prose, where, year));
      if (section === '1' || section === '6') found.push(...inProse(prose, where, year));
    }
    if (
      preface !== undefined &&
      !compact.some(({ prose }) => PERIOD_NAMED.test(prose.text) || /(?<!1)1月1日/u.test(prose.text))
    )
      found.push({
        level: 'notice',
        where: 'preface',
        quote: preface.prose.text.slice(0, 20),
        message: '没有写明统计期限',
        suggestion: `写明“本报告所列数据的统计期限自${year}年1月1日起至${year}年12月31日止”`,
      });
    return checked(found, title === null ? ['没有读到标题，标题的年份和机关未能核对'] : []);
  },
});
