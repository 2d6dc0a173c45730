import { walkXml } from '../xml/walk-xml.ts';
import { localName } from './strings.ts';

/** The number format of a cell style by its number; '' where numbers are printed as they are. */
export type NumberFormats = readonly string[];

const CHINESE_DATE = 'yyyy"年"m"月"d"日"';
/** Formats every spreadsheet program knows by number, with the meaning they have in a Chinese locale. */
const BUILT_IN: Readonly<Record<number, string>> = {
  9: '0%',
  10: '0.00%',
  14: 'yyyy/m/d',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'yyyy/m/d h:mm',
  27: 'yyyy"年"m"月"',
  28: 'm"月"d"日"',
  29: 'm"月"d"日"',
  30: 'm/d/yy',
  31: CHINESE_DATE,
  32: 'h"时"mm"分"',
  33: 'h"时"mm"分"ss"秒"',
  36: 'yyyy"年"m"月"',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss.0',
  50: 'yyyy"年"m"月"',
  51: 'm"月"d"日"',
  52: 'yyyy"年"m"月"',
  53: 'm"月"d"日"',
  54: 'm"月"d"日"',
  57: 'yyyy"年"m"月"',
  58: 'm"月"d"日"',
};

/**
 * Whether a format changes what a number says: a date, a percentage, or a unit written behind it. Separators, decimal places,
 * colours and a dash for zero do not; the number itself is surer than its looks.
 */
function tellsMore(format: string): boolean {
  const section = format.split(';')[0] ?? '';
  const bare = section.replace(/"[^"]*"|\\.|\[[^\]]*\]|_./g, '');
  if (/general/i.test(bare)) return /"[^"]*[\p{L}%][^"]*"/u.test(section);
  return /[ymdhs年月日%]/i.test(bare) || /"[^"]*\p{L}[^"]*"/u.test(section) || /[\p{Script=Han}]/u.test(section);
}

/** Reads xl/styles.xml. */
export async function readNumberFormats(chunks: AsyncIterable<Uint8Array>): Promise<NumberFormats> {
  const custom = new Map<number, string>();
  const ids: number[] = [];
  let inCellFormats = false;
  await walkXml(chunks, {
    open(name, attributes) {
      const local = localName(name);
      if (local === 'numFmt') custom.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '');
      else if (local === 'cellXfs') inCellFormats = true;
      else if (local === 'xf' && inCellFormats) ids.push(Number(attributes['numFmtId'] ?? 0));
    },
    close(name) {
      if (localName(name) === 'cellXfs') inCellFormats = false;
    },
  });
  return ids.map(id => {
    const format = custom.get(id) ?? BUILT_IN[id] ?? '';
    return tellsMore(format) ? format : '';
  });
}

/** A stored number as printed by default: without the noise of binary fractions behind the fifteenth digit. */
export function plainNumber(stored: string): string {
  const value = Number(stored);
  return stored.trim() === '' || !Number.isFinite(value) ? stored : String(Number(value.toPrecision(15)));
}
