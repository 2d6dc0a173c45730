import type { DraftRecipient, SavedDraft } from '../../applications/rules/letters/draft-json.ts';
import type { OtherFinding } from '../../applications/rules/letters/letter-facts.ts';
import { INPUTS } from '../../applications/rules/letters/letter-inputs.ts';
import type { InputFacts, InputKey, LetterValues, Passage } from '../../applications/rules/letters/letter-inputs.ts';
import { isReplyKind, LETTER_KINDS } from '../../applications/rules/letters/letter-kinds.ts';
import type { LetterKind } from '../../applications/rules/letters/letter-kinds.ts';
import { letterRuleOf } from '../../applications/rules/letters/letter-rules.ts';
import { FINDING_LABEL, WITHHOLDING_GROUNDS } from '../../applications/rules/reply.ts';
import type { FindingKind, WithholdingGround } from '../../applications/rules/reply.ts';
import type { FieldProblem } from '../../views/error-summary/error-summary.ts';
import { valueOf } from '../../views/form/form-state.ts';
import type { FormValues } from '../../views/form/form-state.ts';

/** More passages or findings than a letter has; a form that says more is not one of ours. */
export const MOST_PARTS = 40;

/** A letter's inputs stand in the form under `prefix` and their key; those of the second finding under `finding-2-`. */
export const fieldOf = (prefix: string, key: InputKey): string => `${prefix}${key}`;
export const passageField = (prefix: string, index: number, part: keyof Passage): string =>
  `${prefix}passage-${index}-${part}`;
export const findingPrefix = (index: number): string => `finding-${index}-`;

/** Kinds that may stand among several findings: replies to what was asked for, one thing each. */
export const FINDING_KINDS = LETTER_KINDS.filter(
  (kind): kind is LetterKind & FindingKind =>
    isReplyKind(kind) && kind !== 'several-findings' && kind in FINDING_LABEL && !kind.startsWith('record-'),
);

const findGround = (text: string): WithholdingGround | undefined => WITHHOLDING_GROUNDS.find(ground => ground === text);

const partsIn = (values: FormValues, name: string): number => {
  const count = Number(valueOf({ values }, name));
  return Number.isInteger(count) && count > 0 ? Math.min(count, MOST_PARTS) : 0;
};

function readPassages(values: FormValues, prefix: string): readonly Passage[] {
  const text = (index: number, part: keyof Passage) => valueOf({ values }, passageField(prefix, index, part)).trim();
  const count = partsIn(values, `${prefix}passage-count`);
  return Array.from({ length: count }, (_, index) => ({
    passage: text(index, 'passage'),
    ground: findGround(text(index, 'ground')) ?? 'third-party-interest',
    aspect: text(index, 'aspect') || null,
    lawNamed: text(index, 'lawNamed') || null,
    reasons: text(index, 'reasons'),
  })).filter(({ passage, reasons }) => passage !== '' || reasons !== '');
}

function findDay(text: string): Temporal.PlainDate | undefined {
  try {
    return /^\d{4}-\d{2}-\d{2}$/.test(text) ? Temporal.PlainDate.from(text) : undefined;
  } catch {
    return undefined;
  }
}

/** One input as it was typed; a problem where it cannot be what it should be; undefined where nothing was typed. */
function readInput(
  values: FormValues,
  prefix: string,
  key: InputKey,
  problems: FieldProblem[],
): LetterValues[InputKey] | undefined {
  const { form, name }: InputFacts = INPUTS[key];
  const field = fieldOf(prefix, key);
  const typed = valueOf({ values }, field).trim();
  switch (form) {
    case 'line':
    case 'text':
      return typed === '' ? undefined : typed;
    case 'number': {
      if (typed === '') return undefined;
      const number = Number(typed);
      if (Number.isInteger(number) && number >= 0 && number <= 100_000) return number;
      problems.push({ field, message: `${name}应当是整数` });
      return undefined;
    }
    case 'day': {
      if (typed === '') return undefined;
      const day = findDay(typed);
      if (day === undefined) problems.push({ field, message: `${name}应当写成 2026-03-09 这样的日期` });
      return day;
    }
    case 'list': {
      const lines = typed.split('\n').flatMap(line => (line.trim() === '' ? [] : [line.trim()]));
      return lines.length === 0 ? undefined : lines;
    }
    case 'ground':
      return findGround(typed);
    case 'passages': {
      const passages = readPassages(values, prefix);
      return passages.length === 0 ? undefined : passages;
    }
  }
}

