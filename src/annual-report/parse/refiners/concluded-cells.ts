import type { CellPath, CellUnit } from '../../../law/report-form/cells.ts';
import type { Cell, Place } from '../../rules/cell.ts';
import type { ReadingNote } from '../../rules/report.ts';
import { readCell } from '../recognisers/cell-value.ts';
import type { Slot } from './page-element.ts';
import type { Placed } from './place-data.ts';

/** A cell of the form to be filled, null for a printed column that the form does not have. */
export type Target = { readonly path: CellPath; readonly unit: CellUnit } | null;

/** The cells of one printed row, and how sure its label was. */
export type RowOfCells = {
  readonly cells: ReadonlyMap<CellPath, Cell>;
  readonly cost: number;
  readonly name: string;
  readonly notes: readonly ReadingNote[];
};

const printed = (slots: readonly Slot[]): string =>
  slots
    .filter(slot => !slot.isBlank)
    .map(slot => slot.text)
    .join(' ')
    .slice(0, 200);

function allCells(targets: readonly Target[], cell: Cell): ReadonlyMap<CellPath, Cell> {
  return new Map(targets.flatMap(target => (target === null ? [] : [[target.path, cell] as const])));
}

const convertedNote = (cell: Cell, unit: CellUnit, name: string): readonly ReadingNote[] => {
  if (unit !== 'wan-yuan' || cell.kind !== 'with-unit' || !/(?<!万)元|亿/.test(cell.raw)) return [];
  const note: ReadingNote = {
    kind: 'converted',
    message: `“${name}”一格印为“${cell.raw}”，本列单位是万元，已换算为 ${cell.value} 万元，请核对`,
  };
  return [cell.place === undefined ? note : { ...note, place: cell.place }];
};

/** The cells of a row whose data were placed, with a note where they could not be. */
export function cellsOfRow(
  placed: Placed,
  targets: readonly Target[],
  row: { readonly name: string; readonly slots: readonly Slot[]; readonly place: Place; readonly cost: number },
): RowOfCells {
  const place = row.slots.find(slot => !slot.isBlank)?.place ?? row.place;
  const base = { cost: row.cost, name: row.name };
  switch (placed.kind) {
    case 'placed': {
      const cells = targets.map((target, index): readonly [Target, Cell] => {
        const slot = placed.slots[index];
        if (target === null || slot === undefined)
          return [target, { kind: 'missing', value: null, raw: '', place: row.place }];
        return [target, readCell(slot.text, target.unit, slot.place)];
      });
      return {
        ...base,
        cells: new Map(cells.flatMap(([target, cell]) => (target === null ? [] : [[target.path, cell] as const]))),
        notes: cells.flatMap(([target, cell]) => (target === null ? [] : convertedNote(cell, target.unit, row.name))),
      };
    }
    case 'empty':
      return {
        ...base,
        cells: allCells(targets, {
          kind: placed.isBlank ? 'blank' : 'missing',
          value: null,
          raw: '',
          place: row.place,
        }),
        notes: placed.isBlank
          ? []
          : [
              {
                kind: 'row-without-data',
                message: `“${row.name}”一行没有数字，无法判断是空格还是转换时丢失，无法核对，请对照原件`,
                place: row.place,
              },
            ],
      };
    case 'ambiguous': {
      const width = targets.length;
      const why =
        placed.filled === width * 2
          ? `是 ${width} 列的两倍，可能两个年度并排`
          : placed.filled > width
            ? `只有 ${width} 列`
            : `应有 ${width} 列，空格的位置已经丢失`;
      return {
        ...base,
        cells: allCells(targets, { kind: 'ambiguous', value: null, raw: printed(row.slots), place }),
        notes: [
          {
            kind: 'ambiguous-row',
            message: `“${row.name}”一行有 ${placed.filled} 个数字，${why}，无法对应到列，无法核对，请对照原件`,
            place,
          },
        ],
      };
    }
  }
}

const isSame = (left: RowOfCells, right: RowOfCells): boolean =>
  [...left.cells].every(([path, cell]) => right.cells.get(path)?.value === cell.value);
const hasNumber = (row: RowOfCells): boolean => [...row.cells.values()].some(cell => cell.value !== null);

/** Among several printings of one row the one that counts; rows that contradict each other count none. */
export function oneOf(rows: readonly RowOfCells[]): RowOfCells | undefined {
  const withNumbers = rows.filter(hasNumber);
  const [first, ...rest] = (withNumbers.length > 0 ? withNumbers : rows).toSorted((a, b) => a.cost - b.cost);
  if (first === undefined) return undefined;
  const rivals = rest.filter(row => !isSame(first, row));
  if (rivals.every(row => row.cost - first.cost >= 0.2)) return first;
  const cells = new Map(
    [...first.cells].map(([path, cell]): readonly [CellPath, Cell] => {
      const raws = [...new Set([first, ...rivals].map(row => row.cells.get(path)?.raw ?? ''))].join(' / ');
      return [
        path,
        { kind: 'ambiguous', value: null, raw: raws, ...(cell.place === undefined ? {} : { place: cell.place }) },
      ];
    }),
  );
  return {
    ...first,
    cells,
    notes: [
      {
        kind: 'contradicting-rows',
        message: `“${first.name}”一行出现 ${rivals.length + 1} 次，数字不同，不能确定以哪一次为准，无法核对，请只保留本年度的表格`,
        ...([...first.cells.values()][0]?.place === undefined ? {} : { place: [...first.cells.values()][0]!.place! }),
      },
    ],
  };
}
