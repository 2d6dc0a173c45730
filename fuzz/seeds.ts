import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync, unzipSync } from 'fflate';
import { SAMPLE_REPORT_2023 } from '../sample/qingchuan/annual-report-2023.ts';
import { reportDocument } from '../src/annual-report/render/report-document.ts';
import { renderReport } from '../src/annual-report/press/render-report.ts';
import { createTypesetter } from '../src/platform/typst/typeset.ts';
import { writeXlsx } from '../src/platform/xlsx/write-xlsx.ts';

const fixture = (path: string) => new Uint8Array(readFileSync(join(import.meta.dirname, '../fixtures', path)));

/** A zip whose parts are stored, not packed: so that damage reaches the XML and not only the packing. */
function unpacked(bytes: Uint8Array): Uint8Array {
  return zipSync(unzipSync(bytes), { level: 0 });
}

/** A small 公开目录 as a workbook. */
function catalogueFile(): Promise<Uint8Array> {
  const head = ['公开事项', '公开内容', '公开依据', '公开时限', '公开主体', '公开渠道'];
  const line = ['办事指南', '条件', '同上', '20个工作日', '同上', '■政府网站 口其他'];
  const cells = [head, line, line].flatMap((texts, row) =>
    texts.map((value, column) => ({ row, column, rowSpan: 1, columnSpan: 1, value, look: 'row-head' as const })),
  );
  const columnWidths = head.map(() => 20);
  const sheet = { name: '社会救助', columnWidths, rows: 3, cells, headRows: 1, orientation: 'landscape' } as const;
  return writeXlsx({ title: '公开目录', issuer: null, sheets: [sheet] });
}

/** The table of an older site. */
const OLD_TABLE = [
  '原网址,标题,发布时间,栏目名称,文号,正文文件,附件,正文',
  'http://www.old.example/art/1.html,"关于防汛的通知，请落实",2019-06-03 09:15,通知公告,晴政办[2019]5号,html/1.html,files/1.docx;files/2.xlsx,',
  '/art/2.html,晴川区召开会议,2019/6/4,工作动态,,,,"<p>第一段。</p>\n第二段"',
].join('\r\n');

/** The same as a workbook. */
function tableFile(): Promise<Uint8Array> {
  const rows = OLD_TABLE.split('\r\n').map(line => line.split(','));
  const cells = rows.flatMap((texts, row) =>
    texts.map((value, column) => ({ row, column, rowSpan: 1, columnSpan: 1, value, look: 'row-head' as const })),
  );
  const columnWidths = Array.from({ length: Math.max(...rows.map(({ length }) => length)) }, () => 20);
  const sheet = {
    name: '信息',
    columnWidths,
    rows: rows.length,
    cells,
    headRows: 1,
    orientation: 'landscape',
  } as const;
  return writeXlsx({ title: '导出', issuer: null, sheets: [sheet] });
}

/** Whole files of a format, to be damaged. */
export async function seedsOf(format: string): Promise<readonly Uint8Array[]> {
  switch (format) {
    case 'text':
      return [
        await renderReport(SAMPLE_REPORT_2023, 'txt'),
        await renderReport(SAMPLE_REPORT_2023, 'md'),
        fixture('reports/faulty-report.txt'),
      ];
    case 'html':
      return [await renderReport(SAMPLE_REPORT_2023, 'html'), fixture('readers/word-gb18030.html')];
    case 'docx': {
      const docx = await renderReport(SAMPLE_REPORT_2023, 'docx');
      return [docx, unpacked(docx)];
    }
    case 'xlsx': {
      const xlsx = await renderReport(SAMPLE_REPORT_2023, 'xlsx');
      return [xlsx, unpacked(xlsx)];
    }
    case 'pdf':
    case 'redaction':
      return [createTypesetter(null).document(reportDocument(SAMPLE_REPORT_2023))];
    case 'masking':
    case 'attachment': {
      const files = [await renderReport(SAMPLE_REPORT_2023, 'docx'), await renderReport(SAMPLE_REPORT_2023, 'xlsx')];
      return [...files, ...files.map(unpacked)];
    }
    case 'catalogue':
      return [unpacked(await catalogueFile())];
    case 'import-table':
      return [new TextEncoder().encode(OLD_TABLE), unpacked(await tableFile())];
    case 'import-page':
      return [await renderReport(SAMPLE_REPORT_2023, 'html'), fixture('readers/word-gb18030.html')];
    case 'archive':
      return [
        zipSync({
          '目录.csv': new TextEncoder().encode(OLD_TABLE),
          'html/1.html': new TextEncoder().encode('<p>甲</p>'),
        }),
      ];
    case 'json':
      return [await renderReport(SAMPLE_REPORT_2023, 'json')];
    default:
      throw new Error(`no reader for ${format}`);
  }
}
