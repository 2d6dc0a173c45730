/** Text without what XML 1.0 cannot hold: control characters, non-characters, halves of surrogate pairs. */
export function xmlText(text: string): string {
  // eslint-disable-next-line no-control-regex
  return text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '');
}
