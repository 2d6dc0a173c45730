import {
  coverageByAgency,
  coverageByLevel,
  LEVEL_LABEL,
  LEVELS,
} from '../../../publishing/rules/catalogue/coverage.ts';
import type { CoverageFigures } from '../../../publishing/rules/catalogue/coverage.ts';
import { deadlineText } from '../../../publishing/rules/catalogue/deadline.ts';
import { OCCASION_STATE_LABEL, STANDING_LABEL, STANDINGS } from '../../../publishing/rules/catalogue/duties.ts';
import type { CatalogueOnDay } from '../../../publishing/store/catalogue.register.store.ts';
import type { Sheet, SheetCell, Workbook } from '../../../views/workbook/workbook.ts';
import { agencyNameOf } from './coverage.page.ts';

type Line = readonly (string | number)[];

const FIGURE_HEADS = ['事项', ...STANDINGS.map(standing => STANDING_LABEL[standing])] as const;
const figureCells = (figures: CoverageFigures): Line => [
  figures.entries,
  ...STANDINGS.map(standing => figures[standing]),
];

/** The matrix of fields and levels, a line for each field and level. */
export function levelLines({ entries }: CatalogueOnDay): readonly Line[] {
  return [
    ['领域', '层级', ...FIGURE_HEADS],
    ...coverageByLevel(entries).flatMap(({ field, levels }) =>
      LEVELS.map(level => [field, LEVEL_LABEL[level], ...figureCells(levels[level])]),
    ),
  ];
}

function agencyLines({ entries, agencies }: CatalogueOnDay): readonly Line[] {
  return [
    ['机关', '领域', ...FIGURE_HEADS],
    ...coverageByAgency(entries).flatMap(({ agency, fields }) =>
      [...fields].map(([field, figures]) => [agencyNameOf(agencies, agency), field, ...figureCells(figures)]),
    ),
  ];
}

/** Every duty with what is owed next. */
function dutyLines({ entries, agencies }: CatalogueOnDay): readonly Line[] {
  return [
    ['领域', '一级事项', '二级事项', '公开时限', '计算方法', '机关', '状态', '公开信息（条）', '期限', '情况'],
    ...entries.flatMap(({ entry, state, duties }) =>
      duties.map(({ agency, standing, items, occasions }) => {
        const pressing = occasions.find(({ state: at }) => at !== 'on-time' && at !== 'late');
        return [
          entry.field,
          entry.firstItem,
          entry.secondItem,
          entry.deadlineText,
          deadlineText(state.deadline ?? entry.deadline),
          agencyNameOf(agencies, agency),
          STANDING_LABEL[standing],
          items.length,
          pressing?.dueOn.toString() ?? '',
          pressing === undefined ? '' : OCCASION_STATE_LABEL[pressing.state],
        ];
      }),
    ),
  ];
}

function sheetOf(name: string, lines: readonly Line[], columnWidths: readonly number[]): Sheet {
  const cells = lines.flatMap((line, row) =>
    line.map((value, column): SheetCell => {
      const look = row === 0 ? 'column-head' : typeof value === 'number' ? 'figure' : 'text';
      return { row, column, rowSpan: 1, columnSpan: 1, value, look };
    }),
  );
  return { name, columnWidths, rows: lines.length, cells, headRows: 1, orientation: 'landscape' };
}

/** Matrices and duties as a workbook of three sheets. */
export function coverageWorkbook(catalogue: CatalogueOnDay, issuer: string): Workbook {
  const figures = [20, 10, 8, 8, 8, 8, 8];
  return {
    title: '公开目录覆盖情况',
    issuer,
    sheets: [
      sheetOf('领域和层级', levelLines(catalogue), figures),
      sheetOf('领域和机关', agencyLines(catalogue), figures),
      sheetOf('事项', dutyLines(catalogue), [16, 18, 24, 28, 20, 14, 8, 8, 12, 12]),
    ],
  };
}
