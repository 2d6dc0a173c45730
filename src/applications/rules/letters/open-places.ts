import type { LetterDraft } from './letter-facts.ts';
import { INPUTS } from './letter-inputs.ts';
import type { InputFacts, LetterValues } from './letter-inputs.ts';
import type { LetterKind } from './letter-kinds.ts';
import { letterRuleOf } from './letter-rules.ts';

/** What stands on the screen where an officer has still to say something. */
const place = (name: string): string => `【${name}】`;

function markedValues(kind: LetterKind, values: LetterValues): LetterValues {
  const demanded = new Set(
    letterRuleOf(kind).required.flatMap(({ need, fields }) => (need === 'always' ? fields : [])),
  );
  const marks = letterRuleOf(kind).inputs.flatMap((key): [string, unknown][] => {
    const { name, form }: InputFacts = INPUTS[key];
    if (values[key] !== undefined || !demanded.has(name)) return [];
    if (form === 'line' || form === 'text') return [[key, place(name)]];
    if (form === 'list') return [[key, [place(name)]]];
    if (form !== 'passages') return [];
    const passage = { passage: place('哪一处'), ground: 'third-party-interest', aspect: null, lawNamed: null };
    return [[key, [{ ...passage, reasons: place('理由') }]]];
  });
  return { ...values, ...Object.fromEntries(marks) };
}

/**
 * A draft for the screen, in which what the law demands and nobody has said yet is marked where it will stand. Never for a letter that
 * goes out, and never for finding out what is missing.
 */
export function withOpenPlaces(draft: LetterDraft): LetterDraft {
  const findings = draft.findings.map(({ kind, values }) => ({ kind, values: markedValues(kind, values) }));
  return { kind: draft.kind, values: markedValues(draft.kind, draft.values), findings };
}
