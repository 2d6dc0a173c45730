import { describe, expect, test } from 'vitest';
import { drawPdf, line, ruledGrid, shown, text } from '../../../test/pdf/drawn-pdf.ts';
import type { DrawnOptions, DrawnPage } from '../../../test/pdf/drawn-pdf.ts';
import type { Block } from './content.ts';
import { readPdfContent } from './read-pdf.ts';
import type { RuledTable } from './ruled-table.ts';

async function blocksOf(pages: readonly DrawnPage[], options?: DrawnOptions): Promise<readonly Block[]> {
  const result = await readPdfContent(drawPdf(pages, options));
  if (!result.ok) throw new Error(result.problem.kind);
  return result.value.blocks;
}

const tablesOf = (blocks: readonly Block[]): RuledTable[] =>
  blocks.flatMap(block => (block.kind === 'table' ? [block.table] : []));
const paragraphsOf = (blocks: readonly Block[]) =>
  blocks.flatMap(block => (block.kind === 'paragraph' ? [block.text] : []));
/** Cells as `row,column[,rowSpan,columnSpan] text`. */
const cellsOf = (table: RuledTable) =>
  table.cells.map(({ row, column, rowSpan, columnSpan, text }) =>
    `${row},${column}${rowSpan * columnSpan === 1 ? '' : `,${rowSpan},${columnSpan}`} ${text}`.trim(),
  );
async function tableOf(content: string, page: Omit<DrawnPage, 'content'> = {}): Promise<string[]> {
  const tables = tablesOf(await blocksOf([{ content: content + FILLER, ...page }]));
  expect(tables).toHaveLength(1);
  return cellsOf(tables[0]!);
}

/** Enough text for a document to count as one. */
const FILLER = text(60, 40, '这里的文字只为让这一页有足够多的字，与表格没有关系。');
const XS = [100, 200, 300, 400];
const YS = [700, 680, 660, 640];
const WORDS = [
  ['项目', '本年', '上年'],
  ['许可', '12', '7'],
  ['处罚', '3', '0'],
];
const CELLS = ['0,0 项目', '0,1 本年', '0,2 上年', '1,0 许可', '1,1 12', '1,2 7', '2,0 处罚', '2,1 3', '2,2 0'];
const words = ruledGrid(XS, YS, WORDS)
  .split('\n')
  .filter(row => row.startsWith('BT'))
  .join('\n');

