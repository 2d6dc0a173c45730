import type { CommonPassage } from '../../annual-report/rules/analysis/common-passages.ts';
import { SELF_REPETITION } from '../../annual-report/rules/analysis/district-analysis.ts';
import type { DistrictAnalysis } from '../../annual-report/rules/analysis/district-analysis.ts';
import { percentText } from '../../annual-report/rules/analysis/rates.ts';
import { PAIR_SHARE } from '../../annual-report/rules/analysis/similarity.ts';
import type { SimilarPair } from '../../annual-report/rules/analysis/similarity.ts';
import { dataTable } from '../../views/data-table/data-table.ts';
import { descriptionList } from '../../views/description-list/description-list.ts';
import { html } from '../../views/html/html.ts';
import type { Html } from '../../views/html/html.ts';
import { emptyState } from '../../views/notice/notice.ts';
import { agencyAnalysisPath, passagesPath } from './analysis-paths.ts';

/** 文字雷同: pairs of agencies, groups with one template, and agencies that repeat their own report. */
export function similarityMain(analysis: DistrictAnalysis): Html {
  const { year, reports, similarity, repeating, nameOf, lastYear } = analysis;
  const { pairs, clusters, compared, tooShort } = similarity;
  if (reports.length === 0) return emptyState(`${year} 年还没有收集到报告，收集以后这里比较文字。`);
  return html`<p class="lead">比较了 ${compared} 份报告自己写的部分（总体情况、问题及改进、其他事项）。连续 12 个字以上相同才算重复；数字、格式规定的套话和各机关通用的短语不计。后者重复＝后报送或公布的报告中，见于前者的文字所占的比例；前者重复相反。</p>
${tooShort.length > 0 && html`<p class="quiet">文字太短、没有比较的：${tooShort.map(nameOf).join('、')}。</p>`}
<section><h2>机关之间</h2>
${dataTable<SimilarPair>({
  caption: `重复 ${percentText(PAIR_SHARE)} 以上的报告`,
  empty: `没有两份报告相互重复 ${percentText(PAIR_SHARE)} 以上。`,
  rows: pairs,
  columns: [
    {
      key: 'later',
      heading: '后者',
      rowHeading: true,
      cell: ({ later }) => html`<a href="${agencyAnalysisPath(year, later)}">${nameOf(later)}</a>`,
    },
    {
      key: 'earlier',
      heading: '前者（在先）',
      cell: ({ earlier, order }) =>
        html`<a href="${agencyAnalysisPath(year, earlier)}">${nameOf(earlier)}</a>${order === 'unknown' && '（先后不明）'}`,
    },
    { key: 'share', heading: '后者重复', kind: 'figure', cell: ({ share }) => percentText(share) },
    { key: 'reverse', heading: '前者重复', kind: 'figure', cell: ({ reverse }) => percentText(reverse) },
    { key: 'longest', heading: '最长一段', kind: 'figure', cell: ({ longest }) => `${longest} 字` },
    {
      key: 'passages',
      heading: '对照',
      kind: 'acts',
      cell: ({ later, earlier }) =>
        html`<a href="${passagesPath(year, later, earlier)}">看相同的文字<span class="unseen">：${nameOf(later)}和${nameOf(earlier)}</span></a>`,
    },
  ],
})}${
    clusters.length > 0 &&
    html`<h3>可能出自同一份底稿的报告</h3>
<ul>${clusters.map(({ agencies }) => html`<li>${agencies.map(nameOf).join('、')}（${agencies.length} 个机关）</li>`)}</ul>
`
  }</section>
<section><h2>与本机关上年的报告</h2>
${
  lastYear.length === 0
    ? html`<p>没有收集到 ${year - 1} 年的报告。</p>`
    : dataTable({
        caption: `与 ${year - 1} 年的报告重复 ${percentText(SELF_REPETITION)} 以上`,
        empty: `没有报告与本机关 ${year - 1} 年的报告重复 ${percentText(SELF_REPETITION)} 以上。`,
        rows: repeating,
        columns: [
          {
            key: 'agency',
            heading: '机关',
            rowHeading: true,
            cell: ({ agency, agencyName }) => html`<a href="${agencyAnalysisPath(year, agency)}">${agencyName}</a>`,
          },
          { key: 'share', heading: '重复', kind: 'figure', cell: ({ share }) => percentText(share) },
          {
            key: 'passages',
            heading: '对照',
            kind: 'acts',
            cell: ({ agency, agencyName }) =>
              html`<a href="${passagesPath(year, agency, agency)}">看相同的文字<span class="unseen">：${agencyName}</span></a>`,
          },
        ],
      })
}</section>
`;
}

export type PassageSide = { readonly name: string; readonly since: Temporal.PlainDate | null };

/** The passages that two reports share, side by side. */
export function passagesMain(
  one: PassageSide,
  other: PassageSide,
  shares: { readonly one: number; readonly other: number },
  passages: readonly CommonPassage[],
): Html {
  const since = ({ since: day }: PassageSide) => (day === null ? '日期不明' : `${day.toString()} 报送或公布`);
  return html`<h1>相同的文字</h1>
${descriptionList([
  { term: one.name, detail: `${since(one)}，其中 ${percentText(shares.one)} 与对方相同` },
  { term: other.name, detail: `${since(other)}，其中 ${percentText(shares.other)} 与对方相同` },
])}${dataTable<CommonPassage>({
    caption: '相同的段落，由长到短',
    empty: '没有连续 12 个字以上相同的文字。',
    rows: passages,
    columns: [
      { key: 'length', heading: '字数', kind: 'figure', rowHeading: true, cell: ({ length }) => length },
      { key: 'one', heading: one.name, cell: passage => passage.one },
      { key: 'other', heading: other.name, cell: passage => passage.other },
    ],
  })}`;
}
