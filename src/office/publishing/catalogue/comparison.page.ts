import type { CatalogueEntry, CatalogueRemark } from '../../../publishing/rules/catalogue/catalogue-entry.ts';
import { COMPARED, isUnchanged } from '../../../publishing/rules/catalogue/compare-catalogue.ts';
import type {
  CatalogueChange,
  CatalogueComparison,
  ComparedPart,
} from '../../../publishing/rules/catalogue/compare-catalogue.ts';
import { deadlineText } from '../../../publishing/rules/catalogue/deadline.ts';
import { publishersOf } from '../../../publishing/rules/catalogue/publishers.ts';
import { matterText } from '../../../publishing/rules/catalogue/stored-entry.ts';
import type { Agency } from '../../../people/rules/agency.ts';
import { MAX_UPLOAD_BYTES } from '../../../platform/files/upload-kind.ts';
import { dataTable } from '../../../views/data-table/data-table.ts';
import { figureCards } from '../../../views/figure-cards/figure-cards.ts';
import { fileField } from '../../../views/form/file-field.ts';
import { formButtons } from '../../../views/form/form-buttons.ts';
import { formPage } from '../../../views/form/form-page.ts';
import type { FormState } from '../../../views/form/form-state.ts';
import { hiddenField } from '../../../views/form/hidden-field.ts';
import { html } from '../../../views/html/html.ts';
import type { Html, HtmlValue } from '../../../views/html/html.ts';
import { notice } from '../../../views/notice/notice.ts';
import { CATALOGUE_IMPORT_PATH, CATALOGUE_PATH } from './catalogue-paths.ts';

/** What stands in `main` of the page on which a catalogue file is chosen. */
export function catalogueImportMain(state: FormState): Html {
  return formPage({
    heading: '导入公开目录',
    lead: '上传基层政务公开标准目录（.xlsx，可以一个工作表一个领域）。读出的事项先和现行目录比对，确认以后才更新；文件里没有的领域不变。',
    action: CATALOGUE_IMPORT_PATH,
    state,
    files: true,
    fields: fileField(state, {
      name: 'file',
      label: '文件',
      required: true,
      accept: ['.xlsx'],
      maxMegabytes: MAX_UPLOAD_BYTES / 1024 / 1024,
    }),
    buttons: [{ text: '读出并比对' }],
    back: { text: '取消', href: CATALOGUE_PATH },
  });
}

export type ComparisonContent = {
  readonly source: string;
  readonly packed: string;
  /** The version that the file was compared with; 0 where there was none. */
  readonly seen: number;
  readonly comparison: CatalogueComparison;
  readonly remarks: readonly CatalogueRemark[];
  readonly agencies: readonly Agency[];
};

const partText = (entry: CatalogueEntry, part: ComparedPart): string => {
  const value = entry[part];
  const words = { everyone: '全社会', some: '特定群众' } as const;
  const each = { proactive: '主动', 'on-application': '依申请', county: '县级', township: '乡级' } as const;
  if (part === 'audience') return entry.audience === null ? '未勾选' : words[entry.audience];
  if (typeof value === 'string') return value;
  return (value ?? []).map(one => each[one as keyof typeof each] ?? one).join('、') || '未勾选';
};

function changesTable(changed: readonly CatalogueChange[]): HtmlValue {
  if (changed.length === 0) return null;
  return html`<h2>变更（${changed.length}）</h2>
${dataTable<{ readonly change: CatalogueChange; readonly part: ComparedPart; readonly first: boolean }>({
  caption: '变更的事项',
  captionUnseen: true,
  columns: [
    {
      key: 'matter',
      heading: '事项',
      rowHeading: true,
      cell: ({ change }) =>
        html`${matterText(change.after)}<span class="quiet">${change.after.field}，第 ${change.after.line} 项</span>`,
    },
    { key: 'part', heading: '变更的内容', cell: ({ part }) => COMPARED[part] },
    { key: 'before', heading: '现行', cell: ({ change, part }) => html`<del>${partText(change.before, part)}</del>` },
    { key: 'after', heading: '文件', cell: ({ change, part }) => html`<ins>${partText(change.after, part)}</ins>` },
  ],
  rows: changed.flatMap(change => change.parts.map((part, at) => ({ change, part, first: at === 0 }))),
  empty: '',
})}`;
}

