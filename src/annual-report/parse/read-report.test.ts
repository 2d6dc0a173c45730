import { expect, test } from 'vitest';
import { GRID_STYLES, piecesOf } from '../../../test/reports/grids.ts';
import { LAYOUTS } from '../../../test/reports/layouts.ts';
import { printPage } from '../../../test/reports/print-page.ts';
import type { Deviations, PrintedReport } from '../../../test/reports/printed-report.ts';
import { randomPrintedReport } from '../../../test/reports/printed-report.ts';
import { randomFrom } from '../../../test/reports/random-source.ts';
import type { AnnualReport } from '../rules/report.ts';
import { readText } from './readers/text.ts';
import type { Piece } from './piece.ts';
import { readReport, recogniseReport } from './read-report.ts';

const SEEDS = Array.from({ length: 24 }, (_, index) => index * 7919 + 1);
const WHOLE: Deviations = { labels: true, blanks: 0, numbers: true };
const BLANKS: Deviations = { labels: true, blanks: 0.08, numbers: true };
const MOSTLY_BLANK: Deviations = { labels: true, blanks: 0.6, numbers: true };

/** Layouts that lose data, labels and all: there only a refusal is right. */
const LOSSY = new Set(['cell_nl_dedup']);

type Tally = { right: number; wrong: string[]; refused: number };

function compare(printed: PrintedReport, read: AnnualReport | null, tally: Tally, name: string): void {
  for (const [path, value] of printed.truth) {
    const got = read?.cells[path]?.value ?? null;
    if (got === value) tally.right += value === null ? 0 : 1;
    else if (got === null) tally.refused += 1;
    else tally.wrong.push(`${name} ${path}: printed ${value}, read ${got}`);
  }
}

function readAll(
  deviations: Deviations,
  name: string,
  read: (printed: PrintedReport, seed: number) => AnnualReport | null,
): Tally {
  const tally: Tally = { right: 0, wrong: [], refused: 0 };
  for (const seed of SEEDS) {
    const printed = randomPrintedReport(randomFrom(seed), seed % 3 === 0 ? '2019' : '2021', deviations);
    compare(printed, read(printed, seed), tally, `${name} ${seed}`);
  }
  return tally;
}

const recognised = (pieces: readonly Piece[]): AnnualReport | null => {
  const read = recogniseReport({ format: 'text', pieces });
  return read.ok ? read.value : null;
};

for (const layout of LAYOUTS) {
  const readPage = (printed: PrintedReport, seed: number) =>
    recognised(readText(printPage(printed, [layout, layout, layout], randomFrom(seed + 1), seed % 2 === 1)).pieces);

  test(`${layout.name}: a whole report is read whole, with any labels, and the right year and edition`, () => {
    const { right, wrong, refused } = readAll(WHOLE, layout.name, (printed, seed) => {
      const report = readPage(printed, seed);
      const { year, edition, agency } = printed;
      const editionRead = LOSSY.has(layout.name) ? edition : report?.edition;
      expect({ ...report, edition: editionRead }).toMatchObject({ year, edition, agency });
      return report;
    });
    expect(wrong).toEqual([]);
    expect(right / (right + refused)).toBeGreaterThan(LOSSY.has(layout.name) ? 0 : 0.995);
  });

  test(`${layout.name}: with blanks, no cell is ever silently wrong`, () => {
    const { right, wrong, refused } = readAll(BLANKS, layout.name, readPage);
    expect(wrong).toEqual([]);
    expect(right / (right + refused)).toBeGreaterThan(layout.kept ? 0.97 : 0);
    expect(readAll(MOSTLY_BLANK, layout.name, readPage).wrong).toEqual([]);
  });
}

for (const style of GRID_STYLES)
  test(`${style.name}: read whole, and with blanks never silently wrong`, () => {
    const read = (printed: PrintedReport) => recognised(piecesOf(printed, style));
    const whole = readAll(WHOLE, style.name, read);
    expect(whole.wrong).toEqual([]);
    expect(whole.refused).toBe(0);
    const blanks = readAll(BLANKS, style.name, read);
    expect(blanks.wrong).toEqual([]);
    expect(blanks.right / (blanks.right + blanks.refused)).toBeGreaterThan(0.98);
    expect(readAll(MOSTLY_BLANK, style.name, read).wrong).toEqual([]);
  });

