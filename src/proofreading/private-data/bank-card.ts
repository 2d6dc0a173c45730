/** What the numbers of cards issued in China begin with, and how long they are (JR/T 0008; the schemes of the card organisations). */
const RANGES: readonly { readonly prefix: RegExp; readonly lengths: readonly number[] }[] = [
  { prefix: /^62/u, lengths: [16, 17, 18, 19] },
  { prefix: /^(?:9558|9559)/u, lengths: [16, 19] },
  { prefix: /^(?:60[13]|621|622|623)/u, lengths: [16, 18, 19] },
  { prefix: /^4/u, lengths: [16] },
  { prefix: /^(?:5[1-5]|22[2-9]|2[3-6]|27[01])/u, lengths: [16] },
  { prefix: /^35(?:2[89]|[3-8])/u, lengths: [16] },
];

/** Whether 16 to 19 digits are a bank card's: prefix, length and check digit (Luhn) agree. */
export const isBankCard = (digits: string): boolean =>
  /^\d{16,19}$/u.test(digits) &&
  RANGES.some(({ prefix, lengths }) => prefix.test(digits) && lengths.includes(digits.length)) &&
  passesLuhn(digits);

function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let at = 0; at < digits.length; at++) {
    const digit = Number(digits[digits.length - 1 - at]);
    const doubled = at % 2 === 0 ? digit : digit * 2;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}
