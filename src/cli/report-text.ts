import { cellAt } from '../annual-report/rules/report.ts';
import type { AnnualReport } from '../annual-report/rules/report.ts';
import type { Cell } from '../annual-report/rules/cell.ts';
import type { CellPath, TableKey } from '../law/report-form/cells.ts';
import { SECTION_KEYS, SECTION_NAME } from '../law/report-form/sections.ts';
import { REDRESS_COLUMNS, REDRESS_GROUP_LABEL, REDRESS_GROUPS } from '../law/report-form/table-four.ts';
import { APPLICANT_COLUMNS, TABLE_THREE_LABEL, TABLE_THREE_ROWS } from '../law/report-form/table-three.ts';
import { TABLE_TWO } from '../law/report-form/table-two.ts';
import type { TableTwoBlock } from '../law/report-form/table-two.ts';

const UNREAD = { blank: '空', dash: '杠', missing: '缺', ambiguous: '不明', 'not-a-number': '非数' } as const;
const shown = (cell: Cell) => (cell.value === null ? UNREAD[cell.kind] : String(cell.value));

function tableTwo(report: AnnualReport): string[] {
  const blocks: readonly TableTwoBlock[] = TABLE_TWO[report.edition];
  return blocks.flatMap(block =>
    block.rows.map(row => {
      const cells = row.columns.map(
        column => `${column.label} ${shown(cellAt(report, `table2.${row.key}.${column.key}` as CellPath))}`,
      );
      return `  ${row.label}：${cells.join('，')}`;
    }),
  );
}

function tableThree(report: AnnualReport): string[] {
  return TABLE_THREE_ROWS[report.edition].map(row => {
    const cells = APPLICANT_COLUMNS.map(column => shown(cellAt(report, `table3.${row}.${column}`)));
    return `  ${cells.map(cell => cell.padStart(6)).join('')}  ${TABLE_THREE_LABEL[row]}`;
  });
}

function tableFour(report: AnnualReport): string[] {
  return REDRESS_GROUPS.map(group => {
    const cells = REDRESS_COLUMNS.map(column => shown(cellAt(report, `table4.${group}.${column}`)));
    return `  ${cells.map(cell => cell.padStart(6)).join('')}  ${REDRESS_GROUP_LABEL[group]}`;
  });
}

const TABLES = {
  table2: { title: '二、主动公开', rows: tableTwo },
  table3: {
    title: '三、依申请公开（自然人、商业企业、科研机构、社会公益组织、法律服务机构、其他、总计）',
    rows: tableThree,
  },
  table4: { title: '四、复议诉讼（维持、纠正、其他、未审结、总计）', rows: tableFour },
} as const satisfies Record<TableKey, { title: string; rows: (report: AnnualReport) => string[] }>;

/** The head of a report for people: who, which year, which edition of the form. */
export function headOf(report: AnnualReport): string {
  return `${report.agency ?? '（未识别出机关名称）'} ${report.year ?? '（未识别出年份）'} 年度报告（${report.edition} 版格式）`;
}

/** The report as read, for people at a terminal; an unread cell says what stood there. */
export function describeReport(file: string, report: AnnualReport): string {
  const tables = (Object.keys(TABLES) as TableKey[]).flatMap(key => [
    TABLES[key].title,
    ...(report.tables[key] === 'absent' ? ['  没有找到这张表'] : TABLES[key].rows(report)),
  ]);
  const sections = SECTION_KEYS.map(key => {
    const text = report.sections[key];
    return `  ${SECTION_NAME[key]}：${text === null ? '没有' : `${text.length} 字`}`;
  });
  const notes = report.notes.map(note => `  ${note.message}`);
  return [
    `${file}\n${headOf(report)}`,
    ...tables,
    '正文',
    ...sections,
    ...(notes.length > 0 ? ['读取说明', ...notes] : []),
  ].join('\n');
}
