import { refuse } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';
import type { FieldProblem } from '../../people/rules/refusal.ts';
import type { Refusal } from '../../applications/rules/refusal.ts';
import { valueOf } from '../../views/form/form-state.ts';
import type { FormValues } from '../../views/form/form-state.ts';

type Day = Temporal.PlainDate;

/**
 * Reads the typed values of a form field by field. What cannot be used is collected with its sentence, and stands in for itself by
 * a value of its type that nobody uses: `finish` refuses then.
 */
export type ActReader = {
  /** A day that must be given. */
  readonly day: (name: string, label: string) => Day;
  readonly optionalDay: (name: string, label: string) => Day | null;
  /** Text that must be given. */
  readonly text: (name: string, label: string, longest?: number) => string;
  readonly optionalText: (name: string, label: string, longest?: number) => string | null;
  readonly whole: (name: string, label: string, least: number, most: number) => number;
  readonly yuan: (name: string, label: string) => number;
  readonly choice: <Value extends string>(name: string, label: string, values: readonly Value[]) => Value;
  readonly refuse: (field: string, message: string) => void;
  /** What could not be used so far. */
  readonly problems: () => readonly FieldProblem[];
  /** Does the act where everything can be used; else refuses with all that is wrong. */
  readonly finish: <Value>(act: () => Promise<Result<Value, Refusal>>) => Promise<Result<Value, Refusal>>;
};

const LONGEST = 2000;

function findDay(text: string): Day | undefined {
  if (!/^\d{4}-\d{1,2}-\d{1,2}$/.test(text)) return undefined;
  const [year, month, day] = text.split('-').map(Number) as [number, number, number];
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' });
  } catch {
    return undefined;
  }
}

/** A reader of the values that a browser sent. Where `latest` is given, no day may lie after it. */
export function createActReader(values: FormValues, latest?: Day): ActReader {
  const problems: FieldProblem[] = [];
  const typed = (name: string) => valueOf({ values }, name).trim();
  const wrong = <Value>(field: string, message: string, instead: Value): Value => {
    problems.push({ field, message });
    return instead;
  };
  const nowhere = Temporal.PlainDate.from('2000-01-01');
  const optionalDay = (name: string, label: string): Day | null => {
    const text = typed(name);
    if (text === '') return null;
    const day = findDay(text);
    if (day === undefined) return wrong(name, `${label}不是有效的日期，请按 2026-03-09 这样填写`, nowhere);
    return latest !== undefined && Temporal.PlainDate.compare(day, latest) > 0
      ? wrong(name, `${label}还没有到，请填实际发生的日期`, nowhere)
      : day;
  };
  const optionalText = (name: string, label: string, longest = LONGEST): string | null => {
    const text = typed(name);
    if (Array.from(text).length > longest) return wrong(name, `${label}最多${longest}个字，请精简`, '');
    return text === '' ? null : text;
  };
  return {
    optionalDay,
    optionalText,
    day: (name, label) =>
      typed(name) === '' ? wrong(name, `请填写${label}`, nowhere) : (optionalDay(name, label) ?? nowhere),
    text: (name, label, longest) =>
      typed(name) === '' ? wrong(name, `请填写${label}`, '') : (optionalText(name, label, longest) ?? ''),
    whole: (name, label, least, most) => {
      const text = typed(name);
      const number = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
      return number >= least && number <= most ? number : wrong(name, `${label}请填${least}至${most}之间的整数`, least);
    },
    yuan: (name, label) => {
      const text = typed(name);
      return /^\d{1,9}(?:\.\d{1,2})?$/.test(text) ? Number(text) : wrong(name, `${label}请填数字，单位是元`, 0);
    },
    choice: (name, label, options) => {
      const text = typed(name);
      return options.find(option => option === text) ?? wrong(name, `请选择${label}`, options[0]!);
    },
    refuse: (field, message) => void wrong(field, message, null),
    problems: () => [...problems],
    finish: async act => (problems.length > 0 ? refuse({ kind: 'unusable', problems }) : act()),
  };
}