describe('rules of a table', () => {
  test('may be stroked lines', async () => {
    expect(await tableOf(ruledGrid(XS, YS, WORDS))).toEqual(CELLS);
  });

  test('may be thin filled rectangles, a piece for each cell, with corners of their own', async () => {
    const pieces: string[] = [];
    for (const y of YS)
      for (const x of XS.slice(0, -1)) pieces.push(`${x + 0.5} ${y} 99.5 0.5 re f`, `${x} ${y} 0.5 0.5 re f`);
    for (const x of XS) for (const y of YS.slice(1)) pieces.push(`${x} ${y + 0.5} 0.5 19.5 re f`);
    expect(await tableOf(`${pieces.join('\n')}\n${words}`)).toEqual(CELLS);
  });

  test('may be dashes or dots drawn one by one', async () => {
    const dashes: string[] = [];
    for (const y of YS) for (let x = 100; x < 400; x += 5) dashes.push(`${x} ${y} 3 0.7 re f`);
    for (const x of XS) for (let y = 640; y < 700; y += 1.5) dashes.push(`${x} ${y} 0.7 0.7 re f`);
    expect(await tableOf(`${dashes.join('\n')}\n${words}`)).toEqual(CELLS);
  });

  test('may be double, and each cell may have a frame of its own beside that of its neighbour', async () => {
    const frames: string[] = [];
    for (const y of YS.slice(1))
      for (const x of XS.slice(0, -1)) frames.push(`${x + 1} ${y + 1} 98 18 re S`, `${x + 2.5} ${y + 2.5} 95 15 re S`);
    expect(await tableOf(`${frames.join('\n')}\n${words}`)).toEqual(CELLS);
  });

  test('may be bands between an outer and an inner rectangle', async () => {
    const frames: string[] = [];
    for (const y of YS.slice(1))
      for (const x of XS.slice(0, -1)) frames.push(`${x} ${y} 100 20 re ${x + 1} ${y + 1} 98 18 re f*`);
    expect(await tableOf(`${frames.join('\n')}\n${words}`)).toEqual(CELLS);
  });

  test('may stand in form objects, scaled and shifted', async () => {
    const content = `q 2 0 0 2 -100 -600 cm /Inner Do Q`;
    const forms = { Inner: { matrix: '0.5 0 0 0.5 50 300', content: ruledGrid(XS, YS, WORDS) } };
    expect(await tableOf(content, { forms })).toEqual(CELLS);
  });

  test('a missing one between two cells merges them', async () => {
    const rules = [
      ...YS.map(y => (y === 660 ? line(200, y, 400, y) : line(100, y, 400, y))),
      line(100, 640, 100, 700),
      line(200, 640, 200, 700),
      line(300, 640, 300, 680),
      line(400, 640, 400, 700),
    ];
    const content = [
      ...rules,
      text(104, 665, '许可'),
      text(250, 685, '数量'),
      text(210, 665, '1'),
      text(310, 645, '2'),
    ].join('');
    expect(await tableOf(content)).toEqual(['0,0', '0,1,1,2 数量', '1,0,2,1 许可', '1,1 1', '1,2', '2,1', '2,2 2']);
  });

  test('the sides left and right may be open', async () => {
    const rules = [...YS.map(y => line(100, y, 400, y)), line(200, 640, 200, 700), line(300, 640, 300, 700)];
    expect(await tableOf(rules.join('') + words)).toEqual(CELLS);
  });

  test('backgrounds, clips, underlines and the border of the page are none', async () => {
    const noise = [
      '0.9 g 100 640 300 60 re f 0 g',
      '20 20 555 802 re S',
      'q 90 630 320 80 re W n Q',
      line(104, 662, 130, 662),
      line(60, 600, 500, 600),
    ].join('\n');
    expect(await tableOf(`${noise}\n${ruledGrid(XS, YS, WORDS)}`)).toEqual(CELLS);
  });

  test('a box round a text and the axes of a chart make no table', async () => {
    const content = [
      '80 500 300 60 re S\n',
      text(90, 530, '提示：本页的方框里只有一句话，它不是表格。'),
      line(100, 100, 100, 300),
      ...[100, 150, 200, 250].map(y => line(100, y, 400, y)),
      text(80, 145, '5'),
      text(75, 195, '10'),
      FILLER,
    ].join('');
    const blocks = await blocksOf([{ content }]);
    expect(tablesOf(blocks)).toEqual([]);
    expect(paragraphsOf(blocks)).toContain('提示：本页的方框里只有一句话，它不是表格。');
  });
});

