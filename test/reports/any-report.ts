import * as fc from 'fast-check';
import { cellsFor } from '../../src/annual-report/rules/report.ts';
import type { AnnualReport } from '../../src/annual-report/rules/report.ts';
import type { Cell } from '../../src/annual-report/rules/cell.ts';
import type { CellPath, CellUnit } from '../../src/law/report-form/cells.ts';
import { FORM_CELLS } from '../../src/law/report-form/cells.ts';
import type { Edition } from '../../src/law/report-form/edition.ts';
import { SECTION_HEADING, SECTION_KEYS } from '../../src/law/report-form/sections.ts';
import type { NumberedSection } from '../../src/law/report-form/sections.ts';

const number = (value: number): Cell => ({ kind: 'number', value, raw: String(value) });

const count = fc.oneof(
  { weight: 6, arbitrary: fc.constant(0) },
  { weight: 3, arbitrary: fc.integer({ min: 1, max: 60 }) },
  { weight: 1, arbitrary: fc.integer({ min: 61, max: 99_999_999 }) },
);
const amount = fc
  .tuple(fc.integer({ min: 0, max: 999_999 }), fc.integer({ min: 0, max: 999_999 }), fc.integer({ min: 0, max: 6 }))
  .map(([whole, fraction, places]) => Number(`${whole}.${String(fraction).padStart(6, '0').slice(0, places)}`));
const change = fc
  .integer({ min: -40, max: 40 })
  .map((value): Cell => (value < 0 ? { kind: 'signed', value, raw: String(value) } : number(value)));

const READ = {
  count: count.map(number),
  signed: change,
  'wan-yuan': amount.map(number),
  amount: amount.map(number),
} as const satisfies Record<CellUnit, fc.Arbitrary<Cell>>;

const UNREAD = fc.constantFrom<Cell>(
  { kind: 'blank', value: null, raw: '' },
  { kind: 'dash', value: null, raw: '/' },
  { kind: 'dash', value: null, raw: '-' },
  { kind: 'dash', value: null, raw: '—' },
);

/** Cells in all the kinds that a rendering can show. A few are blank or dashes, as on real pages. */
function anyCells(edition: Edition): fc.Arbitrary<AnnualReport['cells']> {
  const form = FORM_CELLS[edition];
  return fc
    .tuple(...form.map(({ unit }) => fc.oneof({ weight: 12, arbitrary: READ[unit] }, { weight: 1, arbitrary: UNREAD })))
    .map(cells => {
      const byPath = new Map<CellPath, Cell>(form.map(({ path }, index) => [path, cells[index]!]));
      return cellsFor(edition, path => byPath.get(path)!);
    });
}

const SUBJECTS = [
  '本机关',
  '区政府办公室',
  '各镇（街道）',
  '我单位政务公开工作机构',
  '区人民政府门户网站“政策”栏目',
] as const;
const DEEDS = [
  '制发行政规范性文件',
  '收到政府信息公开申请',
  '通过网站、“晴川发布”公众号等渠道公开政府信息',
  '更新《政府信息公开指南》（2023年版）',
  '组织业务培训',
  '答复涉及A区、B区[第3批]征收补偿的申请',
  '办理“12345”热线转来的咨询',
  '公开首页|政务公开栏目下的文件',
  '改造办公用房1 200㎡、维护服务器（IPv6）',
  '核对a_b类*重点*信息与R&D、<招标>条目',
  '由堃、玥、𬭎三个科室（名称为虚构）分别负责',
] as const;
const ENDS = [
  '。',
  '，同比增长12.5%。',
  '，占总数的1/3。',
  '；未发生泄密。',
  '（其中主动公开0件）。',
  '，按期办结率为100％！',
] as const;

const sentence = fc
  .tuple(
    fc.constantFrom(...SUBJECTS),
    fc.constantFrom(...DEEDS),
    fc.integer({ min: 0, max: 3000 }),
    fc.constantFrom(...ENDS),
  )
  .map(([subject, deed, times, end]) => `${subject}${deed}${times}件（次）${end}`);
const body = fc.array(sentence, { minLength: 1, maxLength: 6 }).map(sentences => sentences.join(''));
const paragraph = fc.oneof(
  { weight: 6, arbitrary: body },
  { weight: 2, arbitrary: body.map(text => `（二）依申请公开。${text}`) },
  { weight: 1, arbitrary: body.map(text => `一是${text}`) },
  { weight: 1, arbitrary: body.map(text => `1.${text}`) },
  { weight: 1, arbitrary: body.map(text => `# ${text}`) },
);
const PARTS = [
  '（一）主动公开情况',
  '（二）依申请公开情况',
  '（三）政府信息管理',
  '(四)平台建设',
  '（五）监督保障',
] as const;
const paragraphs = fc
  .tuple(fc.array(paragraph, { maxLength: 4 }), body)
  .map(([before, last]) => [...before, last].join('\n'));
/** Paragraphs under subheadings, each subheading once. */
const parts = fc
  .tuple(fc.subarray([...PARTS]), fc.array(body, { minLength: PARTS.length, maxLength: PARTS.length }), paragraphs)
  .map(([headings, bodies, last]) =>
    [...headings.flatMap((heading, index) => [heading, bodies[index]!]), last].join('\n'),
  );
const proseBesideTable = fc.oneof({ weight: 3, arbitrary: fc.constant('') }, { weight: 1, arbitrary: body });

const AGENCIES = [
  '示范市晴川区人民政府办公室',
  '晴川区教育局',
  '示范市晴川区临江镇人民政府',
  '晴川区望江街道办事处',
  '示范市生态环境局晴川分局',
] as const;

function anyReportOf(edition: Edition): fc.Arbitrary<AnnualReport> {
  const year = edition === '2019' ? fc.integer({ min: 2019, max: 2020 }) : fc.integer({ min: 2021, max: 2030 });
  const sections = fc.record({
    preface: paragraphs,
    '1': fc.oneof(paragraphs, parts),
    '2': proseBesideTable,
    '3': proseBesideTable,
    '4': proseBesideTable,
    '5': fc.option(paragraphs),
    '6': fc.option(fc.oneof(paragraphs, fc.constant('无。'))),
  });
  return fc
    .tuple(year, fc.constantFrom(...AGENCIES), sections, anyCells(edition))
    .map(([of, agency, texts, cells]) => ({
      title: `${agency}${of}年政府信息公开工作年度报告`,
      agency,
      year: of,
      edition,
      sections: texts,
      headings: SECTION_KEYS.filter((key): key is NumberedSection => key !== 'preface' && texts[key] !== null).map(
        section => ({ section, text: SECTION_HEADING[section] }),
      ),
      cells,
      tables: { table2: 'found', table3: 'found', table4: 'found' },
      labels: [],
      notes: [],
    }));
}

/** Reports of both editions as agencies may publish them: any figures, blanks and dashes, prose of every sort. */
export const anyReport: fc.Arbitrary<AnnualReport> = fc.constantFrom<Edition>('2021', '2019').chain(anyReportOf);
