import { registrationNumber } from '../../applications/rules/case-file.ts';
import type { CaseFile } from '../../applications/rules/case-file.ts';
import { CHECK_LABEL, DISCARDED_LABEL, severanceReasons } from '../../applications/rules/severance.ts';
import type { Severance, SeveranceReport, WithheldPassage } from '../../applications/rules/severance.ts';
import type { SeveranceOriginal } from '../../applications/store/severance.store.ts';
import type { PageView, Region } from '../../platform/redaction/redaction.ts';
import { dataTable } from '../../views/data-table/data-table.ts';
import { descriptionList } from '../../views/description-list/description-list.ts';
import { errorSummary } from '../../views/error-summary/error-summary.ts';
import { fileField } from '../../views/form/file-field.ts';
import { buttonLink, formButtons, submitButton } from '../../views/form/form-buttons.ts';
import { formTitle } from '../../views/form/form-page.ts';
import type { FormState } from '../../views/form/form-state.ts';
import { hiddenField } from '../../views/form/hidden-field.ts';
import { html } from '../../views/html/html.ts';
import type { Html, HtmlValue } from '../../views/html/html.ts';
import { notice } from '../../views/notice/notice.ts';
import { tag } from '../../views/tag/tag.ts';
import { instantText } from '../instant-text.ts';
import { officePage } from '../page.ts';
import type { OfficeSetting } from '../page.ts';
import { pageSheet } from './page-sheet.ts';
import { groundText, passageForm, placeLabel } from './passage-form.ts';
import { originalPagePath, originalPath, originalPicturePath, resultPath, severancePath } from './severance-paths.ts';

/** What may be uploaded to be worked on. */
export const ORIGINAL_ENDINGS = ['.pdf', '.docx', '.xlsx', '.jpg', '.png'] as const;
const MAX_MEGABYTES = 20;

const crumbsOf = (
  { registration }: CaseFile,
  more: readonly { readonly text: string; readonly href: string }[] = [],
) => [
  { text: '依申请公开', href: '/office/applications' },
  { text: registrationNumber(registration), href: `/office/applications/${registration.id}` },
  ...more,
];

export type OriginalLine = SeveranceOriginal & { readonly name: string };

export type OverviewPage = {
  readonly file: CaseFile;
  readonly originals: readonly OriginalLine[];
  readonly severances: readonly Severance[];
  readonly state: FormState;
  readonly mayHandle: boolean;
};

const outcomeTag = ({ released }: Severance): Html =>
  released === null ? tag('未通过检验', 'urgent') : tag('检验通过', 'good');

function originalsTable({ file, originals, severances }: OverviewPage): Html {
  const { id } = file.registration;
  return dataTable({
    caption: '原件',
    captionUnseen: true,
    empty: '还没有上传原件。',
    rows: originals,
    columns: [
      {
        key: 'name',
        heading: '原件',
        rowHeading: true,
        cell: ({ name, original }) => html`<a href="${originalPath(id, original)}">${name}</a>`,
      },
      { key: 'pages', heading: '页数', kind: 'figure', cell: ({ pages }) => pages },
      { key: 'marks', heading: '已标记', kind: 'figure', cell: ({ passages }) => `${passages.length} 处` },
      {
        key: 'copies',
        heading: '处理结果',
        cell: ({ original }) => {
          const last = severances.find(severance => severance.original === original);
          return last === undefined
            ? '还没有生成'
            : html`<a href="${resultPath(id, last.id)}">${instantText(last.madeAt)}</a> ${outcomeTag(last)}`;
        },
      },
    ],
  });
}

/** Everything that has been severed in a case, and the way in for the next original. */
export function overviewPage(setting: OfficeSetting, page: OverviewPage): Html {
  const { file, state, mayHandle } = page;
  return officePage(setting, {
    title: formTitle('区分处理', state),
    crumbs: crumbsOf(file),
    main: html`${errorSummary(state.problems)}<h1>区分处理</h1>
<p class="lead">含有不应当公开内容的文件，能够区分处理的，遮盖不公开的部分后提供其余内容，并说明理由（《条例》第三十七条）。原件保持不变，单独加密存放。</p>
<section class="card">${originalsTable(page)}</section>
${
  mayHandle &&
  html`<form class="card form" method="post" action="${severancePath(file.registration.id)}/originals" enctype="multipart/form-data" novalidate>
<h2>上传原件</h2>
${fileField(state, {
  name: 'original',
  label: '需要区分处理的文件',
  hint: 'Word 和 Excel 文件会重新排成 PDF，版式与原件不同；要保持版式，请先“打印”为 PDF。',
  accept: ORIGINAL_ENDINGS,
  maxMegabytes: MAX_MEGABYTES,
  required: true,
})}${formButtons([{ text: '上传' }])}</form>`
}`,
  });
}

