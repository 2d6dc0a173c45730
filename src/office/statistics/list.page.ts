import { registrationNumber } from '../../applications/rules/case-file.ts';
import { CHANNEL_LABEL } from '../../applications/rules/channel.ts';
import type { PeriodEntry } from '../../applications/store/period.register.store.ts';
import { APPLICANT_COLUMN_LABEL, TABLE_THREE_LABEL } from '../../law/report-form/table-three.ts';
import type { AgencyCode } from '../../people/rules/agency.ts';
import { ITEM_KIND_LABEL } from '../../publishing/rules/item-kind.ts';
import type { ItemLine } from '../../publishing/store/item.register.store.ts';
import { dataTable } from '../../views/data-table/data-table.ts';
import { html } from '../../views/html/html.ts';
import type { Html } from '../../views/html/html.ts';
import { pagination } from '../../views/pagination/pagination.ts';
import type { Pagination } from '../../views/pagination/pagination.ts';
import { casePath } from '../letters/letter-paths.ts';
import { itemPath } from '../publishing/publishing-paths.ts';

type Names = ReadonlyMap<AgencyCode, string>;

type ListHead = { readonly heading: string; readonly back: string; readonly page: Pagination };

const head = ({ heading, back, page }: ListHead): Html => html`<h1>${heading}</h1>
<p class="lead">统计所计的 ${page.total} 件。<a href="${back}">返回统计</a></p>
`;

/** The items behind a figure. Those of other agencies lead to their public pages. */
export function itemListMain(top: ListHead, items: readonly ItemLine[], names: Names, own: AgencyCode | null): Html {
  return html`${head(top)}${dataTable({
    caption: top.heading,
    captionUnseen: true,
    rows: items,
    empty: '没有计入的信息。',
    columns: [
      { key: 'index', heading: '索引号', kind: 'code', cell: ({ indexNumber }) => indexNumber },
      {
        key: 'title',
        heading: '标题',
        rowHeading: true,
        cell: ({ id, agency, address, title, visibility }) => {
          if (agency === own) return html`<a href="${itemPath(id)}">${title}</a>`;
          return address === null || visibility !== 'public' ? title : html`<a href="${address}">${title}</a>`;
        },
      },
      { key: 'kind', heading: '种类', cell: ({ kind }) => ITEM_KIND_LABEL[kind] },
      { key: 'agency', heading: '机关', cell: ({ agency }) => names.get(agency) ?? agency },
      { key: 'by', heading: '公开期限', kind: 'date', cell: ({ publishBy }) => publishBy?.toString() ?? '不计' },
      { key: 'on', heading: '发布日期', kind: 'date', cell: ({ publishedOn }) => publishedOn?.toString() ?? '' },
    ],
  })}${pagination(top.page)}`;
}

/** The applications behind a figure. Of other agencies' files neither contents nor the file itself are shown. */
export function applicationListMain(
  top: ListHead,
  entries: readonly PeriodEntry[],
  names: Names,
  own: AgencyCode | null,
): Html {
  return html`${head(top)}${dataTable({
    caption: top.heading,
    captionUnseen: true,
    rows: entries,
    empty: '没有计入的申请。',
    columns: [
      {
        key: 'number',
        heading: '登记编号',
        rowHeading: true,
        kind: 'code',
        cell: entry =>
          entry.agency === own
            ? html`<a href="${casePath(entry.id)}">${registrationNumber(entry)}</a>`
            : registrationNumber(entry),
      },
      { key: 'subject', heading: '所需信息', cell: ({ agency, subject }) => (agency === own ? subject : '（不显示）') },
      { key: 'agency', heading: '机关', cell: ({ agency }) => names.get(agency) ?? agency },
      { key: 'channel', heading: '渠道', cell: ({ channel }) => CHANNEL_LABEL[channel] },
      { key: 'kind', heading: '申请人', cell: ({ applicantKind }) => APPLICANT_COLUMN_LABEL[applicantKind] },
      { key: 'received', heading: '收到日期', kind: 'date', cell: ({ receivedOn }) => receivedOn.toString() },
      { key: 'counted', heading: '办结日期', kind: 'date', cell: ({ countedOn }) => countedOn?.toString() ?? '' },
      {
        key: 'outcome',
        heading: '办理结果',
        cell: ({ countedOutcome }) => (countedOutcome === null ? '未办结' : TABLE_THREE_LABEL[countedOutcome]),
      },
    ],
  })}${pagination(top.page)}`;
}