function entriesTable(
  heading: string,
  entries: readonly CatalogueEntry[],
  agencies: readonly Agency[],
  open: boolean,
): HtmlValue {
  if (entries.length === 0) return null;
  return html`<details${open && html` open`}><summary>${heading}（${entries.length}）</summary>
${dataTable<CatalogueEntry>({
  caption: heading,
  captionUnseen: true,
  columns: [
    {
      key: 'matter',
      heading: '事项',
      rowHeading: true,
      cell: entry => html`${matterText(entry)}<span class="quiet">${entry.field}，第 ${entry.line} 项</span>`,
    },
    {
      key: 'deadline',
      heading: '公开时限',
      cell: entry =>
        html`${entry.deadlineText === '' ? '（空）' : entry.deadlineText}<span class="quiet">${deadlineText(entry.deadline)}</span>`,
    },
    {
      key: 'publisher',
      heading: '公开主体',
      cell: entry => {
        const meant = publishersOf(entry.publisher, agencies).map(({ shortName }) => shortName);
        return html`${entry.publisher === '' ? '（空）' : entry.publisher}<span class="quiet">${meant.length === 0 ? '没有对应机关' : meant.join('、')}</span>`;
      },
    },
  ],
  rows: entries,
  empty: '',
})}</details>`;
}

/** What stands in `main` while an officer looks at what a file would change. */
export function comparisonMain(content: ComparisonContent): Html {
  const { source, packed, seen, comparison, remarks, agencies } = content;
  const { fields, added, changed, moved, same, gone } = comparison;
  const unchanged = isUnchanged(comparison);
  const unclear = [...added, ...changed.map(({ after }) => after)].filter(
    ({ deadline }) => deadline.kind === 'unclear',
  );
  return html`<h1>比对公开目录</h1>
<p class="lead">“${source}”有 ${fields.length} 个领域：${fields.join('、')}。${seen === 0 ? '还没有现行目录，确认以后成为第 1 版。' : `和现行的第 ${seen} 版比对；确认以后成为第 ${seen + 1} 版，事项的公开信息保持关联。`}</p>
${figureCards('比对结果', [
  { label: '新增', figure: added.length, unit: '项', tone: added.length > 0 ? 'active' : 'plain' },
  { label: '变更', figure: changed.length, unit: '项', tone: changed.length > 0 ? 'warning' : 'plain' },
  { label: '取消', figure: gone.length, unit: '项', tone: gone.length > 0 ? 'urgent' : 'plain' },
  { label: '没有变化', figure: same.length + moved.length, unit: '项' },
])}
${unchanged && notice('info', '文件和现行目录一致，没有需要更新的。')}
${
  remarks.length > 0 &&
  html`<details class="card"><summary>读文件时补全和需要核对的地方（${remarks.length}）</summary>
<ul>${remarks.map(({ field, line, message }) => html`<li>${field}，第 ${line} 行：${message}</li>`)}</ul></details>`
}
${unclear.length > 0 && notice('warning', `有 ${unclear.length} 项的公开时限没有写明期限，更新以后请在事项页面逐项明确。`)}
<section class="card" aria-label="比对">${changesTable(changed)}${entriesTable('取消', gone, agencies, true)}${entriesTable('新增', added, agencies, seen > 0)}</section>
<form class="card form" method="post" action="${CATALOGUE_IMPORT_PATH}/confirm">
${hiddenField('packed', packed)}${hiddenField('seen', seen)}${
    gone.length > 0 &&
    html`<p>取消的 ${gone.length} 项不再计算公开期限；它们以前的内容、关联的信息和办理记录都保留。</p>`
  }
${formButtons(unchanged ? [] : [{ text: '确认更新目录' }], { text: unchanged ? '返回' : '取消', href: CATALOGUE_PATH })}</form>
`;
}
