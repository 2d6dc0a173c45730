import { SECTION_KEYS, SECTION_NAME } from '../../../law/report-form/sections.ts';
import { isChanged } from '../../rules/comparison/compare-cells.ts';
import type { Fragment, SentencePair } from '../../rules/comparison/compare-prose.ts';
import type { ReportComparison } from '../../rules/comparison/compare-reports.ts';
import { changeInWords, nameOfSide } from './name-of-side.ts';

const fragments = (parts: readonly Fragment[]) =>
  parts.map(({ text, changed }) => (changed ? `【${text}】` : text)).join('');

function linesOf(pair: SentencePair): string[] {
  switch (pair.kind) {
    case 'same':
      return [];
    case 'removed':
      return [`  - ${pair.older}`];
    case 'added':
      return [`  + ${pair.newer}`];
    case 'changed':
      return [`  - ${fragments(pair.older)}`, `  + ${fragments(pair.newer)}`];
  }
}

const shown = (value: number | null) => (value === null ? '未读到' : String(value));

/** The comparison for people at a terminal: changed figures, then changed sentences; 【】 marks what changed inside one. */
export function diffText(comparison: ReportComparison): string {
  const changed = comparison.cells.filter(isChanged);
  const figures = changed.map(
    ({ name, older, newer, change, ratio, unusual }) =>
      `  ${name}：${shown(older)} → ${shown(newer)}，${changeInWords(change, ratio)}${unusual === undefined ? '' : `　★${unusual}`}`,
  );
  const prose = SECTION_KEYS.flatMap(key => {
    const { pairs, repeated } = comparison.sections[key];
    const lines = pairs.flatMap(linesOf);
    if (pairs.length === 0) return [];
    return [
      `${SECTION_NAME[key]}：与旧文重复 ${Math.round(repeated * 100)}%`,
      ...(lines.length === 0 ? ['  文字相同'] : lines),
    ];
  });
  return [
    `旧：${nameOfSide(comparison.older)}`,
    `新：${nameOfSide(comparison.newer)}`,
    ...comparison.notes,
    `数字：${comparison.cells.length} 个可比，${changed.length} 个有变化`,
    ...figures,
    ...prose,
  ].join('\n');
}
