import { standing } from '../../rules/analysis/heat-map.ts';
import type { DistrictAnalysis } from '../../rules/analysis/district-analysis.ts';
import type { SimilarPair } from '../../rules/analysis/similarity.ts';
import {
  APPLICANT_RATES,
  definitionOf,
  OUTCOME_RATES,
  percentText,
  rateOf,
  RATES,
  rateText,
} from '../../rules/analysis/rates.ts';
import type { Rate, RateKey } from '../../rules/analysis/rates.ts';
import { REPORT_FIGURES } from '../../rules/analysis/report-figures.ts';
import type { ReportFigure } from '../../rules/analysis/report-figures.ts';
import { rateSeriesOf, seriesOf, totalOf } from '../../rules/analysis/time-series.ts';
import type { Total } from '../../rules/analysis/time-series.ts';
import { SUBMISSION_STATE_LABEL } from '../../rules/collection/collected-report.ts';
import {
  figuresChart,
  LEVEL_SIGN,
  outcomesChart,
  OUTCOME_FIGURES,
  ratesChart,
  tellingCharts,
} from './analysis-chart.ts';
import type { AnalysisChart } from './analysis-chart.ts';
import { changeWords, figureText, namesInWords, rateChangeWords, totalText } from './figure-words.ts';

/** A table of words and figures; the first column names its rows. */
export type AnalysisTable = {
  readonly key: string;
  readonly caption: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
};

/** One part of the analysis: what it says, then its tables and charts. */
export type AnalysisSection = {
  readonly heading: string;
  readonly paragraphs: readonly string[];
  readonly tables: readonly AnalysisTable[];
  readonly charts: readonly AnalysisChart[];
};

export type AnalysisLayout = {
  /** The lines of the title, broken by sense. */
  readonly title: readonly string[];
  readonly issuer: string;
  readonly sections: readonly AnalysisSection[];
};

const section = (heading: string, content: Partial<Omit<AnalysisSection, 'heading'>>): AnalysisSection => ({
  heading,
  paragraphs: [],
  tables: [],
  ...content,
  charts: tellingCharts(content.charts ?? []),
});

/** The greater of the two shares of a pair: a short report that is wholly part of a long one is copied too. */
const likenessOf = ({ share, reverse }: SimilarPair): number => Math.max(share, reverse);
/** From this likeness on, two reports are said to be the same text. */
const SAME_TEXT = 0.6;

/** A year can be compared with the one before where that has at least this part of as many reports. */
const COMPARABLE = 0.8;

/** How many agencies a ranking names. */
const WORST = 5;
const PAIRS = 10;

type Known = DistrictAnalysis & {
  /** Whether the year before has enough reports to be compared with. */
  readonly comparable: boolean;
  readonly now: (figure: ReportFigure) => Total;
  readonly before: (figure: ReportFigure) => Total | null;
  readonly rate: (rate: RateKey) => Rate;
  readonly rateBefore: (rate: RateKey) => Rate | null;
};

function knownOf(analysis: DistrictAnalysis): Known {
  const { reports, lastYear } = analysis;
  const [now, before] = [reports, lastYear].map(list => list.map(({ report }) => report)) as [
    (typeof reports)[number]['report'][],
    (typeof reports)[number]['report'][],
  ];
  const comparable = lastYear.length > 0 && lastYear.length >= reports.length * COMPARABLE;
  return {
    ...analysis,
    comparable,
    now: figure => totalOf(reports, figure),
    before: figure => (comparable ? totalOf(lastYear, figure) : null),
    rate: rate => rateOf(now, rate),
    rateBefore: rate => (comparable ? rateOf(before, rate) : null),
  };
}

/** 「新收申请12件，比上年增加3件，增长33.3%」. */
function sentenceOf(known: Known, figure: ReportFigure, words: string): string {
  const { unit } = REPORT_FIGURES[figure];
  const total = known.now(figure);
  if (total.value === null) return `${words}没有可以读取的数据`;
  return `${words}${figureText(total.value)}${unit}${changeWords(total, known.before(figure), unit)}`;
}

