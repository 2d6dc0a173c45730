import { checkInternalMarks } from '../../../proofreading/wording/check-internal-marks.ts';
import type { Examined } from './examined.ts';
import type { Found } from './gate.ts';
import { textsOf } from './texts.ts';

/** A header or a footer has no sentences: the bare word is the mark there. */
const MARK_IN_MARGIN = /绝密|机密|秘密|内部(?:资料|文件|使用)/gu;

/** 密级标志 and marks of internal use, in every text of the edition, headers and footers of its attachments included. */
export function secrecyMarks(examined: Examined): readonly Found[] {
  return textsOf(examined).flatMap(({ place, text, margin }) => {
    const remarks = checkInternalMarks(text).map(({ span, message }) => ({
      quote: text.slice(span.start, span.end),
      message,
    }));
    const bare =
      margin === true && remarks.length === 0
        ? [...text.matchAll(MARK_IN_MARGIN)].map(([quote]) => ({
            quote,
            message: `${place}有“${quote}”，疑为密级标志，公开前应当经保密审查确认可以公开并去除标志。`,
          }))
        : [];
    return [...remarks, ...bare].map(({ quote, message }) => ({
      gate: 'secrecy-marks' as const,
      level: 'stop' as const,
      place,
      quote,
      message,
      suggestion: '先由保密审查员确认；已经解密的，删去标志后重新上传',
    }));
  });
}
