import {
  chineseCount,
  chineseDigits,
  chineseLegalCount,
  circledCount,
  fullWidthCount,
  letterCount,
  romanCount,
} from '../document/counting.ts';
import { walkXml } from '../xml/walk-xml.ts';
import type { WordStyles } from './styles.ts';
import type { WordNames } from './word-names.ts';

type Level = {
  start: number;
  format: string;
  text: string;
  /** The 1-based level whose number starts this one anew; 0 never; by default any higher level. */
  restart?: number;
  paragraphStyle?: string;
  legal: boolean;
};
type Scheme = { readonly levels: Map<number, Level>; styleLink?: string };
type Instance = {
  scheme: string;
  readonly starts: Map<number, number>;
  readonly levels: Map<number, Level>;
};

/** The automatic numbers of a document. They are counted as paragraphs come, so each paragraph may ask once, in order. */
export type WordNumbering = {
  /** The number before a paragraph as shown (“一、”, “（二）”, “1.”), or '' for a bullet or none. */
  readonly next: (numbering: string, level: number) => string;
  /** The level that a numbering ties to a paragraph style. */
  readonly levelOfStyle: (numbering: string, styleId: string) => number | undefined;
};

export const NO_NUMBERING: WordNumbering = { next: () => '', levelOfStyle: () => undefined };

const STEMS = '甲乙丙丁戊己庚辛壬癸';
const BRANCHES = '子丑寅卯辰巳午未申酉戌亥';

function formatted(value: number, format: string): string {
  switch (format) {
    case 'bullet':
    case 'none':
      return '';
    case 'decimalZero':
      return String(value).padStart(2, '0');
    case 'upperRoman':
      return romanCount(value);
    case 'lowerRoman':
      return romanCount(value).toLowerCase();
    case 'upperLetter':
      return letterCount(value);
    case 'lowerLetter':
      return letterCount(value).toLowerCase();
    case 'chineseCounting':
    case 'chineseCountingThousand':
    case 'japaneseCounting':
    case 'taiwaneseCounting':
    case 'taiwaneseCountingThousand':
    case 'koreanCounting':
      return chineseCount(value);
    case 'chineseLegalSimplified':
    case 'ideographLegalTraditional':
    case 'japaneseLegal':
      return chineseLegalCount(value);
    case 'ideographDigital':
    case 'japaneseDigitalTenThousand':
    case 'taiwaneseDigital':
      return chineseDigits(value);
    case 'ideographTraditional':
      return STEMS[(value - 1) % STEMS.length] ?? String(value);
    case 'ideographZodiac':
      return BRANCHES[(value - 1) % BRANCHES.length] ?? String(value);
    case 'decimalEnclosedCircle':
    case 'decimalEnclosedCircleChinese':
      return circledCount(value);
    case 'decimalEnclosedParen':
      return `(${value})`;
    case 'decimalEnclosedFullstop':
      return `${value}.`;
    case 'ideographEnclosedCircle':
      return `(${chineseCount(value)})`;
    case 'decimalFullWidth':
    case 'decimalFullWidth2':
      return fullWidthCount(value);
    default:
      // Formats of other scripts: the plain number says most.
      return String(value);
  }
}

const newLevel = (): Level => ({ start: 1, format: 'decimal', text: '', legal: false });

/** Reads word/numbering.xml. */
export async function readNumbering(
  chunks: AsyncIterable<Uint8Array>,
  names: WordNames,
  styles: WordStyles,
): Promise<WordNumbering> {
  const schemes = new Map<string, Scheme>();
  const instances = new Map<string, Instance>();
  let scheme: Scheme | undefined;
  let instance: Instance | undefined;
  let level: Level | undefined;
  let override = 0;

  await walkXml(chunks, {
    open(name, attributes) {
      const value = names.attribute(attributes, 'val') ?? '';
      switch (names.localOf(name, attributes)) {
        case 'abstractNum':
          scheme = { levels: new Map() };
          schemes.set(names.attribute(attributes, 'abstractNumId') ?? '', scheme);
          return;
        case 'num':
          instance = { scheme: '', starts: new Map(), levels: new Map() };
          instances.set(names.attribute(attributes, 'numId') ?? '', instance);
          return;
        case 'abstractNumId':
          if (instance !== undefined) instance.scheme = value;
          return;
        case 'numStyleLink':
          if (scheme !== undefined) scheme.styleLink = value;
          return;
        case 'lvlOverride':
          override = Number(names.attribute(attributes, 'ilvl') ?? 0);
          return;
        case 'startOverride':
          instance?.starts.set(override, Number(value));
          return;
        case 'lvl': {
          level = newLevel();
          const index = Number(names.attribute(attributes, 'ilvl') ?? 0);
          (instance ?? scheme)?.levels.set(index, level);
          return;
        }
        case 'start':
          if (level !== undefined) level.start = Number(value);
          return;
        case 'numFmt':
          if (level !== undefined) level.format = value;
          return;
        case 'lvlText':
          if (level !== undefined) level.text = value;
          return;
        case 'lvlRestart':
          if (level !== undefined) level.restart = Number(value);
          return;
        case 'pStyle':
          if (level !== undefined) level.paragraphStyle = value;
          return;
        case 'isLgl':
          if (level !== undefined) level.legal = true;
      }
    },
    close(name) {
      switch (names.localOf(name)) {
        case 'abstractNum':
          scheme = undefined;
          return;
        case 'num':
          instance = undefined;
          return;
        case 'lvl':
          level = undefined;
      }
    },
  });

  /** The scheme of an instance; one that only points to a numbering style is looked up there, once. */
  function schemeOf(from: Instance): Scheme | undefined {
    const own = schemes.get(from.scheme);
    if (own?.styleLink === undefined || own.levels.size > 0) return own;
    const linked = instances.get(styles.styleOf(own.styleLink)?.numbering ?? '');
    return linked === undefined ? own : (schemes.get(linked.scheme) ?? own);
  }

  const counts = new Map<Scheme, (number | undefined)[]>();
  const begun = new Set<string>();
  return {
    next(numbering, at) {
      const used = instances.get(numbering);
      const from = used === undefined ? undefined : schemeOf(used);
      if (used === undefined || from === undefined) return '';
      const levelAt = (index: number) => used.levels.get(index) ?? from.levels.get(index);
      const current = levelAt(at);
      if (current === undefined) return '';
      const count = counts.get(from) ?? [];
      counts.set(from, count);
      const startedOver = used.starts.get(at);
      const key = `${numbering} ${at}`;
      if (startedOver !== undefined && !begun.has(key)) count[at] = startedOver;
      else count[at] = count[at] === undefined ? current.start : count[at] + 1;
      begun.add(key);
      for (let deeper = at + 1; deeper < count.length; deeper += 1) {
        const restart = levelAt(deeper)?.restart;
        if (restart === undefined || (restart > 0 && at < restart)) count[deeper] = undefined;
      }
      if (current.format === 'bullet' || current.format === 'none') return '';
      return current.text.replace(/%([1-9])/g, (_match, digit: string) => {
        const index = Number(digit) - 1;
        const value = count[index] ?? levelAt(index)?.start ?? 1;
        return formatted(value, current.legal ? 'decimal' : (levelAt(index)?.format ?? 'decimal'));
      });
    },
    levelOfStyle(numbering, styleId) {
      const used = instances.get(numbering);
      const from = used === undefined ? undefined : schemeOf(used);
      return [...(from?.levels ?? [])].find(([, candidate]) => candidate.paragraphStyle === styleId)?.[0];
    },
  };
}
