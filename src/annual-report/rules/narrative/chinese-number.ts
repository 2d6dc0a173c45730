const DIGIT: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const SCALE: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/** 十二 → 12, 三百零五 → 305, 两万三千 → 23000, 二〇二三 → 2023. Undefined for what is no number, and for more than 12 characters. */
export function findChineseNumber(text: string): number | undefined {
  if (text.length === 0 || text.length > 12) return undefined;
  if (/^[零〇一二三四五六七八九]{2,}$/.test(text))
    return Number(Array.from(text, character => DIGIT[character]).join(''));
  let [whole, part, digit] = [0, 0, -1];
  for (const character of text) {
    const scale = SCALE[character];
    const value = DIGIT[character];
    if (value !== undefined) {
      if (digit > 0) return undefined;
      digit = value;
    } else if (scale !== undefined) {
      part += (digit < 0 ? 1 : digit) * scale;
      digit = -1;
    } else if (character === '万') {
      whole += (part + Math.max(digit, 0)) * 10_000;
      [part, digit] = [0, -1];
    } else return undefined;
  }
  return whole + part + Math.max(digit, 0);
}