function rateSentence(known: Known, rate: RateKey): string {
  const now = known.rate(rate);
  if (now.kind === 'none') return `${RATES[rate].label}没有可以计算的数据`;
  return `${RATES[rate].label}${percentText(now.value)}${rateChangeWords(now, known.rateBefore(rate))}`;
}

function figuresTable(known: Known, key: string, caption: string, figures: readonly ReportFigure[]): AnalysisTable {
  return {
    key,
    caption,
    head: ['项目', ...known.years.map(year => `${year}年`)],
    rows: figures.map(figure => [
      `${REPORT_FIGURES[figure].label}（${REPORT_FIGURES[figure].unit}）`,
      ...seriesOf(known.history, figure).map(({ value }) => totalText(value)),
    ]),
  };
}

function ratesTable(known: Known, key: string, caption: string, rates: readonly RateKey[]): AnalysisTable {
  return {
    key,
    caption,
    head: ['指标', ...known.years.map(year => `${year}年`)],
    rows: rates.map(rate => [
      RATES[rate].label,
      ...rateSeriesOf(known.history, rate).map(({ value }) => rateText(value)),
    ]),
  };
}

function collectionSection(known: Known): AnalysisSection {
  const { district, year, expected, reports, missing, lastYear, comparable } = known;
  const states = [...Map.groupBy(reports, ({ state }) => state)].map(
    ([state, list]) => `${SUBMISSION_STATE_LABEL[state]}${list.length}个`,
  );
  const lacking =
    missing.length === 0
      ? '全部机关都已报送或者公开。'
      : `还没有报告的机关${missing.length}个：${namesInWords(missing)}。`;
  return section('一、报送情况', {
    paragraphs: [
      `${district}应当编制${year}年政府信息公开工作年度报告的机关${expected}个，已收集报告${reports.length}份${states.length === 0 ? '' : `（${states.join('，')}）`}。${lacking}`,
      comparable
        ? `${year - 1}年收集报告${lastYear.length}份。同比按各年收集到的报告计算；没有读到的数据不按0计，另行注明。`
        : `${year - 1}年收集报告${lastYear.length}份，不足以比较，本报告不作同比。没有读到的数据不按0计，另行注明。`,
    ],
  });
}

function publishingSection(known: Known): AnalysisSection {
  const figures = [
    'documents-issued',
    'documents-repealed',
    'documents-in-force',
    'licenses',
    'penalties',
    'coercions',
    'fees',
  ] as const;
  return section('二、主动公开情况', {
    paragraphs: [
      `${sentenceOf(known, 'documents-issued', '全年制发行政规范性文件')}；${sentenceOf(known, 'documents-repealed', '废止')}；${sentenceOf(known, 'documents-in-force', '年末现行有效')}。`,
      `${sentenceOf(known, 'licenses', '作出行政许可决定')}；${sentenceOf(known, 'penalties', '行政处罚决定')}；${sentenceOf(known, 'coercions', '行政强制决定')}；${sentenceOf(known, 'fees', '行政事业性收费')}。`,
    ],
    tables: [figuresTable(known, 'publishing', '主动公开数据', figures)],
    charts: [
      figuresChart(known.history, 'documents', '行政规范性文件', [
        'documents-issued',
        'documents-repealed',
        'documents-in-force',
      ]),
    ],
  });
}

