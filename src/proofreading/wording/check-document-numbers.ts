import type { Citation } from '../../law/citation.ts';
import type { Remark } from '../remark.ts';

const BASIS: Citation = { source: 'official-documents', article: 9 };
const YEAR_IN_BRACKETS = /(\p{Script=Han}{2})([[(（【［{])((?:19|20)\d{2})([\])）】］}])(第?)(\d{1,5})(号)/gu;
const RIGHT_BRACKETS = /(\p{Script=Han}{2})〔((?:19|20)\d{2})〕(第?)(0*)(\d{1,5})(号)/gu;
/** 网备案号 and the like have their own form. */
const OTHER_NUMBER = /备$|案$/u;

/** Document numbers whose year is not in 〔〕, or that carry 第 or leading zeros (党政机关公文处理工作条例、GB/T 9704). */
export function checkDocumentNumbers(text: string): readonly Remark[] {
  const brackets = [...text.matchAll(YEAR_IN_BRACKETS)]
    .filter(match => !OTHER_NUMBER.test(match[1]!))
    .map((match): Remark => {
      const [, agency, , year, , , number] = match;
      const start = match.index + agency!.length;
      return {
        level: 'notice',
        span: { start, end: match.index + match[0].length },
        message: '发文字号的年份应当用六角括号“〔〕”括起。',
        suggestion: `改为“〔${year!}〕${Number(number)}号”`,
        basis: BASIS,
      };
    });
  const forms = [...text.matchAll(RIGHT_BRACKETS)]
    .filter(match => match[3] !== '' || match[4] !== '')
    .map((match): Remark => {
      const start = match.index + match[1]!.length;
      return {
        level: 'notice',
        span: { start, end: match.index + match[0].length },
        message: '发文字号的顺序号不加“第”字，也不编虚位。',
        suggestion: `改为“〔${match[2]!}〕${match[5]!}号”`,
        basis: BASIS,
      };
    });
  return [...brackets, ...forms];
}
