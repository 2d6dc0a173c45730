import { editionFor } from '../../law/report-form/edition.ts';
import type { Found } from './audit.ts';
import { checked, defineAudit, notAssessable } from './audit.ts';
import { compactText } from './computed/compact-text.ts';
import { listProse } from './computed/section-place.ts';

/** A document number of the office that issued the form, right or with a character dropped: 国办公开办函〔2021〕30号. */
const NUMBER = /国办(公?开?办?函)([〔[（(【〈]?)(20\d\d)([〕\])）】〉]?)(\d+)号/gu;
const FORM = { '2019': { year: '2019', number: '60' }, '2021': { year: '2021', number: '30' } } as const;
const OLD_REGULATION = /国务院令?(?:第)?492号/gu;

type Cited = {
  readonly full: string;
  readonly issuer: string;
  readonly open: string;
  readonly year: string;
  readonly number: string;
};

function faultIn(
  { full, issuer, open, year, number }: Cited,
  reportYear: number | null,
): Pick<Found, 'level' | 'message' | 'suggestion'> | null {
  const isForm = Object.values(FORM).some(form => form.year === year && form.number === number);
  if (!isForm) {
    const isMixed =
      issuer === '公开办函' &&
      Object.values(FORM).some(form => form.number === number) &&
      Object.values(FORM).some(form => form.year === year);
    return isMixed
      ? {
          level: 'warning',
          message: `“${full}”没有这个文号，年度报告格式是国办公开办函〔2021〕30号`,
          suggestion: '改为“国办公开办函〔2021〕30号”',
        }
      : null;
  }
  const right = `国办公开办函〔${year}〕${number}号`;
  const due = reportYear === null ? null : editionFor(reportYear);
  if (due === '2021' && year === '2019')
    return {
      level: 'warning',
      message: `“${full}”已被国办公开办函〔2021〕30号替代，${reportYear}年的报告不应再以它为依据`,
      suggestion: '改为“国办公开办函〔2021〕30号”，并核对所用表格',
    };
  if (due === '2019' && year === '2021')
    return {
      level: 'warning',
      message: `“${full}”印发于2021年9月，不是${reportYear}年报告的依据`,
      suggestion: '改为“国办公开办函〔2019〕60号”，并核对所用表格',
    };
  if (issuer !== '公开办函') return { level: 'warning', message: `文号“${full}”有误`, suggestion: `改为“${right}”` };
  return open === '〔'
    ? null
    : { level: 'notice', message: `文号“${full}”的年份应使用六角括号`, suggestion: `改为“${right}”` };
}

/** The form is cited by its right number, and by the number in force for the report's year. */
export const legalBasis = defineAudit({
  id: 'legal-basis',
  title: '引用的依据文号正确、现行有效',
  basis: { source: 'report-form-2021' },
  needs: ['sections', 'year'],
  audit: ({ sections, year }) => {
    const prose = listProse(sections);
    if (prose.length === 0) return notAssessable('没有读到文字部分');
    return checked(
      prose.flatMap(({ text: printed, where }) => {
        if (!printed.includes('国')) return [];
        const { text, spanOf } = compactText(printed);
        const numbers = [...text.matchAll(NUMBER)].flatMap((match): Found[] => {
          const [full, issuer, open, cited, , number] = match as unknown as [
            string,
            string,
            string,
            string,
            string,
            string,
          ];
          const fault = faultIn({ full, issuer, open, year: cited, number }, year);
          const span = spanOf(match.index, match.index + full.length);
          return fault === null ? [] : [{ ...fault, where, quote: full, span }];
        });
        const old = [...text.matchAll(OLD_REGULATION)].map(({ 0: quote, index }): Found => ({
          level: 'warning',
          where,
          quote,
          message: '引用的是2007年公布的条例，现行《政府信息公开条例》是2019年修订的国务院令第711号',
          suggestion: '改为“国务院令第711号”',
          span: spanOf(index, index + quote.length),
          basis: { source: 'disclosure' },
        }));
        return [...numbers, ...old];
      }),
    );
  },
});
