import type { Found } from './audit.ts';
import { checked, defineAudit, notAssessable } from './audit.ts';
import { listProse } from './computed/section-place.ts';

const DEFINED = /《([^》]{6,40})》(?:（[^（）]{0,30}）)?[（(]以下(?:统一)?简称[：:]?“?《?([^》）)”]{2,12})》?”?[）)]/u;

/** A law that was given a short name goes by it from then on. */
export const definedTerm = defineAudit({
  id: 'defined-term',
  title: '规定了简称之后使用简称',
  basis: { source: 'official-documents', article: 19 },
  needs: ['sections'],
  audit: ({ sections }) => {
    const prose = listProse(sections);
    if (prose.length === 0) return notAssessable('没有读到文字部分');
    const defined = prose.find(({ text }) => DEFINED.test(text));
    if (defined === undefined) return checked([]);
    const [whole, full, short] = DEFINED.exec(defined.text) as unknown as [string, string, string];
    const name = `《${full}》`;
    const later = prose.slice(prose.indexOf(defined)).flatMap(({ text, where }, index) => {
      const from = index === 0 ? text.indexOf(whole) + whole.length : 0;
      const start = text.indexOf(name, from);
      return start < 0 ? [] : [{ where, start }];
    });
    return checked(
      later.map(({ where, start }): Found => ({
        level: 'notice',
        where,
        quote: name,
        message: `前面已经规定简称《${short}》，这里又用了全称`,
        suggestion: `改为“《${short}》”`,
        span: { start, end: start + name.length },
      })),
    );
  },
});