function applicationsSection(known: Known): AnalysisSection {
  const byAgency = known.reports
    .map(report => ({ name: report.agencyName, value: totalOf([report], 'new').value ?? 0 }))
    .filter(({ value }) => value > 0)
    .toSorted((a, b) => b.value - a.value);
  const most = byAgency.slice(0, WORST).map(({ name, value }) => `${name}${figureText(value)}件`);
  const applicants = APPLICANT_RATES.map(rate => ({ rate, value: known.rate(rate) })).flatMap(({ rate, value }) =>
    value.kind === 'rate' && value.numerator > 0 ? [`${RATES[rate].label}${percentText(value.value)}`] : [],
  );
  return section('三、依申请公开情况', {
    paragraphs: [
      `${sentenceOf(known, 'new', '全年新收政府信息公开申请')}；${sentenceOf(known, 'carried-in', '上年结转')}；${sentenceOf(known, 'settled', '办理结果总计')}；${sentenceOf(known, 'carried-out', '结转下年度')}。`,
      `办理结果中，${rateSentence(known, 'disclosed')}；${rateSentence(known, 'withheld')}；${rateSentence(known, 'unavailable')}；${rateSentence(known, 'declined')}。`,
      ...(applicants.length === 0 ? [] : [`按申请人分，${applicants.join('，')}。`]),
      ...(most.length === 0
        ? []
        : [`新收申请较多的机关：${most.join('，')}；没有收到申请的机关${known.reports.length - byAgency.length}个。`]),
    ],
    tables: [
      figuresTable(known, 'applications', '申请的收到和办理', [
        'new',
        'carried-in',
        ...OUTCOME_FIGURES,
        'settled',
        'carried-out',
      ]),
      ratesTable(known, 'outcome-rates', '办理结果的比率', [...OUTCOME_RATES, 'partly-disclosed', 'carried-out']),
      ratesTable(known, 'applicant-rates', '申请人的构成', APPLICANT_RATES),
    ],
    charts: [
      figuresChart(known.history, 'intake', '新收、办结和结转', ['new', 'settled', 'carried-out']),
      outcomesChart(known.history, 'outcomes', '办理结果'),
      ratesChart(known.history, 'rates', '公开率和不予公开率', ['disclosed', 'withheld', 'unavailable']),
      ...(byAgency.length === 0
        ? []
        : [
            {
              kind: 'bar' as const,
              chart: {
                id: 'agencies',
                title: '各机关新收申请（前10位）',
                description: `新收申请较多的机关：${most.join('，')}。`,
                categoryName: '机关',
                categories: byAgency.slice(0, 10).map(({ name }) => name),
                series: [{ name: '新收（件）', values: byAgency.slice(0, 10).map(({ value }) => value) }],
                valueText: figureText,
              },
            },
          ]),
    ],
  });
}

/** What became of disputes of one kind; a year without any is told in one sentence. */
function disputesSentence(
  known: Known,
  words: { readonly none: string; readonly some: string },
  keys: { readonly all: ReportFigure; readonly corrected: ReportFigure; readonly rate: RateKey },
): string {
  if (known.now(keys.all).value === 0)
    return `${words.none}${changeWords(known.now(keys.all), known.before(keys.all), '件')}。`;
  return `${sentenceOf(known, keys.all, words.some)}；${sentenceOf(known, keys.corrected, '其中结果纠正')}；${rateSentence(known, keys.rate)}。`;
}

function disputesSection(known: Known): AnalysisSection {
  return section('四、行政复议和行政诉讼情况', {
    paragraphs: [
      disputesSentence(
        known,
        { none: '没有因政府信息公开被申请行政复议', some: '因政府信息公开被申请行政复议' },
        { all: 'reconsiderations', corrected: 'reconsiderations-corrected', rate: 'reconsideration-corrected' },
      ),
      disputesSentence(
        known,
        { none: '没有因政府信息公开被提起行政诉讼', some: '因政府信息公开被提起行政诉讼' },
        { all: 'suits', corrected: 'suits-corrected', rate: 'litigation-corrected' },
      ),
    ],
    tables: [
      figuresTable(known, 'disputes', '复议和诉讼', [
        'reconsiderations',
        'reconsiderations-ended',
        'reconsiderations-corrected',
        'suits',
        'suits-ended',
        'suits-corrected',
      ]),
      ratesTable(known, 'dispute-rates', '纠错率', ['reconsideration-corrected', 'litigation-corrected']),
    ],
    charts: [figuresChart(known.history, 'disputes-by-year', '复议和诉讼', ['reconsiderations', 'suits'])],
  });
}

