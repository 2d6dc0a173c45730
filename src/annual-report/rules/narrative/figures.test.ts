import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SENTENCES } from '../../../../fixtures/narrative/sentences.ts';
import type { Sentence } from '../../../../fixtures/narrative/sentences.ts';
import { TRUE_PASSAGES } from '../../../../fixtures/narrative/true-passages.ts';
import { TABLES } from '../../../../fixtures/narrative/tables.ts';
import type { Table } from '../../../../fixtures/narrative/tables.ts';
import { sampleReport } from '../../../../test/reports/sample-report.ts';
import type { Cell } from '../cell.ts';
import { cellsFor, NO_SECTIONS } from '../report.ts';
import { listCountsByParagraph } from './counts.ts';
import { coverageOf } from './coverage.ts';
import type { Figure } from './figure.ts';
import { figuresOf } from './figures.ts';
import type { NarratedReport } from './figures.ts';
import { listBrokenSums } from './sums.ts';

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
  const cell = names.length > 2 ? `${names[0]!}+…` : names.join('+');
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

const DIGITS = /[0-9０-９]+/g;
const TEXTS = Object.values(SENTENCES).flatMap(sentences => sentences.map(([text]) => text));

function expectEveryNumberOnce(text: string) {
  const figures = figuresOf(reportOf(TABLES.unit, '1', text));
  for (const run of text.matchAll(DIGITS)) {
    const [start, end] = [run.index, run.index + run[0].length];
    const holding = figures.filter(({ span }) => span.start < end && span.end > start);
    expect(
      holding.map(({ span }) => span.start <= start && span.end >= end),
      `${run[0]} in ${text}`,
    ).toEqual([true]);
  }
  for (const [index, { quote, around, span }] of figures.entries()) {
    expect(text.slice(around.start, around.end).replaceAll(/\s+/g, ' ')).toBe(quote);
    expect(span.start).toBeGreaterThanOrEqual(figures[index - 1]?.span.end ?? 0);
  }
}

describe('no number is dropped', () => {
  test('each run of digits of the corpus lies in exactly one figure', () => {
    expect(TEXTS.length).toBeGreaterThan(150);
    for (const text of TEXTS) expectEveryNumberOnce(text);
    expectEveryNumberOnce(TEXTS.join('\n'));
  });

  test('each run of digits of any text lies in exactly one figure', () => {
    const number = fc.oneof(
      fc.stringMatching(/^[0-9０-９]{1,9}$/),
      fc.constantFrom(
        '1,234',
        '2023',
        '2023 年 1 月',
        '12月31日',
        '1.2万',
        '100%',
        '0458-3608911',
        '〔2021〕30号',
        '（1）',
        '三',
        '8:30',
      ),
    );
    const words = fc.constantFrom(
      ...'共收到|政府信息公开申请|件|条|年|月|日|号|、|，|。|；|（|）|：|\n| |其中|未|无|行政复议|诉讼|分别为|结转|上年|下年度|第|万|元|A|/|.|-|,|+|=|自然人|网站|至|路|电话|比|等'.split(
        '|',
      ),
    );
    const text = fc.array(fc.oneof(number, words), { maxLength: 40 }).map(parts => parts.join(''));
    fc.assert(fc.property(text, expectEveryNumberOnce), { numRuns: 1000, seed: 20230101 });
  });
});

test.each(TRUE_PASSAGES.map(([table, text, section = '1']) => [table, text, section] as const))(
  'against the table “%s”, nothing is held against: %s',
  (table, text, section) => {
    const report = reportOf(TABLES[table], section, text);
    const figures = figuresOf(report);
    expect(figures.filter(({ state }) => state === 'contradicted')).toEqual([]);
    expect(listCountsByParagraph(text, figures).flatMap(listBrokenSums)).toEqual([]);
  },
);

test('of wrong numbers planted into the corpus nine in ten are held against their cell', () => {
  let [planted, accused] = [0, 0];
  for (const name of Object.keys(TABLES) as (keyof typeof TABLES)[])
    for (const [text, , more = {}] of SENTENCES[name]) {
      const figuresIn = (words: string) => figuresOf(reportOf(TABLES[name], more.section ?? '1', words));
      for (const { state, span, value } of figuresIn(text)) {
        if (state !== 'matched' || !/[0-9]/.test(text[span.start]!)) continue;
        const wrong = text.slice(0, span.start) + String(value + (value > 20 ? 10 : 7)) + text.slice(span.end);
        planted += 1;
        if (figuresIn(wrong).some(figure => figure.span.start === span.start && figure.state === 'contradicted'))
          accused += 1;
      }
    }
  expect(planted).toBeGreaterThan(150);
  expect(accused / planted).toBeGreaterThanOrEqual(0.9);
});

test('a cell that was not read confirms nothing', () => {
  const unread = { ...TABLES.unit, cells: new Proxy({}, { get: () => null }) };
  for (const text of TEXTS) {
    const states = figuresOf(reportOf(unread, '3', text)).map(({ state }) => state);
    expect(new Set([...states, 'untied'])).toEqual(new Set(['untied']));
  }
});

test('prose that agrees with its tables is accused of nothing, and most of what it counts is tied', () => {
  const figures = figuresOf(sampleReport('2021'));
  expect(figures.filter(({ state }) => state === 'contradicted')).toEqual([]);
  expect(coverageOf(figures)).toMatchObject({ counted: 4, matched: 4, contradicted: 0, untied: 0, share: 1 });
});

test('a number that was not understood lowers the coverage, a year does not', () => {
  const { unit } = TABLES;
  const shareOf = (text: string) => coverageOf(figuresOf(reportOf(unit, '1', text))).share;
  expect(shareOf('2023年共收到政府信息公开申请14件。')).toBe(1);
  expect(shareOf('2023年共收到政府信息公开申请14件，登高望远9件。')).toBe(0.5);
  expect(shareOf('没有数字。')).toBe(1);
});

test.each([
  ['digits without end', '1'],
  ['numbers without a stop', '收到申请3件办结'],
  ['nested brackets', '1件（'],
  ['sums without end', '1+'],
  ['denials without end', '未收到、'],
  ['ordinary prose', '共收到政府信息公开申请3件（其中自然人2件），予以公开1件。'],
])('300,000 characters of %s take seconds, not minutes', (_, piece) => {
  const text = piece.repeat(Math.ceil(300_000 / piece.length));
  const begun = performance.now();
  const figures = figuresOf(reportOf(TABLES.unit, '1', text));
  listCountsByParagraph(text, figures).flatMap(listBrokenSums);
  expect(performance.now() - begun).toBeLessThan(10_000);
});