export type MarkingPage = {
  readonly file: CaseFile;
  readonly original: OriginalLine;
  readonly view: PageView;
  /** What is marked on this page, words and rectangles. */
  readonly regions: readonly Region[];
  readonly state: FormState;
  readonly mayHandle: boolean;
};

function pageLinks({ file, original, view }: MarkingPage): Html {
  const { page } = view.page;
  const link = (to: number, text: string) =>
    to >= 1 &&
    to <= view.pages &&
    html`<li><a href="${originalPagePath(file.registration.id, original.original, to)}">${text}</a></li>`;
  return html`<nav class="pagination" aria-label="页"><p>第 ${page} 页，共 ${view.pages} 页</p><ul>${link(page - 1, '上一页')}${link(
    page + 1,
    '下一页',
  )}</ul></nav>`;
}

function marksTable({ file, original, mayHandle, view }: MarkingPage): Html {
  const action = `${originalPath(file.registration.id, original.original)}/unmark`;
  type Row = { readonly passage: WithheldPassage; readonly index: number };
  return dataTable<Row>({
    caption: '已标记的内容',
    captionUnseen: true,
    empty: '还没有标记。',
    rows: original.passages.map((passage, index) => ({ passage, index })),
    columns: [
      { key: 'place', heading: '遮盖', rowHeading: true, cell: ({ passage }) => placeLabel(passage) },
      { key: 'ground', heading: '依据', cell: ({ passage }) => groundText(passage) },
      { key: 'reason', heading: '理由', cell: ({ passage }) => passage.reason },
      {
        key: 'acts',
        heading: '操作',
        kind: 'acts',
        cell: ({ passage, index }) =>
          mayHandle &&
          html`<form method="post" action="${action}">${hiddenField('index', index)}${hiddenField(
            'seen',
            JSON.stringify(passage.place),
          )}${hiddenField('page', view.page.page)}${submitButton({
            text: '取消',
            look: 'plain',
            small: true,
            spoken: `取消第 ${index + 1} 项标记`,
          })}</form>`,
      },
    ],
  });
}

/** Marking an original: its page on the left, what is to be withheld on the right. */
export function markingPage(setting: OfficeSetting, page: MarkingPage): Html {
  const { file, original, view, regions, state, mayHandle } = page;
  const { id } = file.registration;
  const own = originalPath(id, original.original);
  return officePage(setting, {
    title: formTitle(`标记：${original.name}`, state),
    crumbs: crumbsOf(file, [{ text: '区分处理', href: severancePath(id) }]),
    styles: ['severance.css'],
    scripts: ['character-count.js', 'draw-region.js'],
    main: html`${errorSummary(state.problems)}<h1>${original.name}</h1>
${original.setAnew && notice('info', '本件由 Word 或 Excel 文件重新排成 PDF，版式与原件不同；要保持版式，请“打印”为 PDF 后另行上传。')}
${view.page.isScan && notice('info', '这一页是扫描图片，词语查不到图片里的字，请用矩形范围遮盖。')}
<div class="with-aside severance-desk"><div>
${pageLinks(page)}
${pageSheet({
  label: `第 ${view.page.page} 页，已标记的地方用方框标出`,
  width: view.page.width,
  height: view.page.height,
  picture: originalPicturePath(id, original.original, view.page.page),
  regions,
  drawable: mayHandle,
})}
</div><aside aria-label="标记">${mayHandle && passageForm(state, `${own}/marks`, view.page)}</aside></div>
<h2>已标记 ${original.passages.length} 处</h2>
<section class="card">${marksTable(page)}</section>
${
  mayHandle &&
  original.passages.length > 0 &&
  html`<form class="card form" method="post" action="${own}/release">
<p>系统从文件中删除被遮盖的文字、图像和附带信息，再用另一种引擎逐项检验；查到任何残留都不会生成文件。原件不变。</p>
${formButtons([{ text: '生成并检验' }])}</form>`
}`,
  });
}

export type ResultPage = {
  readonly file: CaseFile;
  readonly severance: Severance;
  readonly originalName: string;
  readonly releasedName: string | null;
  /** Pages with a region, with the sizes of their pictures. */
  readonly pages: readonly { readonly page: number; readonly width: number; readonly height: number }[];
};

