import { SECTION_HEADING, SECTION_HEADING_2019_ALTERNATIVE } from '../../law/report-form/sections.ts';
import type { NumberedSection } from '../../law/report-form/sections.ts';
import type { Edition } from '../../law/report-form/edition.ts';
import type { HeadingSeen } from '../rules/report.ts';
import type { Found, ReportFacts } from './audit.ts';
import { checked, defineAudit, notAssessable } from './audit.ts';

type Facts = Pick<ReportFacts, 'sections' | 'headings' | 'tables' | 'edition'>;

const NUMBERED = Object.keys(SECTION_HEADING) as readonly NumberedSection[];
/** With so many parts read, one that was not read is not there. */
const ENOUGH = 3;
const TABLE_OF = { '1': null, '2': 'table2', '3': 'table3', '4': 'table4', '5': null, '6': null } as const;

const hasTableOf = (section: NumberedSection, tables: Facts['tables']) => {
  const table = TABLE_OF[section];
  return table !== null && tables[table] === 'found';
};
const placeOf = (section: NumberedSection) => `section${section}`;

function isLacking({ sections, headings }: Facts, section: NumberedSection): boolean {
  return (sections[section] ?? '') === '' && !headings.some(heading => heading.section === section);
}

/** Several parts lacking at the end: whether the report lacks them or the text was cut cannot be told. */
function cutOff(lacking: readonly NumberedSection[]): Found[] {
  const names = lacking.map(section => `“${SECTION_HEADING[section]}”`).join('');
  return [
    {
      level: 'warning',
      where: placeOf(lacking[0]!),
      quote: SECTION_HEADING[lacking[0]!],
      message: `没有${names}这${lacking.length}个部分，报告不完整，或者读到的只是节选`,
      suggestion: '核对文件是否完整；确实没有的，按格式补上',
    },
  ];
}

function missing(facts: Facts): Found[] {
  const { headings, tables } = facts;
  const lacking = NUMBERED.filter(section => isLacking(facts, section));
  const present = NUMBERED.length - lacking.length;
  const lastPresent = NUMBERED.findLast(section => !lacking.includes(section));
  const tail = lacking.filter(section => lastPresent === undefined || section > lastPresent);
  const isCut = tail.length > 1 && tail.every(section => !hasTableOf(section, tables));
  const single = isCut ? lacking.filter(section => !tail.includes(section)) : lacking;
  const found = single.flatMap((section): Found[] => {
    const hasTable = hasTableOf(section, tables);
    // Without any heading (cells handed over as data) a table stands for its part.
    if (hasTable && headings.length === 0) return [];
    return [
      {
        level: !hasTable && present >= ENOUGH ? 'error' : 'warning',
        where: placeOf(section),
        quote: SECTION_HEADING[section],
        message: hasTable
          ? `表格在，但没有“${SECTION_HEADING[section]}”这个标题`
          : `缺少“${SECTION_HEADING[section]}”这一部分`,
        suggestion: `按格式补上“${SECTION_HEADING[section]}”`,
      },
    ];
  });
  return [...found, ...(isCut ? cutOff(tail) : [])];
}

function order(headings: readonly HeadingSeen[]): Found[] {
  return headings.flatMap(({ section, text }, index): Found[] => {
    const before = headings.slice(0, index);
    if (before.some(earlier => earlier.section === section))
      return [
        {
          level: 'warning',
          where: placeOf(section),
          quote: text,
          message: `“${text}”这个标题出现了不止一次`,
          suggestion: '合并重复的部分，六个部分各出现一次',
        },
      ];
    const previous = before.at(-1);
    if (previous === undefined || previous.section < section) return [];
    return [
      {
        level: 'error',
        where: placeOf(section),
        quote: text,
        message: `“${text}”排在“${previous.text}”之后，与格式的顺序不符`,
        suggestion: '按格式规定的一至六的顺序排列',
      },
    ];
  });
}

/** Spaces, widths and signs do not count; 、 and 和 between the two kinds of cases are taken for one. */
function plain(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(/[\s，。：:；;“”"《》]/gu, '')
    .replaceAll(/[、,，.．和及与]/gu, '、')
    .replace(/、$/u, '');
}

function isSubsequence(short: string, long: string): boolean {
  let matched = 0;
  for (const character of long) if (character === short.charAt(matched)) matched++;
  return matched === short.length;
}

const withoutOrdinal = (text: string) => text.replace(/^[（(]?[一二三四五六七八九十\d]+[)）]?、?/u, '');

function accepted(section: NumberedSection, edition: Edition): readonly string[] {
  const alternative = section === '5' && edition === '2019' ? [SECTION_HEADING_2019_ALTERNATIVE[section]] : [];
  return [SECTION_HEADING[section], ...alternative].map(plain);
}

/** 'same' as the form's, 'near' when words were only left out, added or the ordinal is lacking, else 'other'. */
function likeness(text: string, forms: readonly string[]): 'same' | 'near' | 'other' {
  const seen = plain(text);
  if (forms.includes(seen)) return 'same';
  const bare = withoutOrdinal(seen);
  const near = forms.some(form => {
    const words = withoutOrdinal(form);
    return isSubsequence(bare, words) || isSubsequence(words, bare);
  });
  const ordinal = /^[（(]?([一二三四五六七八九十])/u.exec(seen)?.[1];
  const wrongOrdinal = ordinal !== undefined && !forms.some(form => form.startsWith(ordinal));
  return near && bare.length > 1 && !wrongOrdinal ? 'near' : 'other';
}

function wording(headings: readonly HeadingSeen[], edition: Edition): Found[] {
  return headings.flatMap(({ section, text }): Found[] => {
    const like = likeness(text, accepted(section, edition));
    if (like === 'same') return [];
    return [
      {
        level: like === 'near' ? 'notice' : 'warning',
        where: placeOf(section),
        quote: text,
        message: `标题“${text}”与格式规定的“${SECTION_HEADING[section]}”不一致`,
        suggestion: `改为“${SECTION_HEADING[section]}”`,
      },
    ];
  });
}

function levels(headings: readonly HeadingSeen[]): Found[] {
  const known = headings.filter(({ level }) => level !== undefined);
  const byLevel = [...Map.groupBy(known, ({ level }) => level)].sort(([, a], [, b]) => b.length - a.length);
  const [usual, ...others] = byLevel;
  const odd = others.flatMap(([, seen]) => seen)[0];
  if (usual === undefined || odd === undefined) return [];
  return [
    {
      level: 'notice',
      where: placeOf(odd.section),
      quote: odd.text,
      message: `六个部分的标题用了${byLevel.length}种级别，层次混乱`,
      suggestion: `六个标题统一用同一级别（多数为第${usual[0]}级）`,
    },
  ];
}

/** The six parts of the form: all there, in order, under the form's headings, at one level. */
export const sections = defineAudit({
  id: 'sections',
  title: '六个部分齐全，顺序和标题与格式一致',
  basis: { source: 'report-form-2021' },
  needs: ['sections', 'headings', 'tables', 'edition'],
  audit: facts => {
    const { headings } = facts;
    if (headings.length === 0 && Object.values(facts.sections).every(text => (text ?? '') === ''))
      return notAssessable('没有读到文字部分和标题，无法核对六个部分');
    return checked([...missing(facts), ...order(headings), ...wording(headings, facts.edition), ...levels(headings)]);
  },
});
