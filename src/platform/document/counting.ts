const DIGITS = '零一二三四五六七八九';
const LEGAL_DIGITS = '零壹贰叁肆伍陆柒捌玖';

function counted(value: number, digits: string, units: readonly string[]): string {
  const places = Array.from(String(value), Number);
  let text = '';
  for (const [index, place] of places.entries()) {
    const unit = units[places.length - 1 - index] ?? '';
    if (place !== 0) text += digits[place]! + unit;
    else if (text !== '' && !text.endsWith(digits[0]!) && places.slice(index).some(rest => rest !== 0))
      text += digits[0]!;
  }
  return text;
}

/** 1 to 9999 as 一 … 九千九百九十九, ten to nineteen without the leading 一; outside of that the Arabic number. */
export function chineseCount(value: number): string {
  if (!Number.isInteger(value) || value < 0 || value > 9_999) return String(value);
  if (value === 0) return DIGITS[0]!;
  return counted(value, DIGITS, ['', '十', '百', '千']).replace(/^一十/, '十');
}

/** The same in the characters used on cheques: 壹拾贰. */
export function chineseLegalCount(value: number): string {
  if (!Number.isInteger(value) || value < 1 || value > 9_999) return String(value);
  return counted(value, LEGAL_DIGITS, ['', '拾', '佰', '仟']);
}

/** Digit by digit: 二〇二三. */
export const chineseDigits = (value: number): string =>
  String(value).replace(/\d/g, digit => (digit === '0' ? '〇' : DIGITS[Number(digit)]!));

/** 1 is A, 26 Z, 27 AA as word processors count. */
export function letterCount(value: number): string {
  if (!Number.isInteger(value) || value < 1 || value > 780) return String(value);
  return String.fromCharCode(65 + ((value - 1) % 26)).repeat(Math.ceil(value / 26));
}

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

export function romanCount(value: number): string {
  if (!Number.isInteger(value) || value < 1 || value > 3_999) return String(value);
  let [rest, text] = [value, ''];
  for (const [amount, letters] of ROMAN) for (; rest >= amount; rest -= amount) text += letters;
  return text;
}

/** ① … ⑳, then (21). */
export const circledCount = (value: number): string =>
  Number.isInteger(value) && value >= 1 && value <= 20 ? String.fromCharCode(0x2460 + value - 1) : `(${value})`;

/** ０１２: digits of full width. */
export const fullWidthCount = (value: number): string =>
  String(value).replace(/\d/g, digit => String.fromCharCode(0xff10 + Number(digit)));