function qualitySection(known: Known): AnalysisSection {
  const { heat, reports, similarity, repeating, nameOf, rectifications, trend } = known;
  const clean = reports.length - heat.rows.filter(({ total }) => total.error + total.warning > 0).length;
  const waived = heat.total.waived === 0 ? '' : `；另有${heat.total.waived}处已说明不作修改`;
  const worst = heat.rows.filter(({ total }) => total.error + total.warning > 0).slice(0, WORST);
  const copied = similarity.pairs.filter(pair => likenessOf(pair) >= SAME_TEXT);
  return section('五、报告质量', {
    paragraphs: [
      `对${reports.length}份报告逐份审核，发现错误${heat.total.error}处、警告${heat.total.warning}处、提示${heat.total.notice}处${waived}。没有错误和警告的报告${clean}份。`,
      ...(worst.length === 0
        ? []
        : [
            `问题较多的报告：${worst.map(({ agencyName, total }) => `${agencyName}（错误${total.error}处、警告${total.warning}处）`).join('，')}。`,
          ]),
      `各机关的文字部分两两比较，${similarity.pairs.length === 0 ? '没有发现雷同' : `有${similarity.pairs.length}对报告相互重复三成以上，其中六成以上的${copied.length}对`}；与本机关上年报告重复六成以上的${repeating.length}份${repeating.length === 0 ? '' : `（${namesInWords(repeating.map(({ agencyName, share }) => `${agencyName}${percentText(share)}`))}）`}。`,
      rectifications.ordered === 0
        ? '尚未下达整改任务。'
        : `已下达整改任务${rectifications.ordered}项，其中办结${rectifications.closed}项，待复核${rectifications.answered}项，待整改${rectifications.open}项，逾期${rectifications.overdue}项。`,
    ],
    tables: [
      {
        key: 'audits',
        caption: '发现问题的审核项',
        head: ['审核项', '错误', '警告', '提示', '涉及机关'],
        rows: heat.columns.map(({ id, title, total }) => [
          title,
          figureText(total.error),
          figureText(total.warning),
          figureText(total.notice),
          figureText(
            heat.rows.filter(
              ({ cells }) => standing(cells.get(id) ?? { ...total, error: 0, warning: 0, notice: 0 }) > 0,
            ).length,
          ),
        ]),
      },
      {
        key: 'similarity',
        caption: '相互重复较多的报告',
        head: ['后报送或公布的机关', '先报送或公布的机关', '后者的重复率', '前者的重复率', '最长相同文字'],
        rows: similarity.pairs
          .slice(0, PAIRS)
          .map(({ later, earlier, order, share, reverse, longest }) => [
            order === 'by-date' ? nameOf(later) : `${nameOf(later)}（先后不明）`,
            nameOf(earlier),
            percentText(share),
            percentText(reverse),
            `${longest}字`,
          ]),
      },
    ].filter(({ rows }) => rows.length > 0),
    charts: [
      {
        kind: 'stacked',
        chart: {
          id: 'audit-trend',
          title: '审核发现的问题',
          description: `${known.year}年错误${heat.total.error}处，警告${heat.total.warning}处，提示${heat.total.notice}处。`,
          categoryName: '年度',
          categories: trend.map(({ year }) => String(year)),
          series: [
            { name: '提示', values: trend.map(({ counts }) => counts.notice), sign: LEVEL_SIGN.notice },
            { name: '警告', values: trend.map(({ counts }) => counts.warning), sign: LEVEL_SIGN.warning },
            { name: '错误', values: trend.map(({ counts }) => counts.error), sign: LEVEL_SIGN.error },
          ],
          valueText: figureText,
        },
      },
    ],
  });
}