test('layouts mixed in one report are each read in their own way', () => {
  const usable = LAYOUTS.filter(({ name }) => !LOSSY.has(name));
  const tally = readAll(WHOLE, 'mixed', (printed, seed) => {
    const random = randomFrom(seed + 5);
    return recognised(
      readText(printPage(printed, [random.pick(usable), random.pick(usable), random.pick(usable)], random, true))
        .pieces,
    );
  });
  expect(tally.wrong).toEqual([]);
  expect(tally.right / (tally.right + tally.refused)).toBeGreaterThan(0.995);
});

const text = (...lines: readonly string[]) => {
  const read = recogniseReport(readText(lines.join('\n')));
  if (!read.ok) throw new Error(read.problem.message);
  return read.value;
};
const TITLE = '晴川区水务局2023年政府信息公开工作年度报告';
const DOCUMENTS = ['第二十条第（一）项', '信息内容\t本年制发件数\t本年废止件数\t现行有效件数'];

test('a row of the region is recorded as extra and moves no other number', () => {
  const report = text(
    TITLE,
    '二、主动公开政府信息情况',
    ...DOCUMENTS,
    '规章\t1\t2\t3',
    '其他主动公开文件\t9\t9\t9',
    '行政规范性文件\t4\t5\t6',
  );
  expect(report.cells['table2.regulatoryRule.inForce']?.value).toBe(3);
  expect(report.cells['table2.normativeDocument.issued']?.value).toBe(4);
  expect(report.labels).toContainEqual(
    expect.objectContaining({ printed: '其他主动公开文件', expected: null, variant: 'extra' }),
  );
});

test('columns printed in another order are read by their headers', () => {
  const report = text(
    TITLE,
    '第二十条第（一）项',
    '信息内容\t现行有效件数\t本年制发件数\t本年废止件数',
    '规章\t30\t10\t20',
  );
  expect(report.cells['table2.regulatoryRule.issued']?.value).toBe(10);
  expect(report.cells['table2.regulatoryRule.repealed']?.value).toBe(20);
  expect(report.cells['table2.regulatoryRule.inForce']?.value).toBe(30);
});

test('one block of the other edition does not change the edition, and its labels say so', () => {
  const report = text(
    TITLE,
    '第二十条第（一）项',
    '信息内容\t本年新制作数量\t本年新公开数量\t对外公开总数量',
    '行政规范性文件\t0\t0\t7',
    '第二十条第（五）项',
    '信息内容\t本年处理决定数量',
    '行政许可\t2',
    '第二十条第（八）项',
    '信息内容\t本年收费金额（单位：万元）',
    '行政事业性收费\t0',
  );
  expect(report.edition).toBe('2021');
  expect(report.cells['table2.normativeDocument.inForce']?.value).toBe(7);
  expect(report.labels).toContainEqual(
    expect.objectContaining({ printed: '对外公开总数量', expected: '现行有效件数', variant: 'other-edition' }),
  );
  expect(report.notes.map(({ kind }) => kind)).toContain('other-edition');
});

test('the single row of 2019 in a report of 2021 is told, not put anywhere', () => {
  const report = text(
    TITLE,
    ...DOCUMENTS,
    '行政规范性文件\t0\t0\t7',
    '第二十条第（五）项',
    '信息内容\t本年处理决定数量',
    '行政许可\t2',
    '三、收到和处理政府信息公开申请情况',
    '一、本年新收政府信息公开申请数量\t3\t0\t0\t0\t0\t0\t3',
    '（六）其他处理\t3\t0\t0\t0\t0\t0\t3',
    '（七）总计\t3\t0\t0\t0\t0\t0\t3',
  );
  expect(report.edition).toBe('2021');
  expect(report.cells['table3.closed.other.total']?.kind).toBe('missing');
  expect(report.cells['table3.settled.total']?.value).toBe(3);
  expect(report.notes.find(({ kind }) => kind === 'other-edition')?.message).toContain('3、0、0、0、0、0、3');
});

test('a row printed twice with different numbers counts neither', () => {
  const report = text(TITLE, ...DOCUMENTS, '规章\t1\t2\t3', '规章\t1\t2\t4');
  expect(report.cells['table2.regulatoryRule.inForce']).toMatchObject({ kind: 'ambiguous', value: null });
  expect(report.notes.map(({ kind }) => kind)).toContain('contradicting-rows');
});

test('a table of the prose with the same row does not contradict table two', () => {
  const report = text(
    TITLE,
    '一、总体情况',
    '类别\t条数',
    '行政许可\t20',
    '二、主动公开政府信息情况',
    '第二十条第（五）项',
    '信息内容\t本年处理决定数量',
    '行政许可\t7',
  );
  expect(report.cells['table2.license.decisions']?.value).toBe(7);
});