function readValues(values: FormValues, kind: LetterKind, prefix: string, problems: FieldProblem[]): LetterValues {
  const keys: readonly InputKey[] = [
    ...letterRuleOf(kind).inputs,
    ...(kind === 'fee-notice' ? (['pages'] as const) : []),
  ];
  const found = keys.map(key => [key, readInput(values, prefix, key, problems)] as const);
  return Object.fromEntries(found.filter(([, value]) => value !== undefined)) as LetterValues;
}

function readFindings(values: FormValues, problems: FieldProblem[]): readonly OtherFinding[] {
  return Array.from({ length: partsIn(values, 'finding-count') }, (_, index) => index + 1).flatMap(index => {
    const prefix = findingPrefix(index);
    const kind = FINDING_KINDS.find(candidate => candidate === valueOf({ values }, `${prefix}kind`));
    if (kind === undefined) return [];
    const about = valueOf({ values }, fieldOf(prefix, 'about')).trim();
    const own = readValues(values, kind, prefix, problems);
    return [{ kind, values: about === '' ? own : { ...own, about } }];
  });
}

function readRecipient(values: FormValues, problems: FieldProblem[]): DraftRecipient {
  const text = (name: string) => valueOf({ values }, name).trim();
  if (text('recipientName') === '') problems.push({ field: 'recipientName', message: '请填写收件人的姓名或者名称' });
  return {
    name: text('recipientName'),
    isPerson: text('recipientIsPerson') === 'yes',
    contact: text('recipientContact'),
    address: text('recipientAddress'),
  };
}

/** The draft as it was typed, whatever is still missing from it; problems are what cannot be kept as it stands. */
export function readDraft(
  values: FormValues,
  kind: LetterKind,
): { readonly saved: SavedDraft; readonly problems: readonly FieldProblem[] } {
  const problems: FieldProblem[] = [];
  const recipient = letterRuleOf(kind).addressee === 'applicant' ? null : readRecipient(values, problems);
  const draft = {
    kind,
    values: readValues(values, kind, '', problems),
    findings: kind === 'several-findings' ? readFindings(values, problems) : [],
  };
  return { saved: { draft, recipient, servedOnline: valueOf({ values }, 'servedOnline') === 'yes' }, problems };
}

function typedValues(values: LetterValues, prefix: string): Record<string, string> {
  const typed: Record<string, string> = {};
  for (const [key, value] of Object.entries(values) as [InputKey, NonNullable<LetterValues[InputKey]>][]) {
    const field = fieldOf(prefix, key);
    if (key === 'passages') {
      const passages = value as readonly Passage[];
      typed[`${prefix}passage-count`] = String(passages.length);
      for (const [index, passage] of passages.entries())
        for (const [part, text] of Object.entries(passage) as [keyof Passage, string | null][])
          typed[passageField(prefix, index, part)] = text ?? '';
    } else if (typeof value === 'string' || typeof value === 'number') typed[field] = String(value);
    else if (value instanceof Temporal.PlainDate) typed[field] = value.toString();
    else typed[field] = (value as readonly string[]).join('\n');
  }
  return typed;
}

/** A saved draft as the values of its form. */
export function draftFormValues({ draft, recipient, servedOnline }: SavedDraft): FormValues {
  const findings = draft.findings.map(({ kind, values }, index) => ({
    ...typedValues(values, findingPrefix(index + 1)),
    [`${findingPrefix(index + 1)}kind`]: kind,
  }));
  return {
    ...typedValues(draft.values, ''),
    ...Object.assign({}, ...findings),
    'finding-count': String(draft.findings.length),
    servedOnline: servedOnline ? 'yes' : 'no',
    recipientName: recipient?.name ?? '',
    recipientIsPerson: recipient?.isPerson === true ? 'yes' : 'no',
    recipientContact: recipient?.contact ?? '',
    recipientAddress: recipient?.address ?? '',
  };
}
