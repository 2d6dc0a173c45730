import { RENAMED_INSTITUTIONS } from '../lexicons/renamed-institutions.ts';
import { CONFUSED_WORDS } from '../lexicons/confused-words.ts';
import type { Planted } from './plant-character-errors.ts';
import { pick, type Random } from './random.ts';

/** Errors that are not of one character: what a proofreader of official documents also looks for. */
export const FORM_ERRORS = [
  'confused-word',
  'former-name',
  'document-number',
  'doubled-punctuation',
  'half-width-punctuation',
  'repeated-words',
  'ordinal-jump',
  'impossible-date',
  'internal-mark',
  'identity-number',
  'mobile-number',
  'bank-card',
  'home-address',
] as const;
export type FormError = (typeof FORM_ERRORS)[number];

const SURNAMES = ['赵', '钱', '孙', '李', '周', '吴', '郑', '王', '冯', '陈'];
const digits = (random: Random, count: number): string =>
  Array.from({ length: count }, () => Math.floor(random() * 10)).join('');
const two = (value: number): string => String(value).padStart(2, '0');

/** Puts an error of the kind into a text of full sentences, at a place chosen by the seed; null where the text has no such place. */
export function plantFormError(text: string, kind: FormError, random: Random): Planted | null {
  const insertAfterStop = (sentence: string): Planted | null => {
    const stops = [...text.matchAll(/。(?=[\p{Script=Han}])/gu)];
    if (stops.length === 0) return null;
    const at = pick(random, stops).index + 1;
    return { text: text.slice(0, at) + sentence + text.slice(at), at, right: '', wrong: sentence };
  };
  const replace = (pattern: RegExp, change: (found: string) => string): Planted | null => {
    const places = [...text.matchAll(pattern)];
    if (places.length === 0) return null;
    const place = pick(random, places);
    const wrong = change(place[0]);
    const damaged = text.slice(0, place.index) + wrong + text.slice(place.index + place[0].length);
    return { text: damaged, at: place.index, right: place[0], wrong };
  };
  const person = `${pick(random, SURNAMES)}某某`;
  return {
    'confused-word': () => insertAfterStop(`有关${pick(random, CONFUSED_WORDS).wrong}的问题另行说明。`),
    'former-name': () => insertAfterStop(`具体由区${pick(random, RENAMED_INSTITUTIONS).old}负责。`),
    'document-number': () =>
      insertAfterStop(
        `参见晴政办发${pick(random, ['[2021]', '(2021)', '（2021）', '【2021】'])}${1 + Math.floor(random() * 90)}号。`,
      ),
    'doubled-punctuation': () =>
      replace(/[，、。](?=\p{Script=Han})/gu, found => found + pick(random, ['，', '、', found])),
    'half-width-punctuation': () =>
      replace(/(?<=\p{Script=Han})[，；](?=\p{Script=Han})/gu, found => (found === '，' ? ',' : ';')),
    'repeated-words': () => replace(/(?<=，)\p{Script=Han}{3,8}(?=[，。])/gu, found => found + found),
    'ordinal-jump': () => replace(/(?<=\n)[三四五六](?=、)/gu, found => '五六七八'['三四五六'.indexOf(found)]!),
    'impossible-date': () =>
      insertAfterStop(`截至2023年${pick(random, ['2月30日', '4月31日', '13月2日', '6月31日', '9月31日'])}全部完成。`),
    'internal-mark': () => insertMarkLine(text, random),
    'identity-number': () => insertAfterStop(`申请人${person}，身份证号${identityNumber(random)}。`),
    'mobile-number': () =>
      insertAfterStop(`住户${person}的电话是1${3 + Math.floor(random() * 7)}${digits(random, 9)}。`),
    'bank-card': () => insertAfterStop(`补贴打入${person}的银行卡${bankCard(random)}。`),
    'home-address': () =>
      insertAfterStop(`${person}家住北山镇上河村${1 + Math.floor(random() * 9)}组${1 + Math.floor(random() * 90)}号。`),
  }[kind]();
}

function insertMarkLine(text: string, random: Random): Planted {
  const wrong = pick(random, ['内部资料，请勿外传', '秘密★1年', '机密★', '仅供内部使用', '此件不公开']);
  return { text: `${wrong}\n${text}`, at: 0, right: '', wrong };
}

function identityNumber(random: Random): string {
  const body = `23${digits(random, 4)}${1950 + Math.floor(random() * 60)}${two(1 + Math.floor(random() * 12))}${two(1 + Math.floor(random() * 28))}${digits(random, 3)}`;
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, at) => total + weight * Number(body[at]), 0);
  return body + '10X98765432'[sum % 11]!;
}

function bankCard(random: Random): string {
  const body = `62${digits(random, 16)}`;
  const sum = body
    .split('')
    .reverse()
    .reduce((total, digit, at) => {
      const value = Number(digit) * (at % 2 === 0 ? 2 : 1);
      return total + (value > 9 ? value - 9 : value);
    }, 0);
  return body + String((10 - (sum % 10)) % 10);
}
