import type { Agency } from '../../../people/rules/agency.ts';
import {
  coverageByAgency,
  coverageByLevel,
  fieldsOf,
  figuresOf,
  LEVEL_LABEL,
  LEVELS,
  worstOf,
} from '../../../publishing/rules/catalogue/coverage.ts';
import type { AgencyCoverage, CoverageFigures, FieldCoverage } from '../../../publishing/rules/catalogue/coverage.ts';
import { STANDING_LABEL, STANDINGS } from '../../../publishing/rules/catalogue/duties.ts';
import type { Standing } from '../../../publishing/rules/catalogue/duties.ts';
import type { CatalogueOnDay, CatalogueVersion } from '../../../publishing/store/catalogue.register.store.ts';
import { dataTable } from '../../../views/data-table/data-table.ts';
import { figureCards } from '../../../views/figure-cards/figure-cards.ts';
import { buttonLink } from '../../../views/form/form-buttons.ts';
import { html } from '../../../views/html/html.ts';
import type { Html, HtmlValue } from '../../../views/html/html.ts';
import { emptyState } from '../../../views/notice/notice.ts';
import type { Tone } from '../../../views/tag/tag.ts';
import { instantText } from '../../instant-text.ts';
import { PUBLISHING_PATH } from '../publishing-paths.ts';
import { CATALOGUE_IMPORT_PATH, CATALOGUE_PATH, entriesAddress } from './catalogue-paths.ts';
import type { EntriesQuery } from './catalogue-paths.ts';

export type CoverageContent = {
  readonly catalogue: CatalogueOnDay;
  /** The versions of the agency's own catalogue, and who made them; empty for one that keeps none. */
  readonly versions: readonly (CatalogueVersion & { readonly byName: string | null })[];
  readonly mayKeep: boolean;
  readonly mayDraft: boolean;
  readonly today: Temporal.PlainDate;
};

export const STANDING_TONE = {
  fulfilled: 'good',
  late: 'urgent',
  empty: 'warning',
  'set-aside': 'plain',
} as const satisfies Record<Standing, Tone>;

/** Fulfilled entries of those that apply, in per cent; null where none applies. */
export function shareOf(figures: CoverageFigures): number | null {
  const applying = figures.entries - figures['set-aside'];
  return applying === 0 ? null : Math.round((figures.fulfilled / applying) * 100);
}

/** A cell of a matrix: how many of how many, and in words what is amiss; every figure leads to its entries. */
function cellHtml(figures: CoverageFigures | undefined, query: Partial<EntriesQuery>, about: string): HtmlValue {
  if (figures === undefined || figures.entries === 0) return html`<span class="quiet">—</span>`;
  const amiss = (['late', 'empty'] as const).filter(standing => figures[standing] > 0);
  return html`<a href="${entriesAddress(query)}"><span class="unseen">${about}，已公开 </span>${figures.fulfilled} / ${figures.entries}</a>${amiss.map(
    standing =>
      html`<a class="amiss amiss-${standing}" href="${entriesAddress({ ...query, standing })}"><span class="unseen">${about}，</span>${STANDING_LABEL[standing]} ${figures[standing]}</a>`,
  )}`;
}

function levelMatrix(rows: readonly FieldCoverage[]): Html {
  return html`<div class="scroll" role="region" aria-label="领域和层级的表格" tabindex="0"><table class="matrix">
<caption class="unseen">各领域、各层级的事项：已公开的 / 全部</caption>
<thead><tr><th scope="col">领域</th>${LEVELS.map(level => html`<th scope="col" class="figure">${LEVEL_LABEL[level]}</th>`)}<th scope="col" class="figure">全部事项</th><th scope="col" class="figure">覆盖率</th></tr></thead>
<tbody>
${rows.map(({ field, levels, total }) => {
  const share = shareOf(total);
  return html`<tr><th scope="row">${field}</th>${LEVELS.map(level => html`<td class="figure">${cellHtml(levels[level], { field, level }, `${field} ${LEVEL_LABEL[level]}`)}</td>`)}<td class="figure">${cellHtml(total, { field }, `${field} 全部`)}</td><td class="figure">${share === null ? '—' : `${share}%`}</td></tr>
`;
})}</tbody></table></div>
`;
}

/** What a row of the matrix by agencies is called. */
export const agencyNameOf = (agencies: readonly Agency[], code: AgencyCoverage['agency']): string =>
  code === null ? '没有对应机关' : (agencies.find(agency => agency.code === code)?.shortName ?? code);

