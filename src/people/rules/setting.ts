import { z } from 'zod';
import type { Citation } from '../../law/citation.ts';

export type SettingOption<Value extends string = string> = {
  readonly value: Value;
  readonly text: string;
  readonly hint?: string;
};

/** How a setting is asked for; each kind has one type of value. */
export type SettingForm =
  | { readonly kind: 'choice'; readonly options: readonly SettingOption[] }
  | { readonly kind: 'choices'; readonly options: readonly SettingOption[] }
  | { readonly kind: 'yes-no' }
  | { readonly kind: 'number'; readonly least: number; readonly most: number; readonly unit: string }
  | { readonly kind: 'text'; readonly longest: number };

/** A question that the law leaves open or that an office answers for itself. */
export type Setting<Value = unknown> = {
  /** Kebab-case, one name for ever. */
  readonly key: string;
  readonly title: string;
  readonly explanation: string;
  /** Where the question comes from; empty where the law does not speak of it. */
  readonly basis: readonly Citation[];
  /** Whether every agency answers for itself or one answer holds for the installation. */
  readonly scope: 'installation' | 'agency';
  readonly form: SettingForm;
  readonly standard: Value;
  /** The value from stored JSON; undefined where it is none (any more). */
  readonly read: (json: unknown) => Value | undefined;
};

type Facts<Value> = Pick<Setting<Value>, 'key' | 'title' | 'explanation' | 'basis' | 'scope' | 'standard'>;

function settingOf<Value>(facts: Facts<Value>, form: SettingForm, schema: z.ZodType<Value>): Setting<Value> {
  return { ...facts, form, read: json => schema.safeParse(json).data };
}

const valuesOf = <Value extends string>(options: readonly SettingOption<Value>[]) => options.map(({ value }) => value);

/** One of several answers. */
export function choiceSetting<const Value extends string>(
  facts: Omit<Facts<Value>, 'standard'> & { readonly standard: NoInfer<Value> },
  options: readonly SettingOption<Value>[],
): Setting<Value> {
  return settingOf<Value>(facts, { kind: 'choice', options }, z.enum(valuesOf(options)));
}

/** Any number of several answers. */
export function choicesSetting<const Value extends string>(
  facts: Omit<Facts<Value>, 'standard'> & { readonly standard: readonly NoInfer<Value>[] },
  options: readonly SettingOption<Value>[],
): Setting<readonly Value[]> {
  return settingOf<readonly Value[]>(facts, { kind: 'choices', options }, z.array(z.enum(valuesOf(options))));
}

export function yesNoSetting(facts: Facts<boolean>): Setting<boolean> {
  return settingOf(facts, { kind: 'yes-no' }, z.boolean());
}

/** A whole number from `least` to `most`. */
export function numberSetting(
  facts: Facts<number>,
  bounds: { readonly least: number; readonly most: number; readonly unit: string },
): Setting<number> {
  return settingOf(facts, { kind: 'number', ...bounds }, z.number().int().min(bounds.least).max(bounds.most));
}

/** One line of text; empty is allowed. */
export function textSetting(facts: Facts<string>, longest: number): Setting<string> {
  return settingOf(facts, { kind: 'text', longest }, z.string().max(longest));
}
