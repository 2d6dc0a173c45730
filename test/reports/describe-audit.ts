import { describe, expect, test } from 'vitest';
import type { Audit, Found } from '../../src/annual-report/audits/audit.ts';
import { factsOf, runAudits } from '../../src/annual-report/audits/run-audits.ts';
import type { AuditResult } from '../../src/annual-report/audits/run-audits.ts';
import type { AnnualReport } from '../../src/annual-report/rules/report.ts';
import type { SectionKey } from '../../src/law/report-form/sections.ts';

type Example =
  | AnnualReport
  | { readonly report: AnnualReport; readonly previous?: AnnualReport; readonly publishedOn?: string };
type Failing = {
  readonly given: Example;
  /** All findings of the audit, in order, each by some of its fields; `message` and `suggestion` by a part of them. */
  readonly finds: readonly (Pick<Found, 'level' | 'where'> &
    Partial<Pick<Found, 'quote' | 'message' | 'suggestion' | 'cells'>>)[];
};
type Some<Value> = Readonly<Record<string, Value>>;

/** The cases of one audit: the catalogue asks for at least one that passes and one that fails. */
export type AuditCases = {
  readonly passing: Some<Example>;
  readonly failing: Some<Failing>;
  readonly notApplicable?: Some<Example>;
  readonly notAssessable?: Some<Example>;
};

function judge(audit: Audit, example: Example): AuditResult {
  const { report, previous, publishedOn } =
    'report' in example ? example : { report: example, previous: undefined, publishedOn: undefined };
  const given = {
    ...(previous === undefined ? {} : { previous }),
    ...(publishedOn === undefined ? {} : { publishedOn: Temporal.PlainDate.from(publishedOn) }),
  };
  return runAudits([audit], factsOf(report, given));
}

const squeezed = (words: string) => words.replaceAll(/\s/gu, '');

/** The findings whose span does not mark words that are quoted (personal data are quoted masked): a page marks by the span. */
function listMismarked(findings: AuditResult['findings'], report: AnnualReport): AuditResult['findings'] {
  return findings.filter(({ where, quote, span }) => {
    if (span === undefined) return false;
    const text = where === 'title' ? report.title : report.sections[where.replace('section', '') as SectionKey];
    const marked = squeezed(text?.slice(span.start, span.end) ?? '');
    const isQuoted = quote.includes('*')
      ? marked.startsWith(quote.slice(0, quote.indexOf('*')))
      : squeezed(quote).includes(marked);
    return marked === '' || !isQuoted;
  });
}

/** Tests an audit on its cases, through the runner, so that the verdict's shape is tested as well. */
export function describeAudit(audit: Audit, cases: AuditCases): void {
  describe(`audit ${audit.id}`, () => {
    test('has a passing and a failing case', () => {
      expect(Object.keys(cases.passing).length).toBeGreaterThan(0);
      expect(Object.keys(cases.failing).length).toBeGreaterThan(0);
    });
    for (const [name, example] of Object.entries(cases.passing))
      test(`passes: ${name}`, () => {
        const result = judge(audit, example);
        expect(result.notAssessable).toEqual([]);
        expect(result.notApplicable).toEqual([]);
        expect(result.findings).toEqual([]);
      });
    for (const [name, { given, finds }] of Object.entries(cases.failing))
      test(`finds: ${name}`, () => {
        const { findings } = judge(audit, given);
        const expected = finds.map(({ message, suggestion, ...exact }) => ({
          ...exact,
          message: expect.stringContaining(message ?? '') as string,
          suggestion: expect.stringContaining(suggestion ?? '') as string,
        }));
        expect(findings).toEqual(expected.map(fields => expect.objectContaining(fields) as unknown));
        expect(listMismarked(findings, 'report' in given ? given.report : given)).toEqual([]);
      });
    for (const [name, example] of Object.entries(cases.notApplicable ?? {}))
      test(`is not applicable: ${name}`, () => {
        const result = judge(audit, example);
        expect(result.notApplicable.map(({ id }) => id)).toEqual([audit.id]);
        expect(result.findings).toEqual([]);
      });
    for (const [name, example] of Object.entries(cases.notAssessable ?? {}))
      test(`cannot be assessed: ${name}`, () => {
        const result = judge(audit, example);
        expect(result.notAssessable.map(({ id, crashed }) => ({ id, crashed }))).toEqual([
          { id: audit.id, crashed: undefined },
        ]);
        expect(result.findings).toEqual([]);
      });
  });
}
