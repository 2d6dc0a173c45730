import { parse } from 'parse5';
import type { DefaultTreeAdapterTypes } from 'parse5';
import { expect, test } from 'vitest';
import { withCells, withProse } from '../../../../test/reports/altered-report.ts';
import { sampleReport } from '../../../../test/reports/sample-report.ts';
import type { Finding } from '../../../proofreading/finding.ts';
import { reportBody } from './report-body.ts';
import { layOutReport } from '../report-layout.ts';
import { marksOf, placeMarks } from './report-marks.ts';
import { renderHtml } from './render-html.ts';

const report = sampleReport('2021');
type Element = DefaultTreeAdapterTypes.Element;

function elementsIn(markup: string): Element[] {
  const found: Element[] = [];
  const walk = (node: DefaultTreeAdapterTypes.Node) => {
    if ('tagName' in node) found.push(node);
    if ('childNodes' in node) node.childNodes.forEach(walk);
  };
  walk(parse(markup));
  return found;
}

const attribute = (element: Element, name: string) => element.attrs.find(({ name: own }) => own === name)?.value;
const finding = (where: string, more: Partial<Finding> = {}): Finding => ({
  audit: 'row-sum',
  level: 'error',
  where,
  quote: '',
  message: '合计不等',
  basis: '',
  suggestion: '',
  ...more,
});
const count = (markup: string, pattern: RegExp) => markup.match(pattern)?.length ?? 0;
const marked = (...findings: readonly Finding[]) => reportBody(report, { marks: marksOf(findings) }).markup;

test('ids are unique and every figure names heads that exist', () => {
  const elements = elementsIn(renderHtml(report));
  const ids = elements.flatMap(element => attribute(element, 'id') ?? []);
  expect(new Set(ids).size).toBe(ids.length);
  const cells = elements.filter(({ tagName }) => tagName === 'td');
  expect(cells).toHaveLength(200);
  for (const cell of cells) {
    const heads = (attribute(cell, 'headers') ?? '').split(' ');
    expect(heads.length).toBeGreaterThan(1);
    expect(heads.filter(id => !ids.includes(id))).toEqual([]);
  }
});

test('every head has a scope, every table a caption', () => {
  const elements = elementsIn(renderHtml(report));
  const heads = elements.filter(({ tagName }) => tagName === 'th');
  expect(heads.every(head => ['row', 'col'].includes(attribute(head, 'scope') ?? ''))).toBe(true);
  expect(elements.filter(({ tagName }) => tagName === 'caption')).toHaveLength(3);
});