test('a page number in a table is no cell', () => {
  const lines = ['规章', '0', '0', '-3-', '0', '行政规范性文件', '4', '2', '19'];
  const report = text(
    TITLE,
    '第二十条第（一）项',
    '信息内容',
    '本年制发件数',
    '本年废止件数',
    '现行有效件数',
    ...lines,
  );
  expect(report.cells['table2.regulatoryRule.inForce']?.value).toBe(0);
  expect(report.cells['table2.normativeDocument.inForce']?.value).toBe(19);
});

test('a row of which only the total is printed is read where the layout keeps blanks, and refused where it does not', () => {
  const label = '一、本年新收政府信息公开申请数量';
  const kept = text(TITLE, `${label} |  |  |  |  |  |  | 0 |`);
  expect(kept.cells['table3.new.total']?.value).toBe(0);
  expect(kept.cells['table3.new.naturalPerson']).toMatchObject({ kind: 'blank', value: null });
  const lost = text(TITLE, label, '0', '二、上年结转政府信息公开申请数量', '0');
  expect(lost.cells['table3.new.total']).toMatchObject({ kind: 'ambiguous', value: null, raw: '0' });
});

test('small tables of five results each are put under the group they name', () => {
  const header = '| 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |';
  const report = text(
    TITLE,
    '四、政府信息公开行政复议、行政诉讼情况',
    '| 行政复议 |',
    header,
    '| 1 | 2 | 3 | 4 | 10 |',
    '',
    '| 行政诉讼 |',
    '| 未经复议直接起诉 |',
    header,
    '| 5 | 0 | 0 | 0 | 5 |',
    '',
    '| 复议后起诉 |',
    header,
    '| 0 | 0 | 0 | 6 | 6 |',
  );
  expect(report.cells['table4.reconsideration.pending']?.value).toBe(4);
  expect(report.cells['table4.litigationDirect.upheld']?.value).toBe(5);
  expect(report.cells['table4.litigationAfterReconsideration.total']?.value).toBe(6);
});

test('the title may stand in two lines, the year only in the statistics period', () => {
  const report = text(
    '首页',
    '晴川区水务局',
    '政府信息公开工作年度报告',
    '本报告的统计期限自2023年1月1日起至2023年12月31日止。',
    '一、总体情况',
    '无。',
    ...DOCUMENTS,
    '规章\t0\t0\t0',
  );
  expect(report).toMatchObject({ agency: '晴川区水务局', year: 2023, title: '晴川区水务局政府信息公开工作年度报告' });
  expect(report.notes.map(({ kind }) => kind)).toContain('year-from-text');
});

test('navigation, metadata, notes and the end of the page are no prose; sub-headings are', () => {
  const report = text(
    '当前位置：首页 > 年报 > 晴川区水务局2023年政府信息公开工作年度报告',
    TITLE,
    '发布时间：2024-01-10   浏览次数：12',
    '本报告依法编制，欢迎查阅。',
    '一、总体情况',
    '（一）主动公开',
    '公开信息12条。',
    '二、主动公开政府信息情况',
    '单位：件',
    ...DOCUMENTS,
    '规章\t0\t0\t0',
    '六、其他需要报告的事项',
    '无。',
    '上一篇：无',
    '网站标识码：9901010001',
  );
  expect(report.sections).toEqual({
    preface: '本报告依法编制，欢迎查阅。',
    '1': '（一）主动公开\n公开信息12条。',
    '2': '',
    '3': null,
    '4': null,
    '5': null,
    '6': '无。',
  });
});

test('a table of contents is not the sections', () => {
  const report = text(
    TITLE,
    '一、总体情况',
    '二、主动公开政府信息情况',
    '一、总体情况',
    '公开信息12条。',
    '二、主动公开政府信息情况',
    ...DOCUMENTS,
    '规章\t0\t0\t0',
  );
  expect(report.headings.map(({ section }) => section)).toEqual(['1', '2']);
  expect(report.sections['1']).toBe('公开信息12条。');
});

test('四、结转下年度继续办理 is a row of table three, and section four begins at its own heading', () => {
  const report = text(
    TITLE,
    '三、收到和处理政府信息公开申请情况',
    '四、结转下年度继续办理\t1\t0\t0\t0\t0\t0\t1',
    '四、政府信息公开行政复议、行政诉讼情况',
    '无。',
  );
  expect(report.headings.map(({ section }) => section)).toEqual(['3', '4']);
  expect(report.cells['table3.carried-out.total']?.value).toBe(1);
  expect(report.sections['4']).toBe('无。');
});

