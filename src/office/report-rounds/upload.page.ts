import { UPLOAD_STATE_LABEL } from '../../annual-report/rules/collection/round-upload.ts';
import type { RoundUpload, UploadState } from '../../annual-report/rules/collection/round-upload.ts';
import type { FindingCounts } from '../../annual-report/rules/collection/finding-counts.ts';
import type { Agency } from '../../people/rules/agency.ts';
import { dataTable } from '../../views/data-table/data-table.ts';
import { errorSummary } from '../../views/error-summary/error-summary.ts';
import { fileField } from '../../views/form/file-field.ts';
import { formButtons, submitButton } from '../../views/form/form-buttons.ts';
import type { FormState } from '../../views/form/form-state.ts';
import { hiddenField } from '../../views/form/hidden-field.ts';
import { selectField } from '../../views/form/select-field.ts';
import { html } from '../../views/html/html.ts';
import type { Html } from '../../views/html/html.ts';
import { progressBar } from '../../views/progress-bar/progress-bar.ts';
import { tag } from '../../views/tag/tag.ts';
import type { Tone } from '../../views/tag/tag.ts';
import { instantText } from '../instant-text.ts';
import type { BoardView } from './board.page.ts';
import { roundAgencyPath, roundPath, uploadPath } from './report-round-paths.ts';
import { countsText } from './state-tag.ts';

export type UploadView = {
  readonly year: number;
  readonly isOpen: boolean;
  /** Every file that was uploaded, the newest batch first. */
  readonly uploads: readonly RoundUpload[];
  /** What the audits found in those that were filed. */
  readonly counts: ReadonlyMap<string, FindingCounts>;
  readonly members: readonly Pick<Agency, 'code' | 'name'>[];
  readonly names: BoardView['names'];
  readonly form: FormState;
};

const STATE_TONE = {
  kept: 'active',
  unpacked: 'plain',
  refused: 'warning',
  asking: 'warning',
  read: 'active',
  filed: 'good',
  dropped: 'plain',
} as const satisfies Record<UploadState, Tone>;

/** What wants a person comes first; the order within is that of the uploads. */
const RANK = { asking: 0, refused: 1, kept: 2, read: 2, filed: 3, dropped: 4, unpacked: 5 } as const satisfies Record<
  UploadState,
  number
>;

/** Limits of one form: a year's reports of a district as files or as one archive. */
export const UPLOAD_LIMITS = { files: 300, fileBytes: 50 * 1024 * 1024, bytes: 150 * 1024 * 1024 } as const;

function uploadForm({ year, form }: UploadView): Html {
  return html`<form class="card form" method="post" action="${uploadPath(year)}" enctype="multipart/form-data" novalidate>
${fileField(form, {
  name: 'files',
  label: '报告文件',
  required: true,
  hint: `可以一次选多份，也可以打成一个 ZIP 压缩包；一次最多 ${UPLOAD_LIMITS.files} 份、合计 ${UPLOAD_LIMITS.bytes / 1024 / 1024} MB。文件先保存，再逐份读取、审核、归入各机关。`,
  accept: ['.html', '.htm', '.docx', '.pdf', '.xlsx', '.txt', '.md', '.json', '.zip'],
  maxMegabytes: UPLOAD_LIMITS.fileBytes / 1024 / 1024,
  several: true,
})}${formButtons([{ text: '上传' }], { text: '返回', href: roundPath(year) })}</form>`;
}

/** One question a name, however many files bear it. */
function askingPart({ year, uploads, members, form }: UploadView): Html | false {
  const asking = Map.groupBy(
    uploads.filter(({ state }) => state === 'asking'),
    ({ printedName }) => printedName ?? '',
  );
  if (asking.size === 0) return false;
  return html`<section class="card" aria-labelledby="asking"><h2 id="asking">请确认是哪个机关的报告</h2>
<p class="quiet">确认一次以后会记住，以后的文件和年度都不再询问。</p>
${[...asking].map(([name, files], index) => {
  const field = `agency-${index}`;
  const state = { ...form, values: { ...form.values } };
  return html`<div class="asked-name"><form class="form" method="post" action="${uploadPath(year)}/names" novalidate>${hiddenField('name', name)}${hiddenField('field', field)}
<p>文件写的机关是<strong>“${name}”</strong>（${files.map(file => file.name).join('、')}）</p>
${selectField(state, {
  name: field,
  label: `“${name}”是`,
  unchosen: '请选择机关',
  options: members.map(({ code, name: text }) => ({ value: code, text })),
})}${submitButton({ text: '确认', spoken: `确认“${name}”的机关` })}</form>
${files.map(
  ({ id, name: fileName }) =>
    html`<form method="post" action="${uploadPath(year)}/drop">${hiddenField('upload', id)}${submitButton({ text: '作废这个文件', look: 'plain', small: true, spoken: `作废这个文件：${fileName}` })}</form>`,
)}</div>`;
})}</section>`;
}

/** The files of an office's uploads with how far each came, and the form for more. */
export function uploadMain(view: UploadView): Html {
  const { year, uploads, counts, names, isOpen, form } = view;
  const files = uploads
    .filter(({ state }) => state !== 'unpacked')
    .toSorted((one, other) => RANK[one.state] - RANK[other.state]);
  const waiting = files.filter(({ state }) => state === 'kept').length;
  const count = (state: UploadState) => files.filter(upload => upload.state === state).length;
  const refused = count('refused');
  return html`${errorSummary(form.problems)}<h1>上传 ${year} 年度报告</h1>
${isOpen && uploadForm(view)}
${
  files.length > 0 &&
  html`${progressBar('read', '已读取', files.length - waiting, files.length)}
<p role="status">${waiting > 0 ? '正在读取，本页每 3 秒更新一次。' : '全部读完。'}已归入 ${count('filed')} 份，待确认机关 ${count('asking')} 份，没有收下 ${refused} 份。</p>`
}
${askingPart(view)}
${dataTable({
  caption: '上传的文件',
  rows: files,
  empty: '还没有上传过文件。',
  look: ({ state }) => (state === 'dropped' ? 'quiet' : null),
  columns: [
    { key: 'name', heading: '文件', rowHeading: true, cell: ({ name }) => name },
    { key: 'state', heading: '进度', cell: ({ state }) => tag(UPLOAD_STATE_LABEL[state], STATE_TONE[state]) },
    {
      key: 'agency',
      heading: '机关',
      cell: ({ agency, printedName, state }) =>
        agency === null
          ? (printedName ?? '')
          : state === 'filed'
            ? html`<a href="${roundAgencyPath(year, agency)}">${names.get(agency) ?? agency}</a>`
            : (names.get(agency) ?? agency),
    },
    {
      key: 'result',
      heading: '结果',
      cell: ({ state, sentence, submission }) =>
        state === 'filed' ? countsText(counts.get(submission ?? '') ?? null) : (sentence ?? ''),
    },
    { key: 'at', heading: '上传时间', kind: 'date', cell: ({ uploadedAt }) => instantText(uploadedAt) },
  ],
})}`;
}