describe('text of a cell', () => {
  const cell = async (content: string, width = 60) => {
    const xs = [100, 100 + width, 300, 400];
    const rules = [...xs.map(x => line(x, 400, x, 700)), line(100, 700, 400, 700), line(100, 400, 400, 400)].join('');
    const [first] = await tableOf(rules + content + text(310, 600, '7'));
    return first!.slice('0,0 '.length);
  };

  test('drawn character by character is joined, in Chinese without spaces', async () => {
    const characters = Array.from('社会公益组织', (word, at) => text(104 + at * 13, 600, word));
    expect(await cell(characters.join(''), 90)).toBe('社会公益组织');
  });

  test('keeps digits together however they are drawn', async () => {
    expect(await cell(text(104, 600, '2', { font: 'H' }) + text(112, 600, '023', { font: 'H' }))).toBe('2023');
    expect(await cell(`BT /H 10 Tf 1 0 0 1 104 600 Tm [(1) 60 (0) -120 (50)] TJ ET\n`)).toBe('1050');
  });

  test('a number broken by the narrow cell is whole again, two numbers are two', async () => {
    expect(await cell(text(102, 600, '120', { font: 'H' }) + text(102, 588, '34', { font: 'H' }), 21)).toBe('12034');
    expect(await cell(text(102, 600, '120', { font: 'H' }) + text(102, 588, '34', { font: 'H' }), 60)).toBe('120 34');
  });

  test('wrapped labels are joined without spaces, Latin words with one', async () => {
    expect(await cell(text(104, 600, '社会公') + text(104, 588, '益组织'), 40)).toBe('社会公益组织');
    expect(await cell(text(104, 600, 'Open', { font: 'H' }) + text(104, 588, 'Data', { font: 'H' }), 40)).toBe(
      'Open Data',
    );
  });

  test('written downwards, one character per line, is one word', async () => {
    expect(await cell(Array.from('自然人', (word, at) => text(104, 600 - at * 12, word)).join(''))).toBe('自然人');
  });

  test('in a font that writes downwards, column after column from the right', async () => {
    const column = (x: number, part: string) => `BT /V 10 Tf 1 0 0 1 ${x} 640 Tm ${shown(part)} ET\n`;
    expect(await cell(column(145, '三、本年度') + column(130, '办理结果'))).toBe('三、本年度办理结果');
  });

  test('turned on its side is read along its own lines', async () => {
    const turned = (x: number, part: string) => `BT /F 10 Tf 0 1 -1 0 ${x} 500 Tm ${shown(part)} ET\n`;
    expect(await cell(turned(120, '三、本年度') + turned(134, '办理结果'))).toBe('三、本年度办理结果');
  });

  test('printed twice for bold type stands there once', async () => {
    expect(await cell(text(104, 600, '总计') + text(104.4, 600, '总计'))).toBe('总计');
  });

  test('that runs over its border stays in the cell of its middle', async () => {
    expect(await cell(text(104, 600, '123456789012', { font: 'H' }), 60)).toBe('123456789012');
  });

  test('of two cells drawn in one go, apart by spaces, is divided', async () => {
    const row = ruledGrid([100, 150, 200, 250], [700, 680, 660], [['甲', '乙', '丙']]);
    const shownAtOnce = `BT /H 10 Tf 1 0 0 1 120 665 Tm [(1) -4500 (22) -3900 (333)] TJ ET\n`;
    expect(await tableOf(row + shownAtOnce)).toEqual(['0,0 甲', '0,1 乙', '0,2 丙', '1,0 1', '1,1 22', '1,2 333']);
  });

  test('radicals and upright brackets are the characters they look like', async () => {
    expect(await cell(`BT /V 10 Tf 1 0 0 1 130 640 Tm ${shown('︵一︶⼈⺠')} ET\n`)).toBe('（一）人民');
  });
});

