/** Spreadsheet programs compute what begins so, even when it is quoted: an apostrophe makes it text. */
const COMPUTED = /^[=+\-@\t\r]/;

function csvField(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const harmless = COMPUTED.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/** Lines as comma-separated text (RFC 4180), with the mark by which spreadsheet programs know UTF-8. Numbers stay numbers. */
export function csvText(lines: readonly (readonly (string | number)[])[]): string {
  return `\uFEFF${lines.map(line => `${line.map(csvField).join(',')}\r\n`).join('')}`;
}
