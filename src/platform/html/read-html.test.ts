import { expect, test } from 'vitest';
import type { Block } from '../document/block.ts';
import { declaredCharset, readHtmlText } from './read-html.ts';

async function read(source: string) {
  const page = await readHtmlText(source);
  if (!page.ok) throw new Error(page.problem);
  return page.value;
}

/** The texts of a page, a table as its cells `text@row,column` with the span where it is not one by one. */
const short = (blocks: readonly Block[]): unknown[] =>
  blocks.map(block =>
    block.kind === 'paragraph'
      ? block.heading === undefined
        ? block.text
        : `#${block.heading} ${block.text}`
      : block.cells.map(cell => {
          const span = cell.rowSpan * cell.columnSpan === 1 ? '' : ` ${cell.rowSpan}x${cell.columnSpan}`;
          return `${short(cell.blocks).join('/')}@${cell.row},${cell.column}${span}`;
        }),
  );
const textsOf = async (source: string) => short((await read(source)).blocks);

test('white space collapses as in a browser, and a number cut into spans is one number', async () => {
  expect(await textsOf('<p>共<span>20</span><span>23</span>年\n  <b>3</b> 件&nbsp;</p>')).toEqual(['共2023年 3 件']);
  expect(await textsOf('<p>政府\n信息</p><p>in\nformation</p><p>20\n23</p>')).toEqual([
    '政府信息',
    'in formation',
    '20 23',
  ]);
  expect(await textsOf('<p>公&shy;开&#8203;</p>')).toEqual(['公开']);
});

test('blocks and line breaks part lines, headings keep their level', async () => {
  expect(await textsOf('前<div>一<div>二</div>三</div><h2>四<br>五</h2>后')).toEqual([
    '前',
    '一',
    '二',
    '三',
    '#2 四',
    '#2 五',
    '后',
  ]);
  expect(await textsOf('<p style="mso-outline-level:3">六</p><pre>a  b\nc</pre>')).toEqual(['#3 六', 'a  b', 'c']);
});

test('what a reader does not see is left out', async () => {
  expect(
    await textsOf(
      '<script>1</script><style>2</style><noscript>3</noscript><template>4</template><p hidden>5<p style="color:red; DISPLAY : none">6<p style="visibility:hidden">7<!--8--><select><option>9</select><p>见',
    ),
  ).toEqual(['见']);
});

test('ordered lists carry the numbers a browser draws, bullets nothing', async () => {
  expect(await textsOf('<ol start=3><li>甲<li value=7>乙<li>丙</ol><ul><li>丁</ul>')).toEqual([
    '3. 甲',
    '7. 乙',
    '8. 丙',
    '丁',
  ]);
  expect(await textsOf('<ol style="list-style-type:cjk-ideographic"><li>总则<li><p>分则</p></ol>')).toEqual([
    '一、总则',
    '二、分则',
  ]);
});

test('cells take their places by the rules of HTML', async () => {
  expect(
    await textsOf('<table><tr><th rowspan=2>a<th colspan=2>b<tr><td>c<td>d<tr><td>e<td>f<br>g<td>&nbsp;</table>'),
  ).toEqual([['a@0,0 2x1', 'b@0,1 1x2', 'c@1,1', 'd@1,2', 'e@2,0', 'f/g@2,1', '@2,2']]);
});

test('a span of rows ends with its row group, and rowspan=0 reaches that end', async () => {
  expect(
    await textsOf(
      '<table><thead><tr><th rowspan=9>a<th>b</thead><tbody><tr><td rowspan=0>c<td>d<tr><td>e<tr><td>f</table>',
    ),
  ).toEqual([['a@0,0', 'b@0,1', 'c@1,0 3x1', 'd@1,1', 'e@2,1', 'f@3,1']]);
});

test('overlapping spans are cut, absurd spans make no columns', async () => {
  expect(await textsOf('<table><tr><td>a<td rowspan=2>b<tr><td colspan=2>c</table>')).toEqual([
    ['a@0,0', 'b@0,1 2x1', 'c@1,0'],
  ]);
  expect(await textsOf('<table><tr><td colspan=1000000>a<tr><td>b<td>c</table>')).toEqual([
    ['a@0,0 1x2', 'b@1,0', 'c@1,1'],
  ]);
  expect(await textsOf('<table><tr><td rowspan=1000000>a<td>b<tr><td>c</table>')).toEqual([
    ['a@0,0 2x1', 'b@0,1', 'c@1,1'],
  ]);
});

test('hidden rows are no rows, a caption comes before its table, unclosed tags are closed as a browser does', async () => {
  expect(
    await textsOf('<table><caption>表三</caption><tr style="display:none"><td>x<tr><td>a<td>b<p>c</table>后'),
  ).toEqual(['表三', ['a@0,0', 'b/c@0,1'], '后']);
});

test('rows pasted without their table get one for each run', async () => {
  expect(
    await textsOf('表二<tr><td>规章</td><td>3</td></tr>\n<tr><td>文件</td><td>4</td></tr>表三<tr><td>新收</td></tr>'),
  ).toEqual(['表二', ['规章@0,0', '3@0,1', '文件@1,0', '4@1,1'], '表三', ['新收@0,0']]);
});

test('a page written into a frame is read in its place', async () => {
  expect(await textsOf('<p>前<iframe srcdoc="&lt;p>内&lt;table>&lt;tr>&lt;td>1&lt;/table>"></iframe><p>后')).toEqual([
    '前',
    '内',
    ['1@0,0'],
    '后',
  ]);
});

test('the title is the article’s where the site names it', async () => {
  expect((await read('<title>某县 - 门户</title><meta name="ArticleTitle" content="某县年报">')).title).toBe(
    '某县年报',
  );
  expect((await read('<title> 某县 \n 门户 </title>')).title).toBe('某县 门户');
  expect((await read('<p>无')).title).toBeUndefined();
});

test('the charset is found in a meta element or an XML declaration', () => {
  expect(
    declaredCharset(new TextEncoder().encode('<meta http-equiv=Content-Type content="text/html; charset=gb2312">')),
  ).toBe('gb2312');
  expect(declaredCharset(new TextEncoder().encode('<?xml version="1.0" encoding="GBK"?>'))).toBe('GBK');
  expect(declaredCharset(new TextEncoder().encode('<p>'))).toBeUndefined();
});

test.each([
  ['nested a million deep', '<div>'.repeat(1_000_000), 'too-deep'],
  [
    'of endless formatting',
    Array.from({ length: 20_000 }, (_, size) => `<p><font size=${size}>x`).join(''),
    'too-large',
  ],
  ['with a million cells', `<table>${`<tr>${'<td>1'.repeat(100)}`.repeat(10_000)}`, 'too-many-cells'],
  [
    'with spans that multiply',
    `<table>${`<tr>${'<td colspan=90 rowspan=2>1'.repeat(10)}`.repeat(4_000)}`,
    'too-many-cells',
  ],
  ['with an endless tag', `<p ${'a=1 '.repeat(60_000)}>x`, 'damaged'],
])('a page %s is refused', async (_name, source, trouble) => {
  expect(await readHtmlText(source)).toEqual({ ok: false, problem: trouble });
});

test('a picture inside a page costs no text', async () => {
  expect(await textsOf(`<p>前<img src="data:image/png;base64,${'iVBOR'.repeat(100_000)}">后`)).toEqual(['前后']);
});