describe('pages', () => {
  test('a page turned by the file reads upright', async () => {
    // Drawn on its side: what is x on the reader's page is y here.
    const content = `q 0 1 -1 0 595 0 cm ${ruledGrid(XS, [400, 380, 360, 340], WORDS)} ${FILLER} Q`;
    const tables = tablesOf(await blocksOf([{ content, rotate: 90 }]));
    expect(tables.map(cellsOf)).toEqual([CELLS]);
  });

  test('a table printed lying on its side reads upright too', async () => {
    for (const turn of ['0 1 -1 0 595 0 cm', '0 -1 1 0 0 842 cm', '-1 0 0 -1 595 842 cm']) {
      const content = `q ${turn} ${ruledGrid(XS, [400, 380, 360, 340], WORDS)} ${FILLER} Q`;
      expect(tablesOf(await blocksOf([{ content }])).map(cellsOf)).toEqual([CELLS]);
    }
  });

  test('two tables side by side stay two, the left one first', async () => {
    const left = ruledGrid([40, 100, 160, 220], YS, WORDS);
    const right = ruledGrid(
      [320, 380, 440, 500],
      YS,
      WORDS.map(row => row.map(word => (word === '12' ? '99' : word))),
    );
    const tables = tablesOf(await blocksOf([{ content: left + right + FILLER }]));
    expect(tables.map(table => cellsOf(table)[4])).toEqual(['1,1 12', '1,1 99']);
  });

  test('a table cut by the page is one, its repeated head dropped', async () => {
    const head = ['类别', '甲', '乙'];
    const first = ruledGrid(XS, [200, 180, 160], [head, ['许可', '1', '2']]);
    const second = ruledGrid(XS, [800, 780, 760], [head, ['处罚', '3', '4']]);
    const [table, ...others] = tablesOf(
      await blocksOf([{ content: FILLER.replace('60 40', '60 700') + first }, { content: second + FILLER }]),
    );
    expect(others).toEqual([]);
    expect(cellsOf(table!)).toEqual([
      '0,0 类别',
      '0,1 甲',
      '0,2 乙',
      '1,0 许可',
      '1,1 1',
      '1,2 2',
      '2,0 处罚',
      '2,1 3',
      '2,2 4',
    ]);
  });

  const cut = async (first: string, second: string) =>
    tablesOf(
      await blocksOf([{ content: FILLER.replace('60 40', '60 700') + first }, { content: second + FILLER }]),
    ).map(cellsOf);

  test('the second part may show fewer edges, and stand further to the side', async () => {
    const first = ruledGrid(
      XS,
      [200, 180, 160],
      [
        ['类别', '甲', '乙'],
        ['许可', '1', '2'],
      ],
    );
    expect(await cut(first, ruledGrid([130, 230, 430], [800, 780], [['合计', '3']]))).toEqual([
      ['0,0 类别', '0,1 甲', '0,2 乙', '1,0 许可', '1,1 1', '1,2 2', '2,0 合计', '2,1,1,2 3'],
    ]);
  });

  test('the first row of a table alone at the foot of a page belongs to it', async () => {
    const first = ruledGrid([100, 200, 400], [140, 120], [['复议', '诉讼']]);
    const second = ruledGrid([100, 200, 300, 400], [800, 780], [['1', '2', '3']]);
    expect(await cut(first, second)).toEqual([['0,0 复议', '0,1,1,2 诉讼', '1,0 1', '1,1 2', '1,2 3']]);
  });

  test('a row of which the page leaves some figures above and some below is one row', async () => {
    const narrow = [100, 150, 250, 350];
    const first = ruledGrid(
      narrow,
      [200, 180, 160],
      [
        ['类别', '甲', '乙'],
        ['申请逾', '1', ''],
      ],
    );
    const second = (figures: readonly string[]) => ruledGrid(narrow, [800, 780], [['期处理', ...figures]]);
    const [table] = await cut(first, second(['', '2']));
    expect(table!.slice(3)).toEqual(['1,0 申请逾期处理', '1,1 1', '1,2 2']);
    const [both] = await cut(first, second(['3', '2']));
    expect(both!.slice(3)).toEqual(['1,0 申请逾', '1,1 1', '1,2', '2,0 期处理', '2,1 3', '2,2 2']);
  });

  test('a row that the page itself cuts is one row; a row left blank is a row of its own', async () => {
    const narrow = [100, 150, 250, 350];
    const first = (label: string) =>
      ruledGrid(
        narrow,
        [200, 180, 160],
        [
          ['类别', '甲', '乙'],
          [label, '1', '2'],
        ],
      );
    const second = (label: string) =>
      ruledGrid(
        narrow,
        [800, 780, 760],
        [
          [label, '', ''],
          ['其他', '5', '6'],
        ],
      );
    expect(await cut(first('申请逾'), second('期处理'))).toEqual([
      ['0,0 类别', '0,1 甲', '0,2 乙', '1,0 申请逾期处理', '1,1 1', '1,2 2', '2,0 其他', '2,1 5', '2,2 6'],
    ]);
    const [table] = await cut(first('处罚'), second('强制'));
    expect(table!.slice(3)).toEqual([
      '1,0 处罚',
      '1,1 1',
      '1,2 2',
      '2,0 强制',
      '2,1',
      '2,2',
      '3,0 其他',
      '3,1 5',
      '3,2 6',
    ]);
  });

  test('tables of other width or with text between them stay two', async () => {
    const first = {
      content: FILLER.replace('60 40', '60 700') + ruledGrid(XS, [200, 180, 160], [['类别', '甲', '乙']]),
    };
    const wider = { content: ruledGrid([60, 200, 300, 440], [800, 780, 760], [['处罚', '3', '4']]) };
    const after = {
      content: text(100, 805, '下面是另一张表格：') + ruledGrid(XS, [780, 760, 740], [['处罚', '3', '4']]),
    };
    expect(tablesOf(await blocksOf([first, wider]))).toHaveLength(2);
    expect(tablesOf(await blocksOf([first, after]))).toHaveLength(2);
  });

  test('page numbers and lines that return on every page are dropped', async () => {
    const page = (number: number, words: string) => ({
      content:
        text(250, 810, '晴川区数据资源局年度报告') +
        text(60, 700, words) +
        text(290, 30, number % 2 === 0 ? `— ${number} —` : `第${number}页 共3页`),
    });
    const blocks = await blocksOf([
      page(1, '第一页的内容到这里为止。'),
      page(2, '第二页另起一段说明。'),
      page(3, '第三页是结尾。'),
    ]);
    expect(paragraphsOf(blocks)).toEqual(['第一页的内容到这里为止。', '第二页另起一段说明。', '第三页是结尾。']);
  });
});

