import type { CellPath } from '../../law/report-form/cells.ts';
import { FORM_CELLS } from '../../law/report-form/cells.ts';
import type { CellUnit } from '../../law/report-form/cells.ts';
import type { TableTwoPath } from '../../law/report-form/table-two.ts';

/** Figures of a year's work that no table of the form shows and the prose does. */
const WORK_FIGURES = {
  'work.published': '主动公开信息条数',
  'work.interpretations': '政策解读件数',
  'work.trainings': '业务培训次数',
  'work.inspections': '接受检查次数',
  'work.rectified': '整改问题个数',
  'work.complaints': '投诉举报件数',
} as const;
export type WorkFigure = keyof typeof WORK_FIGURES;

/** A figure that is entered with its source, where no register of ours counts it or the office keeps it elsewhere. */
export type FigureKey = TableTwoPath | WorkFigure;
export type FigureForm = { readonly key: FigureKey; readonly name: string; readonly unit: CellUnit };

/** Every figure that can be entered, in the order of the form. */
export const ENTERED_FIGURES: readonly FigureForm[] = [
  ...FORM_CELLS['2021'].flatMap(({ path, table, name, unit }) =>
    table === 'table2' ? [{ key: path as TableTwoPath, name, unit }] : [],
  ),
  ...Object.entries(WORK_FIGURES).map(([key, name]) => ({ key: key as WorkFigure, name, unit: 'count' as const })),
];

/** What one figure is and where it comes from. */
export type YearFigure = {
  readonly value: number;
  readonly origin: 'register' | 'entered';
  /** Of an entered figure: who keeps it, such as 区行政审批系统2023年办件统计. */
  readonly source: string | null;
};

/** What was entered or counted; a figure that is neither is not there, and its cell stays blank. */
export type YearFigures = Readonly<Partial<Record<FigureKey, YearFigure>>>;

/**
 * Everything that a year's report is made of, as it stood at one moment. Plain data: frozen with a year, it is kept as JSON.
 * Yuan; the day count is natural days.
 */
export type YearFacts = {
  readonly agency: string;
  readonly siteName: string;
  readonly address: string | null;
  readonly postcode: string | null;
  readonly telephone: string | null;
  readonly year: number;
  readonly figures: YearFigures;
  /** Tables three and four, sums too. */
  readonly counted: Readonly<Partial<Record<CellPath, number>>>;
  /** From receipt to settlement on the average; null where nothing was settled. */
  readonly averageDays: number | null;
  readonly fees: { readonly notices: number; readonly noticedYuan: number; readonly paidYuan: number };
  /** Section five of the report of the year before, if there is one. */
  readonly previousProblems: string | null;
  /** How the work of the year divides; years that were frozen before this was kept have none. */
  readonly breakdown?: YearBreakdown;
};

/** A part of a whole, by the name that the prose gives it. */
export type NamedCount = { readonly name: string; readonly count: number };

/** What the registers know of a year besides the cells. */
export type YearBreakdown = {
  /** Items by column, most first; they add up to what was published here. */
  readonly columns: readonly NamedCount[];
  /** Interpretations by their first form. */
  readonly forms: readonly NamedCount[];
  /** Items that were public by the day of Art. 26, and later. */
  readonly inTime: number;
  readonly late: number;
  /** New applications by channel; they add up to 新收. */
  readonly channels: readonly NamedCount[];
  /** Applications extended in the year. */
  readonly extended: number;
  /** Settled late; null where of some it cannot be told. */
  readonly settledLate: number | null;
  /** Natural days that the longest one took. */
  readonly longestDays: number | null;
};

/** The figure of a cell of the form; null where nobody knows it. */
export function figureOfCell(facts: YearFacts, path: CellPath): number | null {
  return facts.counted[path] ?? facts.figures[path as FigureKey]?.value ?? null;
}

/** Entered figures win over counted ones: an office may keep more documents than stand here, and says where. */
export function mergedFigures(
  counted: Readonly<Partial<Record<FigureKey, number>>>,
  entered: Readonly<Partial<Record<FigureKey, { readonly value: number; readonly source: string }>>>,
): YearFigures {
  return Object.fromEntries(
    ENTERED_FIGURES.flatMap(({ key }): [FigureKey, YearFigure][] => {
      const typed = entered[key];
      if (typed !== undefined) return [[key, { value: typed.value, origin: 'entered', source: typed.source }]];
      const value = counted[key];
      return value === undefined ? [] : [[key, { value, origin: 'register', source: null }]];
    }),
  );
}

/** The cells in which two states of a year differ, in the order of the form: what later acts have changed. */
export function differencesBetween(
  before: YearFacts,
  after: YearFacts,
): readonly {
  readonly path: CellPath;
  readonly name: string;
  readonly before: number | null;
  readonly after: number | null;
}[] {
  return FORM_CELLS['2021'].flatMap(({ path, name }) => {
    const [was, is] = [figureOfCell(before, path), figureOfCell(after, path)];
    return was === is ? [] : [{ path, name, before: was, after: is }];
  });
}
