import { CHANNELS } from '../../applications/rules/channel.ts';
import { liveFigure, partFigure } from './live-figures.ts';
import type { LiveFigure, PartKind } from './live-figures.ts';
import type { NamedCount, YearFacts } from './year-facts.ts';

/** The sections that are written; those of the tables are counted. */
export const PROSE_SECTIONS = ['preface', '1', '5', '6'] as const;
export type ProseSection = (typeof PROSE_SECTIONS)[number];
/** The text of each, with `{{…}}` where a live figure stands. One paragraph a line. */
export type Prose = Readonly<Record<ProseSection, string>>;

const has = (facts: YearFacts, name: LiveFigure): boolean => {
  const value = liveFigure(facts, name);
  return value !== null && value !== '0';
};

function preface({ agency, siteName, address, postcode, telephone }: YearFacts): string {
  const contact = [
    address === null ? null : `地址：${address}`,
    postcode === null ? null : `邮编：${postcode}`,
    telephone === null ? null : `电话：${telephone}`,
  ].filter(part => part !== null);
  const place = contact.length === 0 ? '' : `（${contact.join('，')}）`;
  return `本报告依据《中华人民共和国政府信息公开条例》和年度报告格式的规定编制，由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议、行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项六部分组成。所列数据的统计期限自{{年度}}年1月1日起至{{年度}}年12月31日止。本报告的电子版可以在${siteName}门户网站“政府信息公开年报”栏目查阅和下载。对本报告有疑问的，可以与${agency}联系${place}。`;
}

/** Most parts that a sentence names: the section has no more than 1,000 characters. */
const MOST_PARTS = 4;
/** All channels are named: they are few, and together they are 新收. */
const CHANNEL_COUNT = CHANNELS.length;

/** …条、…条: the largest parts with their live figures; empty where the registers know none, or know another whole. */
function partsOf(
  kind: PartKind,
  parts: readonly NamedCount[],
  whole: string | null,
  { unit, most = MOST_PARTS }: { readonly unit: string; readonly most?: number },
): string {
  const sum = parts.reduce((all, { count }) => all + count, 0);
  if (parts.length < 2 || String(sum) !== whole) return '';
  const named = parts.slice(0, most).flatMap(({ name, count }) => {
    const place = count === 0 ? undefined : partFigure(kind, name);
    return place === undefined ? [] : [`${name}${place}${unit}`];
  });
  return named.join('、');
}

function proactive(facts: YearFacts): string {
  const { breakdown } = facts;
  const columns = partsOf('栏目', breakdown?.columns ?? [], liveFigure(facts, '发布信息'), { unit: '条' });
  const published = has(facts, '发布信息') ? `发布信息{{发布信息}}条${columns === '' ? '' : `，其中${columns}`}。` : '';
  const inTime = has(facts, '发布信息') && has(facts, '按期公开') ? '在法定期限内公开{{按期公开}}条。' : '';
  const forms = partsOf('解读', breakdown?.forms ?? [], liveFigure(facts, '政策解读'), { unit: '件' });
  const interpretations = has(facts, '政策解读')
    ? `发布政策解读{{政策解读}}件${forms === '' ? '' : `，其中${forms}`}。`
    : '';
  return `{{年度}}年，本机关${published}${inTime}${published === '' ? '' : '全年'}制发行政规范性文件{{制发规范性文件}}件，废止{{废止规范性文件}}件，年末现行有效{{有效规范性文件}}件。${interpretations}`;
}