describe('paragraphs', () => {
  const lines = (rows: readonly (readonly [x: number, words: string])[], top = 700) =>
    rows.map(([x, words], at) => text(x, top - at * 18, words)).join('');
  const long = '全年在门户网站发布各类信息一千零五十条其中政策文件十九件解读材料二十四篇';

  test('wrapped lines are joined, an indented line begins a new one', async () => {
    const content = lines([
      [120, long],
      [100, `${long}，又`],
      [100, '答复留言三十七条。'],
      [120, '第二段从这里开始。'],
    ]);
    expect(paragraphsOf(await blocksOf([{ content }]))).toEqual([
      `${long}${long}，又答复留言三十七条。`,
      '第二段从这里开始。',
    ]);
  });

  test('go on over the end of a page', async () => {
    const pages = [
      lines(
        [
          [120, long],
          [100, `${long}，又`],
        ],
        100,
      ),
      lines([
        [100, '答复留言三十七条。'],
        [120, '第二段。'],
      ]),
    ];
    const blocks = await blocksOf(pages.map(content => ({ content })));
    expect(paragraphsOf(blocks)).toEqual([`${long}${long}，又答复留言三十七条。`, '第二段。']);
  });

  test('a heading of other size and a numbered item stand alone', async () => {
    const content =
      text(100, 740, `${long}，又`, { size: 11.5 }) +
      lines([
        [100, `${long}，又。`],
        [100, '二、主动公开情况'],
        [100, long],
      ]);
    expect(paragraphsOf(await blocksOf([{ content }]))).toEqual([
      `${long}，又`,
      `${long}，又。`,
      '二、主动公开情况',
      long,
    ]);
  });

  test('a navigation beside the text is kept apart from it; labels beside what they name are not', async () => {
    const main = ['全年按期完成公开任务，各科室分工负责，', '每季核对栏目内容，补充说明材料，方便群', '众查阅。'];
    const article = [0, 1, 2, 3].flatMap(part =>
      main.map((words, index) => text(170, 760 - part * 54 - index * 18, words, { size: 18 })),
    );
    const column = (pitch: number, drop: number) =>
      ['机构职能', '政策文件', '财政预算', '年度报告', '互动交流', '联系方式', '网站导航', '办事指南', '通知公告'].map(
        (words, index) => text(50, 760 - drop - index * pitch, words),
      );
    const apart = paragraphsOf(await blocksOf([{ content: [...column(23.7, 7), ...article].join('') }]));
    expect(apart).toContain('机构职能');
    expect(apart.join('')).toContain(main.join(''));
    const beside = paragraphsOf(await blocksOf([{ content: [...column(18, 0), ...article].join('') }]));
    expect(beside.join('')).toContain(`机构职能 ${main[0]}`);
  });

  test('two columns of text are read one after the other', async () => {
    const part = '这一栏的文字写满一行共有二十个字左右右';
    const column = (x: number, name: string) =>
      Array.from({ length: 9 }, (_, at) => text(x, 700 - at * 18, `${part}${name}${at}`));
    const blocks = await blocksOf([{ content: [...column(60, '左'), ...column(320, '右')].join('') }]);
    const all = paragraphsOf(blocks).join('');
    expect(all.indexOf('左8')).toBeGreaterThan(0);
    expect(all.indexOf('左8')).toBeLessThan(all.indexOf('右0'));
  });

  test('a table without rules becomes lines with tabs, empty cells kept where columns are certain', async () => {
    const row = (y: number, label: string, cells: readonly string[]) =>
      text(60, y, label) + cells.map((cell, at) => (cell === '' ? '' : text(200 + at * 60, y, cell))).join('');
    const content = [
      row(700, '新收申请', ['3', '0', '0', '3']),
      row(680, '上年结转', ['0', '', '0', '10']),
      row(660, '合计', ['3', '0', '0', '13']),
      FILLER,
    ].join('');
    const blocks = await blocksOf([{ content }]);
    expect(blocks.flatMap(block => (block.kind === 'aligned' ? [block.lines] : []))).toEqual([
      ['新收申请\t3\t0\t0\t3', '上年结转\t0\t\t0\t10', '合计\t3\t0\t0\t13'],
    ]);
  });
});

