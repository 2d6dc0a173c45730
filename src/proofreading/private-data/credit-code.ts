const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28] as const;

/** Whether 18 characters are a unified social credit code with a right check character (GB 32100). Such codes are public. */
export function isCreditCode(code: string): boolean {
  if (code.length !== 18 || !/^[1-9AN-Y][1-9]\d{6}/u.test(code)) return false;
  const values = code.split('').map(character => ALPHABET.indexOf(character));
  if (values.includes(-1)) return false;
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * values[at]!, 0);
  return (31 - (sum % 31)) % 31 === values[17];
}