test('the file is self-contained: no script, no address of elsewhere, no inline style', () => {
  const page = renderHtml(report);
  expect(page).not.toMatch(/<script|<link|https?:|url\(|@import|\sstyle="|\son[a-z]+="/);
  expect(page).toContain('<meta charset="utf-8">');
  expect(page).toContain('<html lang="zh-CN">');
});

test('what an agency wrote cannot become markup', () => {
  const hostile = withCells(withProse(report, { '1': '<img src=x onerror=alert(1)>' }), {
    'table3.new.total': { kind: 'not-a-number', value: null, raw: '<b>3</b>' },
  });
  const elements = elementsIn(renderHtml(hostile));
  expect(elements.filter(({ tagName }) => ['img', 'b'].includes(tagName))).toEqual([]);
});

test('a finding on a cell marks that cell and links to its entry', () => {
  expect(marked(finding('table3.new.total'))).toMatch(
    /<td class="figure mark mark-error"[^>]*><a class="mark-link" id="mark-1" href="#finding-1" aria-describedby="finding-1">23<\/a><\/td>/,
  );
});

test('a finding on a column marks its head and tints its figures; the same for a row and for a group of table four', () => {
  const column = marked(finding('table3.enterprise'));
  expect(count(column, /class="mark mark-error"/g)).toBe(1);
  expect(count(column, /figure mark-around mark-around-error/g)).toBe(25);
  expect(count(marked(finding('table3.settled')), /figure mark-around/g)).toBe(7);
  expect(count(marked(finding('table4.reconsideration')), /figure mark-around/g)).toBe(5);
});

test('a finding about several cells frames each of them, and only the first is the place to go to', () => {
  const markup = marked(finding('table3', { cells: ['table3.new.enterprise', 'table3.settled.enterprise'] }));
  expect(markup.match(/figure mark mark-error/g)).toHaveLength(2);
  expect(markup.match(/id="mark-1"/g)).toHaveLength(1);
});

test('a blank cell can be pointed at: it says so to those who do not see it', () => {
  const blank = withCells(report, { 'table3.new.total': 'blank' });
  const markup = reportBody(blank, { marks: marksOf([finding('table3.new.total')]) }).markup;
  expect(markup).toContain('<span class="unseen">空白</span>');
});

test('several findings on one cell: the gravest leads, the others follow as numbers', () => {
  const markup = marked(finding('table3.new.total', { level: 'notice' }), finding('table3.new.total'));
  expect(markup).toMatch(
    /href="#finding-2" aria-describedby="finding-2">23<\/a><a class="mark-more mark-more-notice" id="mark-1" href="#finding-1"/,
  );
});

const words = '新收政府信息公开申请23件';
const start = report.sections['1']!.indexOf(words);
const within = (from: number, to: number) => ({ span: { start: start + from, end: start + to } });

test('words are marked where their span stands', () => {
  const markup = marked(finding('section1', { level: 'warning', ...within(0, words.length) }));
  expect(markup).toContain('<mark class="mark mark-warning"><a class="mark-link" id="mark-1"');
  expect(markup).toContain(`>${words}</a></mark>`);
});

test('overlapping spans are cut where one begins or ends, and no character is lost or doubled', () => {
  const markup = marked(
    finding('section1', { level: 'warning', ...within(0, 8) }),
    finding('section1', { level: 'error', ...within(4, 13) }),
  );
  const marks = elementsIn(markup).filter(({ tagName }) => tagName === 'mark');
  expect(marks.map(mark => attribute(mark, 'class'))).toEqual([
    'mark mark-warning',
    'mark mark-error',
    'mark mark-error',
  ]);
  const bare = markup.replace(/<a class="mark-more.*?<\/a>/g, '').replace(/<\/?(?:mark|a)\b[^>]*>/g, '');
  expect(bare).toBe(reportBody(report).markup);
});

test('a span over two paragraphs is marked in both', () => {
  const text = report.sections['1']!;
  const lineEnd = text.indexOf('\n');
  const markup = marked(finding('section1', { span: { start: lineEnd - 2, end: lineEnd + 4 } }));
  expect(markup.match(/<mark/g)).toHaveLength(2);
  expect(markup.match(/id="mark-1"/g)).toHaveLength(1);
});

test('a finding without a span is found by its quote, else it stands on the heading', () => {
  expect(marked(finding('section5', { quote: '形式比较单一' }))).toMatch(
    /<mark[^>]*><a[^>]*>形式比较单一<\/a><\/mark>/,
  );
  expect(marked(finding('section5', { quote: '没有这句话' }))).toMatch(
    /<h2 id="section-5"><mark[^>]*><a[^>]*>五、存在的主要问题及改进情况<\/a><\/mark><\/h2>/,
  );
});

test('a finding on the file as a whole has no place in the report', () => {
  const marks = marksOf([finding('report'), finding('title'), finding('table2')]);
  expect([...placeMarks(report, layOutReport(report), marks).placed]).toEqual([2, 3]);
});

test('what someone has looked at and lets stand shows as a notice', () => {
  const waived = { by: '审核人', reason: '数据已核对', on: '2024-01-20' };
  expect(marked(finding('table3.new.total', { waived }))).toContain('figure mark mark-notice');
});

test('below a page title the headings begin one level lower', () => {
  const tags = elementsIn(reportBody(report, { titleLevel: 2 }).markup).map(({ tagName }) => tagName);
  expect(tags).toContain('h3');
  expect(tags).not.toContain('h1');
});