function leftoverText(leftovers: SeveranceReport['checks'][number]['leftovers']): string {
  return leftovers.map(({ page, what }) => (page === null ? what : `第 ${page} 页：${what}`)).join('；');
}

function checkList({ checks }: SeveranceReport): Html {
  return html`<ul class="plain-list checks">${checks.map(
    ({ check, passed, leftovers }) =>
      html`<li>${passed ? tag('通过', 'good') : tag('未通过', 'urgent')} ${CHECK_LABEL[check]}${
        !passed && html`<p class="field-problem">${leftoverText(leftovers)}</p>`
      }</li>`,
  )}</ul>`;
}

const discardedText = ({ discarded }: SeveranceReport): string => {
  if (discarded === null) return '原件附带的信息无法逐项清点，新文件中没有收入';
  const kinds = Object.entries(discarded).filter(([, count]) => count > 0);
  return kinds.length === 0
    ? '没有'
    : kinds.map(([key, count]) => `${DISCARDED_LABEL[key] ?? key} ${count} 项`).join('、');
};

/** Each picture is drawn when it is asked for. */
const SHOWN_PAGES = 10;

function beforeAndAfter({ file, severance, pages }: ResultPage): HtmlValue {
  const { id } = file.registration;
  if (severance.released === null) return null;
  return html`<h2>处理前后</h2>
${pages.length > SHOWN_PAGES && html`<p class="quiet">有遮盖的页共 ${pages.length} 页，这里显示前 ${SHOWN_PAGES} 页；其余请下载后查看。</p>`}${pages
    .slice(0, SHOWN_PAGES)
    .map(
      ({ page, width, height }) => html`<section class="card"><h3>第 ${page} 页</h3><div class="before-after">
<figure><figcaption>原件（不提供）</figcaption>${pageSheet({ label: `原件第 ${page} 页`, width, height, picture: originalPicturePath(id, severance.original, page), regions: [] })}</figure>
<figure><figcaption>提供的文件</figcaption>${pageSheet({ label: `提供的文件第 ${page} 页`, width, height, picture: `${resultPath(id, severance.id)}/pages/${page}`, regions: [] })}</figure>
</div></section>`,
    )}`;
}

/** What came of it: the verification in plain words, before and after, and the copy. */
export function resultPage(setting: OfficeSetting, page: ResultPage): Html {
  const { file, severance, originalName, releasedName } = page;
  const { report, passages, released } = severance;
  const { id } = file.registration;
  const own = resultPath(id, severance.id);
  const pictured = report.picturedPages;
  return officePage(setting, {
    title: '区分处理结果',
    styles: ['severance.css'],
    crumbs: crumbsOf(file, [{ text: '区分处理', href: severancePath(id) }]),
    main: html`<h1>区分处理结果 ${outcomeTag(severance)}</h1>
${
  released === null
    ? notice('warning', '仍有残留，没有生成可以提供的文件。请按下面的检验结果调整标记，或者把原件打印后扫描再上传。')
    : notice('done', `检验全部通过。“${releasedName ?? ''}”会随答复提供给申请人，可以在答复文书的附件中列明。`)
}
<div class="with-aside"><div>
<section class="card"><h2>检验</h2>${checkList(report)}</section>
${beforeAndAfter(page)}
</div><aside aria-label="概况">
<section class="card">${descriptionList([
      { term: '原件', detail: html`<a href="${originalPath(id, severance.original)}">${originalName}</a>` },
      { term: '生成时间', detail: instantText(severance.madeAt) },
      { term: '遮盖', detail: `${report.regions} 处，删除 ${report.removedCharacters} 个字符` },
      {
        term: '附带信息',
        detail: `原件中的${discardedText(report)}${report.discarded === null ? '' : '，新文件中都没有'}`,
      },
      pictured.length > 0 && { term: '转为图片', detail: `第 ${pictured.join('、')} 页，不能复制文字` },
      report.neighbours.length > 0 && { term: '一并遮去的邻字', detail: leftoverText(report.neighbours) },
    ])}
${
  released !== null &&
  html`<p class="actions">${buttonLink('下载提供的文件', `${own}/file`)} ${buttonLink('起草答复', `/office/applications/${id}/letters/new`)}</p>`
}</section>
<section class="card"><h2>写入答复的理由</h2><ul class="plain-list">${severanceReasons(passages).map(reason => html`<li>${reason}</li>`)}</ul></section>
</aside></div>`,
  });
}
