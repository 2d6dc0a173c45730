/** Shows the first and last characters of a secret and stars for the rest; something shorter than both is all stars. */
export function masked(secret: string, first: number, last: number): string {
  if (secret.length <= first + last) return '*'.repeat(secret.length);
  return secret.slice(0, first) + '*'.repeat(secret.length - first - last) + secret.slice(secret.length - last);
}