test('a file without any table of the form is refused in one sentence', () => {
  for (const page of [
    `${TITLE}\n一、总体情况\n公开信息12条。\n二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况`,
    '第一章 总则',
    '1\n2\n3',
  ]) {
    const read = recogniseReport(readText(page));
    expect(read.ok ? '' : read.problem.message).toMatch(/^没有找到年度报告的表格/);
  }
});

test('a report with one table is read, and the others are marked absent', () => {
  expect(text(TITLE, ...DOCUMENTS, '规章\t0\t0\t0').tables).toEqual({
    table2: 'found',
    table3: 'absent',
    table4: 'absent',
  });
});

test('what is far too much for a report is refused or read in bounded time', () => {
  const hostile = [
    '规章 | '.padEnd(400, '0 | ') + '\n',
    '中文字段标题\t',
    '行政许可处\n',
    '|',
    '| ',
    '<td>',
    '((',
    '一、',
    '1',
    '1,2,3\n',
    '本年',
    '不予公\n',
  ];
  for (const piece of hostile) {
    const started = performance.now();
    recogniseReport(readText(piece.repeat(Math.ceil(400_000 / piece.length))));
    expect(performance.now() - started, piece.slice(0, 10)).toBeLessThan(15_000);
  }
});

test('JSON of this project is read back as the report it is; other JSON is refused', async () => {
  const bytes = (content: string) => new TextEncoder().encode(content);
  const json = JSON.stringify({
    title: TITLE,
    agency: '晴川区水务局',
    year: 2023,
    form: '2021',
    sections: {},
    table2: { license: { decisions: 7 } },
  });
  const read = await readReport(bytes(json), 'a.json');
  expect(read.ok && read.value.format).toBe('json');
  expect(read.ok && read.value.report.cells['table2.license.decisions']?.value).toBe(7);
  const refused = await readReport(bytes('{"a":1}'), 'a.json');
  expect(!refused.ok && refused.problem.message).toContain('JSON');
  const broken = await readReport(bytes('{"a":'), 'a.json');
  expect(!broken.ok && broken.problem.message).toContain('JSON');
});

const linesOfReport = (agency: string, rules: number, last = '六、其他需要报告的事项') => [
  `${agency}2023年政府信息公开工作年度报告`,
  '一、总体情况',
  `${agency}按期完成各项任务。`,
  '二、主动公开政府信息情况',
  ...DOCUMENTS,
  `规章\t${rules}\t0\t0`,
  '五、存在的主要问题及改进情况',
  '栏目更新较慢，已经安排专人。',
  last,
  '无。',
];

test('of two reports in one file the first is read, and the other is named', () => {
  const report = text(...linesOfReport('晴川区水务局', 7), ...linesOfReport('晴川区青石镇人民政府', 8));
  expect(report).toMatchObject({
    agency: '晴川区水务局',
    sections: { '1': '晴川区水务局按期完成各项任务。', '6': '无。' },
  });
  expect(report.cells['table2.regulatoryRule.issued']?.value).toBe(7);
  expect(report.notes).toEqual([
    {
      kind: 'further-reports',
      message: expect.stringContaining('没有读取“晴川区青石镇人民政府2023年政府信息公开工作年度报告”') as string,
    },
  ]);
});

test('the same report printed twice is one report', () => {
  const report = text(...linesOfReport('晴川区水务局', 7), ...linesOfReport('晴川区水务局', 7));
  expect(report.sections['6']).toBe('无。');
  expect(report.notes).toEqual([]);
});

test('headings of a table of contents are no sections, and a heading may end in the next line', () => {
  const body = linesOfReport('晴川区水务局', 7, '六、其他需要\n报告的事项');
  const contents = [
    '一、总体情况',
    '二、主动公开政府信息情况',
    '三、收到和处理政府信息公开申请情况',
    '六、其他需要报告的事项',
  ];
  const report = text(body[0]!, '目录', ...contents, '本报告依照条例编制，数据截至年末。', ...body.slice(1));
  expect(report.headings.map(({ section }) => section)).toEqual(['1', '2', '5', '6']);
  expect(report.headings.at(-1)?.text).toBe('六、其他需要报告的事项');
  expect(report.sections).toMatchObject({ preface: '本报告依照条例编制，数据截至年末。', '3': null, '6': '无。' });
});
