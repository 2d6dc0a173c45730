import type { TableKey } from '../../law/report-form/cells.ts';
import { SECTION_HEADING } from '../../law/report-form/sections.ts';
import { cellAt } from '../rules/report.ts';
import type { Found, ReportFacts } from './audit.ts';
import { checked, defineAudit } from './audit.ts';
import { lineName, lineOf } from './computed/cell-name.ts';
import { FORM_ROWS } from './computed/form-rows.ts';
import { enumerated } from './computed/enumeration.ts';

const TABLE_SECTION = { table2: '2', table3: '3', table4: '4' } as const satisfies Record<TableKey, string>;

function foundIn(facts: Pick<ReportFacts, 'cells' | 'edition' | 'tables'>, table: TableKey): Found[] {
  const heading = SECTION_HEADING[TABLE_SECTION[table]];
  if (facts.tables[table] === 'absent')
    return [
      {
        level: 'warning',
        where: table,
        quote: heading,
        message: `“${heading}”中没有读到表格；如果表格是图片或附件，公众和系统都无法查阅其中的数字`,
        suggestion: '在正文中使用可复制的文字表格',
      },
    ];
  const lacking = FORM_ROWS[facts.edition][table].filter(row =>
    row.every(({ path }) => cellAt(facts, path).kind === 'missing'),
  );
  if (lacking.length === 0) return [];
  const names = lacking.map(row => lineName(row[0]!.path));
  return [
    {
      level: 'warning',
      where: lacking.length === 1 ? lineOf(lacking[0]![0]!.path) : table,
      quote: heading,
      message: `表格缺少${enumerated(names, '行')}${names.length > 3 ? '' : `（${names.length}行）`}`,
      suggestion: '按格式补齐各行，没有发生的填0',
      cells: lacking.flat().map(({ path }) => path),
    },
  ];
}

/** Tables two, three and four stand in the report, with every row of the form. */
export const tables = defineAudit({
  id: 'tables',
  title: '第二、三、四部分的表格齐全，各行不缺',
  basis: { source: 'report-form-2021', part: '第二、三、四部分表格' },
  needs: ['cells', 'edition', 'tables'],
  audit: facts => checked((['table2', 'table3', 'table4'] as const).flatMap(table => foundIn(facts, table))),
});
