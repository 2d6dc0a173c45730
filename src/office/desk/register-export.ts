import { APPLICANT_COLUMN_LABEL, TABLE_THREE_LABEL } from '../../law/report-form/table-three.ts';
import { CASE_KIND_LABEL } from '../../applications/rules/application-log.ts';
import { registrationNumber } from '../../applications/rules/case-file.ts';
import { CHANNEL_LABEL } from '../../applications/rules/channel.ts';
import { STAGE_LABEL } from '../../applications/rules/stage.ts';
import type { RegisterEntry } from '../../applications/store/register.store.ts';
import type { AgencyCode } from '../../people/rules/agency.ts';
import { csvText } from '../../views/csv/csv.ts';
import type { SheetCell, Workbook } from '../../views/workbook/workbook.ts';

type ExportColumn = {
  readonly heading: string;
  readonly width: number;
  readonly value: (entry: RegisterEntry) => string;
};

/** The columns of an exported register. What a supervising office sees of others' files holds neither names nor contents. */
function columnsOf(agency: AgencyCode): readonly ExportColumn[] {
  const own = (text: string, entry: RegisterEntry) => (entry.agency === agency ? text : '');
  return [
    { heading: '机关', width: 13, value: entry => entry.agency },
    { heading: '登记编号', width: 11, value: registrationNumber },
    { heading: '种类', width: 18, value: ({ caseKind }) => CASE_KIND_LABEL[caseKind] },
    { heading: '申请内容', width: 36, value: entry => own(entry.subject, entry) },
    { heading: '申请人', width: 10, value: entry => own(entry.maskedName, entry) },
    { heading: '申请人类别', width: 13, value: ({ applicantKind }) => APPLICANT_COLUMN_LABEL[applicantKind] },
    { heading: '渠道', width: 16, value: ({ channel }) => CHANNEL_LABEL[channel] },
    { heading: '收到之日', width: 12, value: ({ receivedOn }) => receivedOn?.toString() ?? '' },
    { heading: '答复期限', width: 12, value: ({ replyDueOn }) => replyDueOn?.toString() ?? '' },
    { heading: '暂定', width: 6, value: ({ provisional }) => (provisional ? '是' : '') },
    { heading: '阶段', width: 9, value: ({ stage }) => STAGE_LABEL[stage] },
    { heading: '承办人', width: 10, value: ({ handlerName }) => handlerName ?? '' },
    { heading: '办结之日', width: 12, value: ({ settledOn }) => settledOn?.toString() ?? '' },
    { heading: '办理结果', width: 24, value: ({ outcome }) => (outcome === null ? '' : TABLE_THREE_LABEL[outcome]) },
    {
      heading: '是否逾期',
      width: 9,
      value: ({ doneLate }) => (doneLate === null ? '' : doneLate ? '逾期' : '按期'),
    },
  ];
}

const cell = (row: number, column: number, value: string, look: SheetCell['look']): SheetCell => ({
  row,
  column,
  rowSpan: 1,
  columnSpan: 1,
  value,
  look,
});

/** The register as a workbook of one sheet. */
export function registerWorkbook(entries: readonly RegisterEntry[], agency: AgencyCode, issuer: string): Workbook {
  const columns = columnsOf(agency);
  return {
    title: '政府信息公开申请登记簿',
    issuer,
    sheets: [
      {
        name: '登记簿',
        columnWidths: columns.map(({ width }) => width),
        rows: entries.length + 1,
        cells: [
          ...columns.map(({ heading }, column) => cell(0, column, heading, 'column-head')),
          ...entries.flatMap((entry, row) =>
            columns.map(({ value }, column) => cell(row + 1, column, value(entry), 'text')),
          ),
        ],
        headRows: 1,
        orientation: 'landscape',
      },
    ],
  };
}

/** The register as comma-separated text. */
export function registerCsv(entries: readonly RegisterEntry[], agency: AgencyCode): string {
  const columns = columnsOf(agency);
  return csvText([
    columns.map(({ heading }) => heading),
    ...entries.map(entry => columns.map(({ value }) => value(entry))),
  ]);
}
