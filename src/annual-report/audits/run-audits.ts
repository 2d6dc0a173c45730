import { assertNever } from '../../kernel/assert-never.ts';
import { citationText } from '../../law/citation.ts';
import type { Citation } from '../../law/citation.ts';
import type { Edition } from '../../law/report-form/edition.ts';
import { coverageOf } from '../rules/narrative/coverage.ts';
import type { Coverage } from '../rules/narrative/coverage.ts';
import type { Figure } from '../rules/narrative/figure.ts';
import { figuresOf } from '../rules/narrative/figures.ts';
import type { OfficeLexicon } from '../../proofreading/office-lexicon.ts';
import type { AnnualReport } from '../rules/report.ts';
import { fingerprintOf } from '../rules/waiver.ts';
import { byPlace } from './computed/place-order.ts';
import { proofread } from './computed/proofread.ts';
import type { Audit, AuditFinding, FactsGiven, Found, OptionalFact, ReportFacts } from './audit.ts';
import { AUDITS } from './index.ts';

/** An audit that gave no judgement, or not on everything, and why, in one Chinese sentence. */
export type Unjudged = {
  readonly id: string;
  readonly why: string;
  /** The audit itself failed: our fault, not the report's. */
  readonly crashed?: true;
};

/** What auditing a report gives, in the contract's shape (without `file`). Plain data: it may travel between processes. */
export type AuditResult = {
  readonly agency: string | null;
  readonly year: number | null;
  /** By place in the report, at one place the more serious first. */
  readonly findings: readonly AuditFinding[];
  /** The audits that gave a judgement; one that could not see everything is also in `notAssessable`. */
  readonly checked: readonly string[];
  readonly notApplicable: readonly Unjudged[];
  readonly notAssessable: readonly Unjudged[];
  /** Every number in the prose, and what it is tied to. */
  readonly numbers: readonly Figure[];
  /** How much of the prose was held against the tables. */
  readonly coverage: Coverage;
};

/** What the caller knows besides the report; `only` runs these audits and no other. */
export type AuditGiven = {
  readonly previous?: AnnualReport;
  readonly publishedOn?: Temporal.PlainDate;
  readonly lexicon?: OfficeLexicon;
  readonly only?: readonly string[];
};

const ASKED_FOR: Readonly<Record<OptionalFact, string>> = {
  previous: '没有提供同一机关上一年度的报告',
  publishedOn: '没有提供报告的公开日期',
};

function findMissingFact(audit: Audit, facts: FactsGiven): OptionalFact | undefined {
  return (['previous', 'publishedOn'] as const).find(fact => audit.needs.includes(fact) && facts[fact] === undefined);
}

/** A report of the old form is held against the old form. */
function basisText(citation: Citation | string, edition: Edition): string {
  if (typeof citation === 'string') return citation;
  const isForm = citation.source === 'report-form-2021' && edition === '2019';
  return citationText(isForm ? { ...citation, source: 'report-form-2019' } : citation);
}

function findingOf(audit: Audit, found: Found, facts: FactsGiven): AuditFinding {
  const finding = {
    audit: audit.id,
    level: found.level,
    where: found.where,
    quote: found.quote,
    message: found.message,
    basis: basisText(found.basis ?? audit.basis, facts.edition),
    suggestion: found.suggestion ?? '',
    ...(found.span === undefined ? {} : { span: found.span }),
    ...(found.cells === undefined ? {} : { cells: found.cells }),
  };
  return { ...finding, fingerprint: fingerprintOf(finding, facts) };
}

/** A report has some hundred sentences; more findings of one audit come from a text that is no report, and help nobody. */
const MAX_FINDINGS = 200;

type Outcome = {
  readonly findings: readonly AuditFinding[];
  readonly checked: boolean;
  readonly notApplicable?: Unjudged;
  readonly notAssessable: readonly Unjudged[];
};

