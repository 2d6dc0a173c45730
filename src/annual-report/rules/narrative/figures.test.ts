import { describe, expect, test } from 'vitest';
import { SENTENCES } from '../../../../fixtures/narrative/sentences.ts';
import type { Sentence } from '../../../../fixtures/narrative/sentences.ts';
import { TABLES } from '../../../../fixtures/narrative/tables.ts';
import type { Table } from '../../../../fixtures/narrative/tables.ts';
import type { Cell } from '../cell.ts';
import { cellsFor, NO_SECTIONS } from '../report.ts';
import type { Figure } from './figure.ts';
import { figuresOf } from './figures.ts';
import type { NarratedReport } from './figures.ts';

function reportOf(table: Table, section: string, text: string): NarratedReport {
  const cellOf = (path: string): Cell => {
    const value = table.cells[path];
    return value === null
      ? { kind: 'missing', value: null, raw: '' }
      : { kind: 'number', value: value ?? 0, raw: String(value ?? 0) };
  };
  return { ...table, sections: { ...NO_SECTIONS, [section]: text }, cells: cellsFor(table.edition, cellOf) };
}

const LABELS = new Set([
  'year',
  'date',
  'time',
  'duration',
  'document-number',
  'article',
  'ordinal',
  'contact',
  'address',
  'name',
]);

/** The figure in the notation of the corpus. */
function noted(figure: Figure): string {
  const cells = figure.cell === undefined ? [] : typeof figure.cell === 'string' ? [figure.cell] : figure.cell;
  const names = cells.map(path => path.replace(/^table/, ''));
  const cell =
    names.length > 3 || (names.length > 2 && /^[34]\.(?!new|upheld)/.test(names[0]!))
      ? `${names[0]!}+…`
      : names.join('+');
  const mark = { matched: '=', contradicted: '!', untied: '?' }[figure.state];
  return `${String(figure.value)}${mark}${figure.state === 'untied' ? figure.kind : cell}`;
}

describe.each(Object.keys(TABLES) as (keyof typeof TABLES)[])('against the table “%s”', name => {
  test.each(SENTENCES[name].map((sentence): [string, Sentence] => [sentence[0], sentence]))('%s', (_, sentence) => {
    const [text, expected, more = {}] = sentence;
    const figures = figuresOf(reportOf(TABLES[name], more.section ?? '1', text));
    const shown = figures.filter(({ kind }) => more.labels === true || !LABELS.has(kind));
    expect(shown.map(noted).join(' ')).toBe(expected);
  });
});