/** What the figures say is wrong, and what can be done: each problem with its suggestion, drafted for a person to go on from. */
function problemsOf(known: Known): readonly { readonly problem: string; readonly suggestion: string }[] {
  const { heat, missing, similarity, repeating, rectifications } = known;
  const found: { problem: string; suggestion: string }[] = [];
  if (missing.length > 0)
    found.push({
      problem: `${missing.length}个机关没有报送报告：${namesInWords(missing)}`,
      suggestion: '按照《政府信息公开条例》第四十九条、第五十条，催促未报机关补报；逾期仍不报的，予以通报',
    });
  if (heat.total.error > 0) {
    const [first] = heat.columns;
    found.push({
      problem: `报告中的错误${heat.total.error}处，集中在“${first?.title ?? ''}”（${first?.total.error ?? 0}处）`,
      suggestion: '对有错误的报告下达整改任务，报送前先用年报体检逐项核对',
    });
  }
  const copied = similarity.pairs.filter(pair => likenessOf(pair) >= SAME_TEXT);
  if (copied.length > 0)
    found.push({
      problem: `${copied.length}对报告的文字六成以上相同`,
      suggestion: '约谈文字雷同的机关，要求依据本机关实际重写总体情况和存在问题',
    });
  if (repeating.length > 0)
    found.push({
      problem: `${repeating.length}个机关照抄本机关上年的报告：${namesInWords(repeating.map(({ agencyName }) => agencyName))}`,
      suggestion: '要求写明上年问题的改进结果和本年的新情况',
    });
  const [disclosed, earlier] = [known.rate('disclosed'), known.rateBefore('disclosed')];
  if (disclosed.kind === 'rate' && earlier?.kind === 'rate' && !disclosed.few && earlier.value - disclosed.value >= 0.1)
    found.push({
      problem: rateSentence(known, 'disclosed'),
      suggestion: '抽查不予公开、无法提供的答复，核对理由和区分处理是否到位',
    });
  const corrected = known.now('reconsiderations-corrected').value ?? 0;
  const overturned = known.now('suits-corrected').value ?? 0;
  if (corrected + overturned > 0)
    found.push({
      problem: `行政复议纠正${figureText(corrected)}件，行政诉讼纠正${figureText(overturned)}件`,
      suggestion: '逐件复盘被纠正的答复，把结论写进答复模板和培训',
    });
  if (rectifications.overdue > 0)
    found.push({
      problem: `整改任务逾期${rectifications.overdue}项`,
      suggestion: '对逾期的整改任务发督办单，限期办结',
    });
  return found;
}

const ORDINALS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'] as const;

/** The analysis of a year's reports: the text, tables and charts that page and document show alike. */
export function layOutAnalysis(analysis: DistrictAnalysis): AnalysisLayout {
  const known = knownOf(analysis);
  const problems = problemsOf(known);
  const numbered = (texts: readonly string[]) => texts.map((text, index) => `${ORDINALS[index]}是${text}。`);
  const rates = [
    ...OUTCOME_RATES,
    'partly-disclosed',
    'carried-out',
    'reconsideration-corrected',
    'litigation-corrected',
  ] as const;
  return {
    title: [analysis.district, `${analysis.year}年政府信息公开工作年度报告`, '分析报告'],
    issuer: analysis.district,
    sections: [
      collectionSection(known),
      publishingSection(known),
      applicationsSection(known),
      disputesSection(known),
      qualitySection(known),
      section('六、存在的主要问题', {
        paragraphs:
          problems.length === 0
            ? ['从数据看没有发现需要指出的问题。']
            : numbered(problems.map(({ problem }) => problem)),
      }),
      section('七、工作建议', {
        paragraphs:
          problems.length === 0
            ? ['保持现有做法，按期核对数据。']
            : numbered(problems.map(({ suggestion }) => suggestion)),
      }),
      section('八、指标说明', {
        paragraphs: [
          '合计为各机关报告中同一单元格之和；空白和划线按0计，没有读到的单元格不计入并注明机关数。比率为合计之比，不是各机关比率的平均；分母为0的不计算；分母不足30的，比率仅供参考。',
        ],
        tables: [
          {
            key: 'definitions',
            caption: '比率的计算方法',
            head: ['指标', '计算方法', `${analysis.year}年分子`, `${analysis.year}年分母`],
            rows: rates.map(rate => {
              const value = known.rate(rate);
              const [above, below] =
                value.kind === 'rate' ? [figureText(value.numerator), figureText(value.denominator)] : ['—', '—'];
              return [RATES[rate].label, definitionOf(rate), above, below];
            }),
          },
        ],
      }),
    ],
  };
}