const NOTHING: Outcome = { findings: [], checked: false, notAssessable: [] };

function outcomeOf(audit: Audit, facts: FactsGiven): Outcome {
  const { id } = audit;
  const missing = findMissingFact(audit, facts);
  if (missing !== undefined) return { ...NOTHING, notAssessable: [{ id, why: ASKED_FOR[missing] }] };
  const verdict = audit.audit(facts as ReportFacts);
  switch (verdict.kind) {
    case 'checked': {
      const rest = verdict.found.length - MAX_FINDINGS;
      const cut = rest > 0 ? [`同类问题过多，只列出前${MAX_FINDINGS}处，另有${rest}处没有列出`] : [];
      return {
        findings: verdict.found.slice(0, MAX_FINDINGS).map(found => findingOf(audit, found, facts)),
        checked: true,
        notAssessable: [...verdict.unassessed, ...cut].map(why => ({ id, why })),
      };
    }
    case 'not-applicable':
      return { ...NOTHING, notApplicable: { id, why: verdict.why } };
    case 'not-assessable':
      return { ...NOTHING, notAssessable: [{ id, why: verdict.why }] };
  }
  return assertNever(verdict);
}

function outcomeOrCrash(audit: Audit, facts: FactsGiven): Outcome {
  try {
    return outcomeOf(audit, facts);
  } catch (cause) {
    const what = cause instanceof Error ? cause.name : 'unknown';
    const why = `“${audit.title}”这一项检查的程序出错（${what}），本项没有结论，其余各项不受影响`;
    return { ...NOTHING, notAssessable: [{ id: audit.id, why, crashed: true }] };
  }
}

function figuresOrNone(facts: FactsGiven): readonly Figure[] {
  try {
    return facts.figures;
  } catch {
    // The audits that need the figures have already said so.
    return [];
  }
}

/** Runs the audits given over the facts of one report. A crash in one is a result, and the others go on. */
export function runAudits(audits: readonly Audit[], facts: FactsGiven): AuditResult {
  const outcomes = audits.map(audit => ({ id: audit.id, outcome: outcomeOrCrash(audit, facts) }));
  const numbers = figuresOrNone(facts);
  return {
    agency: facts.agency,
    year: facts.year,
    findings: outcomes.flatMap(({ outcome }) => outcome.findings).sort(byPlace),
    checked: outcomes.filter(({ outcome }) => outcome.checked).map(({ id }) => id),
    notApplicable: outcomes.flatMap(({ outcome }) => outcome.notApplicable ?? []),
    notAssessable: outcomes.flatMap(({ outcome }) => outcome.notAssessable),
    numbers,
    coverage: coverageOf(numbers),
  };
}

function lazily<Value>(compute: () => Value): () => Value {
  let known: { readonly value: Value } | undefined;
  return () => (known ??= { value: compute() }).value;
}

/**
 * The facts that audits may ask for, from a report and what the caller knows besides. What must be worked out is worked out when
 * the first audit asks: a failure there is the failure of that audit, and `only` costs no more than it needs.
 */
export function factsOf(report: AnnualReport, given: AuditGiven = {}): FactsGiven {
  const figures = lazily(() => figuresOf(report));
  const proofreading = lazily(() => proofread(report, given.lexicon));
  return {
    ...report,
    get figures() {
      return figures();
    },
    get proofreading() {
      return proofreading();
    },
    ...(given.previous === undefined ? {} : { previous: given.previous }),
    ...(given.publishedOn === undefined ? {} : { publishedOn: given.publishedOn }),
  };
}

/** Audits one report: every finding with its level, place and legal basis, and what could not be judged. */
export function auditReport(report: AnnualReport, given: AuditGiven = {}): AuditResult {
  const { only } = given;
  const audits = only === undefined ? AUDITS : AUDITS.filter(({ id }) => only.includes(id));
  return runAudits(audits, factsOf(report, given));
}
