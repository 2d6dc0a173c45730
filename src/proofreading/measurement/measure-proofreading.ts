import { checkText } from '../check-text.ts';
import type { Finding } from '../finding.ts';
import { isHan } from '../readable-text.ts';
import {
  DAMAGES,
  otherTargets,
  plantDamage,
  termTargets,
  type Damage,
  type Planted,
  type Target,
} from './plant-character-errors.ts';
import { FORM_ERRORS, plantFormError, type FormError } from './plant-form-errors.ts';
import { pick, seededRandom, type Random } from './random.ts';

/** A text known to be free of errors. */
export type CleanText = { readonly name: string; readonly text: string };

/** How many errors of a class were planted and how many were found at their place. */
export type Recall<Class extends string> = {
  readonly class: Class;
  readonly planted: number;
  readonly found: number;
  readonly missed: readonly Planted[];
};

/** What `measureProofreading` gives. `characters` counts everything but white space. */
export type Measurement = {
  readonly characters: number;
  readonly falseAlarms: readonly { readonly name: string; readonly finding: Finding }[];
  readonly inTerms: readonly Recall<Damage>[];
  readonly elsewhere: readonly Recall<Damage>[];
  readonly formErrors: readonly Recall<FormError>[];
};

/** How far from the damaged place a finding may end or begin and still speak of it. */
const TOLERANCE = 1;
const MOST_ATTEMPTS = 400;

/**
 * Plants errors in clean texts, one at a time, and counts how many are found where they stand; and counts what is found in the clean
 * texts themselves. `perClass` errors of every class; the same seed plants the same errors.
 */
export function measureProofreading(texts: readonly CleanText[], seed: number, perClass: number): Measurement {
  const random = seededRandom(seed);
  const alphabet = alphabetOf(texts);
  const paragraphs = texts.flatMap(({ text }) => text.split('\n')).filter(line => line.length >= 10);
  const damages = (targetsOf: (text: string) => readonly Target[]): readonly Recall<Damage>[] =>
    DAMAGES.map(damage =>
      recallOf(damage, perClass, () => {
        const text = pick(random, paragraphs);
        const targets = targetsOf(text);
        return targets.length === 0 ? null : plantIn(text, targets, damage, alphabet, random);
      }),
    );
  return {
    characters: texts.reduce((total, { text }) => total + text.replaceAll(/\s/gu, '').length, 0),
    falseAlarms: texts.flatMap(({ name, text }) => checkText(text).map(finding => ({ name, finding }))),
    inTerms: damages(termTargets),
    elsewhere: damages(otherTargets),
    formErrors: FORM_ERRORS.map(kind =>
      recallOf(kind, perClass, () => plantFormError(pick(random, texts).text, kind, random)),
    ),
  };
}

/** The share of planted errors that were found, over several classes; 0 when none was planted. */
export function recallShare(recalls: readonly Recall<string>[]): number {
  const planted = recalls.reduce((total, recall) => total + recall.planted, 0);
  return planted === 0 ? 0 : recalls.reduce((total, recall) => total + recall.found, 0) / planted;
}

const plantIn = (
  text: string,
  targets: readonly Target[],
  damage: Damage,
  alphabet: readonly string[],
  random: Random,
): Planted | null => plantDamage(text, pick(random, targets), damage, alphabet, random);

function recallOf<Class extends string>(name: Class, wanted: number, plant: () => Planted | null): Recall<Class> {
  const missed: Planted[] = [];
  let planted = 0;
  for (let attempt = 0; attempt < MOST_ATTEMPTS * wanted && planted < wanted; attempt++) {
    const error = plant();
    if (error === null) continue;
    planted++;
    if (!isFound(error)) missed.push(error);
  }
  return { class: name, planted, found: planted - missed.length, missed };
}

const isFound = ({ text, at, wrong, right }: Planted): boolean =>
  checkText(text).some(
    ({ span }) =>
      span !== undefined && span.start <= at + (right === '' ? wrong.length : TOLERANCE) && span.end >= at - TOLERANCE,
  );

/** The different Chinese characters of the texts: what a wrong character is drawn from. */
const alphabetOf = (texts: readonly CleanText[]): readonly string[] =>
  [...new Set(texts.flatMap(({ text }) => text.split('')))].filter(character => isHan(character.charCodeAt(0)));