describe('a file that is not read', () => {
  const problemOf = async (bytes: Uint8Array) => {
    const result = await readPdfContent(bytes);
    return result.ok ? null : result.problem;
  };

  test('has no text on any page', async () => {
    expect(
      await problemOf(drawPdf([{ content: '0.5 g 0 0 595 842 re f' }, { content: text(290, 30, '— 1 —') }])),
    ).toEqual({ kind: 'no-text' });
  });

  test('asks for a password to open; one that only restricts printing is no hindrance', async () => {
    const pages = [{ content: FILLER }];
    expect(await problemOf(drawPdf(pages, { passwords: { user: '开', owner: '主' } }))).toEqual({ kind: 'password' });
    expect(await problemOf(drawPdf(pages, { passwords: { user: '', owner: '主' } }))).toBeNull();
  });

  test('has fonts that do not say which characters they draw', async () => {
    const codes = Array.from({ length: 300 }, (_, at) => String.fromCharCode(0x0700 + ((at * 37) % 0x1800))).join('');
    expect(await problemOf(drawPdf([{ content: text(60, 700, codes, { font: 'X', size: 1.5 }) }]))).toEqual({
      kind: 'garbled',
    });
  });

  test('is no PDF, or nothing of it is left', async () => {
    expect(await problemOf(new TextEncoder().encode('本文件只是一段文字'))).toEqual({ kind: 'not-pdf' });
    expect(await problemOf(new Uint8Array())).toEqual({ kind: 'not-pdf' });
    expect(await problemOf(drawPdf([{ content: FILLER }]).subarray(0, 200))).toEqual({ kind: 'damaged' });
  });

  test('with a broken cross-reference table is read all the same', async () => {
    const bytes = drawPdf([{ content: ruledGrid(XS, YS, WORDS) + FILLER }]);
    const file = Buffer.from(bytes.buffer);
    bytes.fill(0x20, file.lastIndexOf('xref\n0'), file.lastIndexOf('trailer'));
    const result = await readPdfContent(bytes);
    expect(result.ok && tablesOf(result.value.blocks).map(cellsOf)).toEqual([CELLS]);
  });

  test('has more pages than a report, or too much on them', async () => {
    const many = Array.from({ length: 4 }, () => ({ content: FILLER }));
    const limits = { pages: 3, operatorsPerPage: 1000, glyphs: 1000, milliseconds: 10_000 };
    const refused = async (pages: readonly DrawnPage[], own: Partial<typeof limits> = {}) => {
      const result = await readPdfContent(drawPdf(pages), { ...limits, ...own });
      return result.ok ? null : result.problem;
    };
    expect(await refused(many)).toEqual({ kind: 'too-many-pages', pages: 4, limit: 3 });
    expect(await refused([{ content: FILLER.repeat(300) }])).toEqual({ kind: 'too-complex', page: 1 });
    expect(await refused(many.slice(1), { glyphs: 60 })).toEqual({ kind: 'too-complex', page: 3 });
    expect(await refused(many.slice(1), { milliseconds: 0 })).toEqual({ kind: 'too-complex', page: 1 });
  });

  test('does no harm with a giant page, endless nesting, a form that draws itself, or a grid of a million cells', async () => {
    const rows = Array.from(
      { length: 1000 },
      (_, at) => line(0, at * 4, 4000, at * 4) + line(at * 4, 0, at * 4, 4000),
    ).join('');
    const hostile: DrawnPage[] = [
      { content: FILLER, width: 1e9, height: 1e9 },
      { content: `${'q '.repeat(2000)}${FILLER}` },
      { content: `/Self Do ${FILLER}`, forms: { Self: { content: `/Self Do /Self Do ${FILLER}` } } },
      { content: rows + FILLER, width: 4000, height: 4000 },
    ];
    for (const page of hostile) expect(paragraphsOf(await blocksOf([page])).join('')).toContain('足够多的字');
  });
});
