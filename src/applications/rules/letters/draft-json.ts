import type { LetterDraft, OtherFinding } from './letter-facts.ts';
import { INPUTS } from './letter-inputs.ts';
import type { InputKey, LetterValues } from './letter-inputs.ts';

/** Whom a letter to somebody other than the applicant goes to, and how to reach them. */
export type DraftRecipient = {
  readonly name: string;
  readonly isPerson: boolean;
  readonly contact: string;
  readonly address: string;
};

/** A version of a letter as an officer saves it. */
export type SavedDraft = {
  readonly draft: LetterDraft;
  /** Null on letters to the applicant. */
  readonly recipient: DraftRecipient | null;
  /** Whether it will be served over the internet: then the remedy names an internet channel. */
  readonly servedOnline: boolean;
};

const isDay = (key: string): boolean => key in INPUTS && INPUTS[key as InputKey].form === 'day';

function writtenValues(values: LetterValues): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(values).map(([key, value]) => [key, value instanceof Temporal.PlainDate ? value.toString() : value]),
  );
}

function readValues(json: Readonly<Record<string, unknown>>): LetterValues {
  return Object.fromEntries(
    Object.entries(json).map(([key, value]) => [
      key,
      isDay(key) && typeof value === 'string' ? Temporal.PlainDate.from(value) : value,
    ]),
  ) as LetterValues;
}

/** A saved draft as the JSON text that is sealed. */
export function draftJson({ draft, ...rest }: SavedDraft): string {
  const findings = draft.findings.map(({ kind, values }) => ({ kind, values: writtenValues(values) }));
  return JSON.stringify({ ...rest, draft: { kind: draft.kind, values: writtenValues(draft.values), findings } });
}

type DraftJson = Omit<SavedDraft, 'draft'> & {
  readonly draft: {
    readonly kind: LetterDraft['kind'];
    readonly values: Record<string, unknown>;
    readonly findings: readonly { readonly kind: OtherFinding['kind']; readonly values: Record<string, unknown> }[];
  };
};

/** A saved draft from its JSON text, which this program has written. */
export function draftFrom(json: string): SavedDraft {
  const { draft, ...rest } = JSON.parse(json) as DraftJson;
  const findings = draft.findings.map(({ kind, values }) => ({ kind, values: readValues(values) }));
  return { ...rest, draft: { kind: draft.kind, values: readValues(draft.values), findings } };
}
