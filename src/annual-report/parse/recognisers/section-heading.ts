import type { NumberedSection } from '../../../law/report-form/sections.ts';
import { SECTION_HEADING } from '../../../law/report-form/sections.ts';
import { canonicalLabel, foldedText } from './canonical-label.ts';
import { editDistance } from './edit-distance.ts';

/** A section heading, and what follows it in the same line (六、其他需要报告的事项：无。). */
export type HeadingFound = { readonly section: NumberedSection; readonly text: string; readonly rest: string };

const LONGEST = 60;
/** So much of a heading stands at least in its first line when it is broken: 六、其他需要 / 报告的事项. */
const SHORTEST_CUT = 4;
const SECTIONS = Object.entries(SECTION_HEADING) as [NumberedSection, string][];
const CORES = SECTIONS.map(([section, text]) => ({ section, core: canonicalLabel(text).core }));

// What a heading with the right numeral says at least, when its words differ from the form's.
const GIST: Readonly<Record<NumberedSection, RegExp>> = {
  '1': /总体|概述|概况|基本情况|工作情况/,
  '2': /主动公开/,
  '3': /(?:收到|受理|处理|办理).*申请|依申请公开|申请.*(?:处理|办理)/,
  '4': /复议|诉讼/,
  '5': /问题|不足|改进/,
  '6': /其他.*(?:事项|情况)|需要(?:报告|说明)/,
};

function byWords(core: string): NumberedSection | undefined {
  const near = CORES.map(({ section, core: own }) => ({
    section,
    distance: editDistance(core, own, own.length < 6 ? 0 : Math.floor(own.length / 4)),
    limit: own.length < 6 ? 0 : Math.floor(own.length / 4),
  })).filter(({ distance, limit }) => distance <= limit);
  return near.sort((a, b) => a.distance - b.distance)[0]?.section;
}

/** Splits 「六、其他需要报告的事项：无。」 behind the heading's own words. */
function splitLine(text: string): { heading: string; rest: string } {
  const mark = /[：:。\s]/g;
  for (let found = mark.exec(text); found !== null; found = mark.exec(text)) {
    const heading = text.slice(0, found.index);
    const rest = text.slice(found.index + 1).trim();
    const { core, numbering } = canonicalLabel(heading);
    if (rest !== '' && numbering !== 'group' && CORES.some(section => section.core === core)) return { heading, rest };
    if (found.index > LONGEST) break;
  }
  return { heading: text, rest: '' };
}

/**
 * The section that a line opens, judged by its numeral and its words together: 「四、结转下年度继续办理」 is a row of table three,
 * 「（一）主动公开情况」 a part of section one. Undefined for lines that are no section heading.
 */
export function findSectionHeading(line: string, isMarked: boolean): HeadingFound | undefined {
  const printed = line.replace(/^[#>*\s\u3000]+|[*\s\u3000]+$/g, '');
  if (printed.length === 0) return undefined;
  const { heading, rest } = splitLine(printed);
  if (heading.length > LONGEST || /[。；！？]/.test(heading)) return undefined;
  const { core, ordinal, numbering } = canonicalLabel(heading);
  if (core === '' || numbering === 'group') return undefined;
  const found = (section: NumberedSection): HeadingFound => ({ section, text: heading, rest });
  const named = byWords(core);
  if (named !== undefined)
    return numbering === 'item' && !isMarked && Number(named) !== ordinal ? undefined : found(named);
  if (numbering !== 'section' || ordinal === null || ordinal > 6) return undefined;
  if (/结转|本年度办理结果|本年新收|上年结转/.test(foldedText(heading))) return undefined;
  const section = String(ordinal) as NumberedSection;
  const isCut = core.length >= SHORTEST_CUT && CORES.some(own => own.section === section && own.core.startsWith(core));
  return isCut || (core.length <= 40 && GIST[section].test(core)) ? found(section) : undefined;
}
