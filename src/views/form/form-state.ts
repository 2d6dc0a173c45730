import type { FieldProblem } from '../error-summary/error-summary.ts';

/** What a form holds, by field name; a field that may be given several times holds a list. */
export type FormValues = Readonly<Record<string, string | readonly string[] | undefined>>;

/** A form as it is shown: what was typed, and what is wrong with it. */
export type FormState = { readonly values: FormValues; readonly problems: readonly FieldProblem[] };

/** A form that nobody has typed in yet. */
export const EMPTY_FORM: FormState = { values: {}, problems: [] };

const oneBreak = (text: string) => text.replaceAll('\r\n', '\n');

/**
 * The typed values of a body that a browser sent; whatever is neither text nor a list of texts is left out. Browsers send line breaks as two
 * characters and count them as one: here they are one, so that limits mean the same on both sides.
 */
export function readFormValues(body: unknown): FormValues {
  if (typeof body !== 'object' || body === null) return {};
  const values: Record<string, string | readonly string[]> = Object.create(null) as Record<string, string>;
  for (const [name, value] of Object.entries(body)) {
    if (typeof value === 'string') values[name] = oneBreak(value);
    else if (Array.isArray(value)) values[name] = value.filter(part => typeof part === 'string').map(oneBreak);
  }
  return values;
}

/** The one value of a field; empty text where there is none. */
export function valueOf({ values }: Pick<FormState, 'values'>, name: string): string {
  const value = values[name];
  if (value === undefined) return '';
  return typeof value === 'string' ? value : (value[0] ?? '');
}

/** Every value of a field that may be given several times. */
export function valuesOf({ values }: Pick<FormState, 'values'>, name: string): readonly string[] {
  const value = values[name];
  if (value === undefined) return [];
  return typeof value === 'string' ? [value] : value;
}

/** What is wrong with a field, or undefined. */
export function findProblem({ problems }: Pick<FormState, 'problems'>, name: string): string | undefined {
  return problems.find(problem => problem.field === name)?.message;
}
