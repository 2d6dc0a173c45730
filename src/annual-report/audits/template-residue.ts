import type { Level } from '../../proofreading/finding.ts';
import type { Found } from './audit.ts';
import { checked, defineAudit, notAssessable } from './audit.ts';
import { listProse } from './computed/section-place.ts';

type Residue = { readonly level: Level; readonly pattern: RegExp; readonly what: string };

/** What is left over of a template: its instructions beyond doubt, its place-holders very likely. */
const RESIDUES: readonly Residue[] = [
  {
    level: 'error',
    pattern: /[（(]?请?(?:根据|按照|结合)实际(?:情况)?(?:填写|填报|修改|补充)[^。；\n）)]{0,10}[）)]?/gu,
    what: '模板的填写提示',
  },
  { level: 'error', pattern: /(?:编写|填写|填表|填报|起草)说明[：:]?[^。\n]{0,20}/gu, what: '模板的编写说明' },
  {
    level: 'error',
    pattern: /可先适当综述|减用负值表示|保留\s*\d\s*位小数|此处(?:填写|插入)[^。\n]{0,10}/gu,
    what: '模板的填写提示',
  },
  {
    level: 'warning',
    pattern: /该部分以表格形式报告[。，]?(?:表格如下)?[：:]?|(?:格式|报告格式)[>＞]/gu,
    what: '格式文本的残留',
  },
  {
    level: 'warning',
    pattern: /(?<![A-Za-z])[XxＸ]{2,}(?![A-Za-z])|[×✕＊]{2,}|\*{3,}|[○〇◯]{2,}/gu,
    what: '没有替换的占位符',
  },
  {
    level: 'warning',
    pattern: /_{3,}|＿{2,}|【[^】\n]{0,12}】|\{\{[^}\n]{0,30}\}\}|\$\{[^}\n]{0,30}\}/gu,
    what: '没有填写的空位',
  },
  { level: 'warning', pattern: /某某(?:局|镇|乡|街道|区|县|市|单位|机关|部门|委)/gu, what: '没有替换的占位名称' },
  { level: 'warning', pattern: /[（(](?:单位|机关|部门|本机关)(?:名称|全称)[）)]/gu, what: '没有替换的占位名称' },
  {
    level: 'warning',
    pattern: /&(?:nbsp|lt|gt|amp|quot);|<\/?[a-z][^>\n]{0,40}>|\bundefined\b|\bNaN\b|\[object Object\]/gu,
    what: '网页代码的残留',
  },
];

/** One look tells whether any of them can be there at all. */
const SUSPECT = /填|编写|起草|综述|小数|此处|表格|[>＞_＿【{$<&\]]|[XxＸ×✕＊*○〇◯]{2}|某某|名称|全称|undefined|NaN/u;

function residuesIn(text: string, where: string): Found[] {
  if (!SUSPECT.test(text)) return [];
  return RESIDUES.flatMap(({ level, pattern, what }) =>
    [...text.matchAll(pattern)].map(({ 0: quote, index }): Found => ({
      level,
      where,
      quote,
      message: `“${quote}”是${what}，不应出现在正式公布的报告里`,
      suggestion: '删去，或换成实际内容',
      span: { start: index, end: index + quote.length },
    })),
  );
}

/** Nothing of the template is left over in the report: instructions, place-holders, markup. */
export const templateResidue = defineAudit({
  id: 'template-residue',
  title: '没有残留模板的提示语和占位符',
  basis: { source: 'report-form-2021' },
  needs: ['sections', 'title', 'labels'],
  audit: ({ sections, title, labels }) => {
    const prose = listProse(sections);
    if (prose.length === 0 && title === null) return notAssessable('没有读到文字部分');
    const inLabels = labels.flatMap(({ table, printed }) =>
      residuesIn(printed, table).map(({ level, where, quote, message }): Found => ({
        level,
        where,
        quote,
        message,
        suggestion: '按格式的标签改正',
      })),
    );
    return checked([
      ...(title === null ? [] : residuesIn(title, 'title')),
      ...prose.flatMap(({ text, where }) => residuesIn(text, where)),
      ...inLabels,
    ]);
  },
});
