import { SECRECY_CONCLUSIONS } from '../../../publishing/rules/secrecy-form.ts';
import { reviewsOf, tallyOf } from '../../../publishing/rules/secrecy-month.ts';
import type { SecrecyTally } from '../../../publishing/rules/secrecy-month.ts';
import type { Sheet, SheetCell, Workbook } from '../../../views/workbook/workbook.ts';
import { instantText } from '../../instant-text.ts';
import { CONCLUSION_HEAD, monthName, reviewerName, reviewersOf, titleOf } from './month.page.ts';
import type { SecrecyMonth } from './month.page.ts';

type Line = readonly (string | number)[];

function sheetOf(name: string, headings: readonly string[], widths: readonly number[], lines: readonly Line[]): Sheet {
  const cell = (row: number, column: number, value: string | number, look: SheetCell['look']): SheetCell => ({
    row,
    column,
    rowSpan: 1,
    columnSpan: 1,
    value,
    look,
  });
  return {
    name,
    columnWidths: widths,
    rows: lines.length + 1,
    cells: [
      ...headings.map((heading, column) => cell(0, column, heading, 'column-head')),
      ...lines.flatMap((line, row) =>
        line.map((value, column) =>
          cell(row + 1, column, value, typeof value === 'number' ? 'figure' : column === 0 ? 'row-head' : 'text'),
        ),
      ),
    ],
    headRows: 1,
    orientation: 'landscape',
  };
}

const TALLY_HEADS = ['审查件次', '涉及信息', ...SECRECY_CONCLUSIONS.map(one => CONCLUSION_HEAD[one]), '逐件审查的附件'];

const tallyLine = ({ reviews, items, byConclusion, attachments }: SecrecyTally): Line => [
  reviews,
  items,
  ...SECRECY_CONCLUSIONS.map(one => byConclusion[one]),
  attachments,
];

/** The monthly table as a workbook: agencies, reviewers, and every review. */
export function secrecyMonthWorkbook(month: SecrecyMonth): Workbook {
  const { query, agencies, reviews, standings, own } = month;
  const shown = [...agencies].filter(([agency]) => query.agency === null || agency === query.agency);
  const counted = reviewsOf(reviews, query);
  const title = `${monthName(query.month)}保密审查汇总表`;
  return {
    title,
    issuer: own === null ? null : (agencies.get(own) ?? null),
    sheets: [
      sheetOf(
        '汇总',
        ['机关', ...TALLY_HEADS, '本月定期评估', '逾期未评估', '待审查'],
        [28, ...Array<number>(TALLY_HEADS.length + 3).fill(11)],
        shown.map(([agency, name]) => {
          const standing = standings.find(one => one.agency === agency);
          return [
            name,
            ...tallyLine(tallyOf(reviewsOf(reviews, { agency, conclusion: null, reviewer: null }))),
            standing?.reassessed ?? 0,
            standing?.overdue ?? 0,
            standing?.waiting ?? 0,
          ];
        }),
      ),
      sheetOf(
        '审查人',
        ['审查人', ...TALLY_HEADS],
        [20, ...Array<number>(TALLY_HEADS.length).fill(11)],
        reviewersOf(counted).map(reviewer => [
          reviewerName(month, reviewer),
          ...tallyLine(tallyOf(counted.filter(one => one.reviewer === reviewer))),
        ]),
      ),
      sheetOf(
        '明细',
        ['信息名称', '文号或者索引号', '机关', '审查时间', '审查人', '审查结论', '附件', '发布日期'],
        [48, 26, 20, 18, 12, 14, 8, 12],
        counted.map(review => {
          const name = titleOf(review, own);
          return [
            name,
            name === review.title ? review.reference : '',
            agencies.get(review.agency) ?? review.agency,
            instantText(review.at),
            reviewerName(month, review.reviewer),
            CONCLUSION_HEAD[review.conclusion],
            review.attachments,
            review.publishedOn?.toString() ?? '',
          ];
        }),
      ),
    ],
  };
}
