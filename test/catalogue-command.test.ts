import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { FILE_COMMANDS, runCommand } from '../src/cli/index.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'gongkai-catalogue-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

type Sheet = {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
  readonly merges: readonly string[];
};

const R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const letter = (column: number) => String.fromCharCode(65 + column);

function sheetXml({ rows, merges }: Sheet): string {
  const cells = rows.map((row, at) => {
    const own = row.map((text, column) =>
      text === '' ? '' : `<c r="${letter(column)}${at + 1}" t="inlineStr"><is><t>${text}</t></is></c>`,
    );
    return `<row r="${at + 1}">${own.join('')}</row>`;
  });
  const joined = merges.map(range => `<mergeCell ref="${range}"/>`).join('');
  return `<worksheet><sheetData>${cells.join('')}</sheetData><mergeCells>${joined}</mergeCells></worksheet>`;
}

/** A workbook as offices hand them in. */
function workbook(sheets: readonly Sheet[]): string {
  const path = join(folder, `${sheets[0]!.name}.xlsx`);
  const parts: Record<string, string> = {
    '[Content_Types].xml': '<Types/>',
    'xl/workbook.xml': `<workbook xmlns:r="${R}"><sheets>${sheets.map(({ name }, at) => `<sheet name="${name}" sheetId="${at + 1}" r:id="r${at + 1}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${sheets.map((_sheet, at) => `<Relationship Id="r${at + 1}" Type="${R}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`).join('')}</Relationships>`,
  };
  for (const [at, sheet] of sheets.entries()) parts[`xl/worksheets/sheet${at + 1}.xml`] = sheetXml(sheet);
  writeFileSync(path, zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)]))));
  return path;
}

const TICK = '√';
const RELIEF: Sheet = {
  name: '社会救助',
  merges: ['A1:N1', 'A2:A3', 'B2:C2', 'D2:D3', 'E2:E3', 'F2:F3', 'G2:G3', 'H2:H3', 'I2:J2', 'K2:L2', 'M2:N2', 'B4:B5'],
  rows: [
    ['晴川区社会救助领域基层政务公开标准目录'],
    [
      '序号',
      '公开事项',
      '',
      '公开内容（要素）',
      '公开依据',
      '公开 时限',
      '公开主体',
      '公开渠道和载体',
      '公开对象',
      '',
      '公开方式',
      '',
      '公开层级',
      '',
    ],
    ['', '一级事项', '二级事项', '', '', '', '', '', '全社会', '特定群众', '主动', '依申请公开', '县级', '乡级'],
    [
      '1',
      '最低生活保障',
      '办事指南',
      '办理条件、材料、时限',
      '《社会救助暂行办法》',
      '自信息形成之日起20个工作日内',
      '区民政 局',
      '■政府网站&#10;□两微一端&#10;■公开查阅点',
      TICK,
      '',
      TICK,
      '',
      TICK,
      TICK,
    ],
    [
      '2',
      '',
      '审核确认信息',
      '公示名单',
      '同上',
      '公示7个工作日',
      '同上',
      '口政府网站&#10;■社区公示栏&#10;口两微一端',
      '',
      TICK,
      TICK,
      '',
      '',
      TICK,
    ],
    ['3', '临时救助', '救助标准', '标准和范围', '同上', '同上', '区民政局', '■政府网站', TICK, '', TICK, '', TICK, ''],
  ],
};
const CULTURE: Sheet = {
  name: '公共文化服务',
  merges: [],
  rows: [
    ['序号', '公开事项', '公开内容', '公开依据', '公开时限', '公开主体', '公开渠道'],
    ['1', '开放时间', '场馆和时间', '《公共文化服务保障法》', '长期公开', '区文化馆', '政府网站'],
    ['2', '活动安排', '活动预告', '《公共文化服务保障法》', '视情况公开', '区文化馆', '政府网站'],
  ],
};

async function catalogue(args: readonly string[]) {
  let [out, err] = ['', ''];
  const status = await runCommand(FILE_COMMANDS, ['catalogue', 'read', ...args], {
    out: text => void (out += text),
    err: text => void (err += text),
    stdin: async () => new Uint8Array(),
    environment: {},
  });
  return { status, out, err };
}

test('a catalogue with merged cells, 同上, 口 for □ and blanks in words is read as it was meant; obligations are counted', async () => {
  const { status, out } = await catalogue([workbook([RELIEF, CULTURE]), '--event', '2026-03-02', '--json']);
  expect(status).toBe(1);
  const answer = JSON.parse(out) as {
    entries: Record<string, unknown>[];
    coverage: unknown;
    remarks: { field: string; line: number; message: string }[];
  };
  expect(answer.entries).toMatchObject([
    {
      field: '社会救助',
      firstItem: '最低生活保障',
      secondItem: '办事指南',
      publisher: '区民政局',
      channels: ['政府网站', '公开查阅点'],
      audience: 'everyone',
      ways: ['proactive'],
      levels: ['county', 'township'],
      due: '2026-03-30',
    },
    {
      firstItem: '最低生活保障',
      secondItem: '审核确认信息',
      basis: '《社会救助暂行办法》',
      publisher: '区民政局',
      channels: ['社区公示栏'],
      audience: 'some',
      levels: ['township'],
      due: '2026-03-11',
    },
    { firstItem: '临时救助', deadlineText: '公示7个工作日', levels: ['county'] },
    { field: '公共文化服务', firstItem: '开放时间', channels: ['政府网站'], levels: [], due: null },
    { field: '公共文化服务', firstItem: '活动安排', due: null },
  ]);
  expect(answer.coverage).toEqual([
    { field: '社会救助', county: 2, township: 2 },
    { field: '公共文化服务', county: 2, township: 2 },
  ]);
  expect(answer.remarks.map(({ field, line, message }) => `${field}${line} ${message}`)).toEqual([
    '社会救助2 “公开依据”写着“同上”，已按上一行补全',
    '社会救助2 “公开主体”写着“同上”，已按上一行补全',
    '社会救助2 公开渠道里的“口”是方框“□”的误写，已按没有勾选处理',
    '社会救助3 “公开依据”写着“同上”，已按上一行补全',
    '社会救助3 “公开时限”写着“同上”，已按上一行补全',
    '公共文化服务2 公开时限“视情况公开”没有写明期限，请核对',
  ]);
});

test('in words the same; a file that is no catalogue is refused with what is missing', async () => {
  const { status, out } = await catalogue([workbook([{ ...CULTURE, rows: CULTURE.rows.slice(0, 2) }])]);
  expect(status).toBe(0);
  expect(out).toContain('公共文化服务 / 开放时间\n    区文化馆；长期公开\n共 1 项');
  const other = workbook([{ name: '其他', rows: [['姓名', '电话']], merges: [] }]);
  const refused = await catalogue([other]);
  expect(refused.status).toBe(2);
  expect(refused.err).toContain('没有找到公开目录的表格');
  writeFileSync(join(folder, 'a.xlsx'), 'text');
  expect((await catalogue([join(folder, 'a.xlsx')])).err).toContain('不是完好的 Excel 工作簿');
});
