import type { Citation } from '../../law/citation.ts';
import { INTERNAL_MARKS } from '../lexicons/internal-marks.ts';
import type { Remark } from '../remark.ts';

const BASIS: Citation = { source: 'disclosure', article: 17 };
/** A mark stands on a line of its own or at the head of one; in a sentence it is only spoken of. */
const LONGEST_MARK_LINE = 20;
/** 秘密★1年, 机密★, 绝密★: the form of GB/T 9704. */
const SECRECY_MARK = /(?:绝密|机密|秘密)\s?[★☆](?:\s?\d{1,2}\s?[年月]|长期)?/gu;
const SECRECY_LINE = /^(?:绝密|机密|秘密|内部|特急)$/u;

/** Marks of secrecy and of internal use left in a text that is to be published. */
export function checkInternalMarks(text: string): readonly Remark[] {
  const remarks: Remark[] = [...text.matchAll(SECRECY_MARK)].map(match =>
    remark(match.index, match.index + match[0].length, '文中有密级标志', 'error'),
  );
  let start = 0;
  for (const line of text.split('\n')) {
    const content = line.trim();
    if (content !== '' && content.length <= LONGEST_MARK_LINE) {
      const mark = INTERNAL_MARKS.find(one => content.includes(one.text));
      const at = start + line.indexOf(content);
      if (mark !== undefined) {
        const from = start + line.indexOf(mark.text);
        remarks.push(remark(from, from + mark.text.length, `文中有${mark.why}“${mark.text}”`, 'warning'));
      } else if (SECRECY_LINE.test(content) && content !== '特急')
        remarks.push(remark(at, at + content.length, `文中单独一行“${content}”，疑为密级标志`, 'warning'));
    }
    start += line.length + 1;
  }
  return remarks;
}

const remark = (start: number, end: number, what: string, level: Remark['level']): Remark => ({
  level,
  span: { start, end },
  message: `${what}，公开前应当经保密审查确认可以公开并去除标志。`,
  suggestion: '经保密审查后删去',
  basis: BASIS,
});