function agencyMatrix({ entries, agencies }: CatalogueOnDay): Html {
  const fields = fieldsOf(entries.map(({ entry }) => entry));
  return html`<div class="scroll" role="region" aria-label="领域和机关的表格" tabindex="0"><table class="matrix">
<caption class="unseen">各机关、各领域的事项：已公开的 / 全部</caption>
<thead><tr><th scope="col">机关</th>${fields.map(field => html`<th scope="col" class="figure">${field}</th>`)}<th scope="col" class="figure">合计</th></tr></thead>
<tbody>
${coverageByAgency(entries).map(({ agency, fields: own, total }) => {
  const name = agencyNameOf(agencies, agency);
  const query = { agency: agency ?? ('none' as const) };
  return html`<tr><th scope="row">${name}</th>${fields.map(field => html`<td class="figure">${cellHtml(own.get(field), { ...query, field }, `${name} ${field}`)}</td>`)}<td class="figure">${cellHtml(total, query, `${name} 合计`)}</td></tr>
`;
})}</tbody></table></div>
`;
}

function versionsSection({ versions }: CoverageContent): Html | false {
  if (versions.length === 0) return false;
  return html`<section class="card" aria-labelledby="versions-heading"><h2 id="versions-heading">目录版本</h2>
${dataTable<CoverageContent['versions'][number]>({
  caption: '目录版本',
  captionUnseen: true,
  columns: [
    { key: 'version', heading: '版本', rowHeading: true, cell: ({ version }) => `第 ${version} 版` },
    { key: 'source', heading: '文件', cell: ({ source }) => source },
    { key: 'fields', heading: '领域', cell: ({ fields }) => fields.join('、') },
    { key: 'added', heading: '新增', kind: 'figure', cell: ({ added }) => added },
    { key: 'changed', heading: '变更', kind: 'figure', cell: ({ changed }) => changed },
    { key: 'gone', heading: '取消', kind: 'figure', cell: ({ gone }) => gone },
    { key: 'by', heading: '更新', cell: ({ at, byName }) => `${instantText(at)} ${byName ?? '系统'}` },
  ],
  rows: versions,
  empty: '',
})}</section>
`;
}

/** What stands in `main` of the page that shows how far the catalogues are covered. */
export function coverageMain(content: CoverageContent): Html {
  const { catalogue, mayKeep, mayDraft, today } = content;
  const { entries } = catalogue;
  const total = figuresOf(entries.map(({ duties }) => worstOf(duties)));
  const heading = html`<div class="heading-row"><h1>公开目录</h1>
<div class="actions">${mayKeep && buttonLink(entries.length === 0 ? '导入目录' : '导入新版目录', CATALOGUE_IMPORT_PATH, 'main')}${mayDraft && entries.length > 0 && buttonLink('起草目录的公布稿', `${PUBLISHING_PATH}/new/catalogue-entry?catalogue=held`)}</div></div>
<p class="lead">基层政务公开标准目录的每个事项：该由谁、按什么期限公开，现在公开到什么程度（${today.toString()}）。</p>
`;
  if (entries.length === 0)
    return html`${heading}${emptyState(
      '还没有本机关的目录事项。',
      mayKeep
        ? html`<p>导入基层政务公开标准目录（Excel）以后，按领域、层级和机关核对公开情况。</p>`
        : html`<p>目录由政府信息公开工作主管部门导入；公开主体写明本机关的事项会列在这里。</p>`,
    )}`;
  return html`${heading}
${figureCards(
  '目录事项',
  STANDINGS.map(standing => ({
    label: STANDING_LABEL[standing],
    figure: total[standing],
    unit: '项',
    tone: total[standing] === 0 ? ('plain' as const) : STANDING_TONE[standing],
    href: entriesAddress({ standing }),
  })),
)}
<section class="card" aria-labelledby="levels-heading"><div class="heading-row"><h2 id="levels-heading">领域和层级</h2>
<p class="quiet">导出：<a href="${CATALOGUE_PATH}/coverage.xlsx" download>Excel</a>　<a href="${CATALOGUE_PATH}/coverage.csv" download>CSV</a></p></div>
<p class="quiet">“已公开 / 全部”；一个事项有几个公开主体的，按情况最差的一个计算。</p>
${levelMatrix(coverageByLevel(entries))}</section>
<section class="card" aria-labelledby="agencies-heading"><h2 id="agencies-heading">领域和机关</h2>
<p class="quiet">每个公开主体各算一项。</p>
${agencyMatrix(catalogue)}</section>
${versionsSection(content)}`;
}