function onApplication(facts: YearFacts): string {
  const { breakdown } = facts;
  const channels = partsOf('渠道', breakdown?.channels ?? [], liveFigure(facts, '新收'), {
    unit: '件',
    most: CHANNEL_COUNT,
  });
  const longest = has(facts, '最长用时') ? '，最长{{最长用时}}天' : '';
  const extended = has(facts, '延长期限') ? '经批准延长答复期限{{延长期限}}件。' : '';
  const late =
    breakdown === undefined ? '' : has(facts, '逾期办结') ? '逾期办结{{逾期办结}}件。' : '均在法定期限内办结。';
  const results = has(facts, '办结')
    ? `办理结果为：予以公开{{予以公开}}件，部分公开{{部分公开}}件，不予公开{{不予公开}}件，无法提供{{无法提供}}件，不予处理{{不予处理}}件，其他处理{{其他处理}}件；从收到申请到办结平均用时{{平均用时}}天${longest}。${extended}${late}`
    : '';
  const from = channels === '' ? '' : `按渠道分，${channels}。`;
  return `全年新收政府信息公开申请{{新收}}件，上年结转{{上年结转}}件；办结{{办结}}件，结转下年度继续办理{{结转下年}}件。${from}${results}因政府信息公开工作被申请行政复议{{行政复议}}件，被提起行政诉讼{{行政诉讼}}件。`;
}

function assurance(facts: YearFacts): string {
  const work = [
    has(facts, '培训次数') ? '组织业务培训{{培训次数}}次' : null,
    has(facts, '检查次数') ? '接受检查{{检查次数}}次' : null,
    has(facts, '整改问题') ? '整改检查指出的问题{{整改问题}}个' : null,
    has(facts, '投诉举报') ? '办理公众对政府信息公开工作的投诉举报{{投诉举报}}件' : null,
  ].filter(part => part !== null);
  const done = work.length === 0 ? '' : `全年${work.join('，')}。`;
  return `政府信息公开工作机构承担日常工作，接受主管部门的监督和公众的投诉举报。${done}`;
}

const LONGEST_QUOTE = 200;
const MOST_PROBLEMS = 4;

/** The problems that a section five names as 一是…；二是…, without what it says of improvement; empty where it names none so. */
function problemsNamed(section: string): readonly string[] {
  const [problems = ''] = section.split(/下一步|改进措施|改进情况|下步/u, 1);
  return [
    ...problems.matchAll(/[一二三四五六]是([^一二三四五六；;。\n]{4,80}(?:[一二三四五六](?!是)[^；;。\n]{0,60})*)/gu),
  ]
    .map(([, problem]) => problem!.trim().replace(/[，、,]$/u, ''))
    .slice(0, MOST_PROBLEMS);
}

function problems({ previousProblems }: YearFacts): string {
  const named = problemsNamed(previousProblems ?? '');
  const first = previousProblems?.split('\n')[0]?.slice(0, LONGEST_QUOTE) ?? '';
  const answered = named.map(problem => `“${problem}”，【写明整改结果】`).join('；');
  const before =
    named.length > 0
      ? `上一年度报告写明的问题：${answered}。\n`
      : first === ''
        ? ''
        : `上一年度报告写明：“${first}”【写明整改结果】\n`;
  return `${before}{{年度}}年的工作还有以下不足：【写明主要问题】下一步改进措施：【写明改进措施】`;
}

/**
 * The prose of a year drafted from its figures: five topics, well below the form's 1,000 characters, the fee statement, last
 * year's problems to be answered. It says only what is known; what a person has to say stands in 【】, which an audit finds.
 */
export function draftProse(facts: YearFacts): Prose {
  return {
    preface: preface(facts),
    '1': [
      '（一）主动公开',
      proactive(facts),
      '（二）依申请公开',
      onApplication(facts),
      '（三）政府信息管理',
      '公文的公开属性随文确定，信息发布前经过保密审查和分级审核，已公开的规范性文件标明效力状态。',
      '（四）政府信息公开平台建设',
      '政府信息公开平台集中公开指南、制度、法定主动公开内容和年报，可以在网上提出申请、查询办理进度。',
      '（五）监督保障',
      assurance(facts),
    ].join('\n'),
    '5': problems(facts),
    '6': '{{年度}}年，本机关依据《政府信息公开信息处理费管理办法》收取信息处理费的情况：发出收费通知{{收费通知}}件，总金额{{通知金额}}元，实际收取{{实收金额}}元。没有其他需要报告的事项。',
  };
}
