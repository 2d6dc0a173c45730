import type { Citation } from '../../law/citation.ts';
import type { Level } from '../finding.ts';
import type { Remark } from '../remark.ts';

const PUNCTUATION: Citation = { source: 'punctuation' };
const NUMERALS: Citation = { source: 'numerals' };

/** A slip told by a pattern. `once` = the text gets one remark with the count, not one per place. */
type Slip = {
  readonly pattern: RegExp;
  readonly level: Level;
  readonly once: boolean;
  readonly message: (found: string) => string;
  readonly suggestion: (found: string) => string;
  readonly basis: Citation;
};

const FULL_WIDTH: ReadonlyMap<string, string> = new Map(
  Object.entries({ ',': '，', ';': '；', ':': '：', '?': '？', '!': '！' }),
);

const SLIPS: readonly Slip[] = [
  {
    pattern: /\([\p{Script=Han}][^()（）\n]{0,40}\)|\([^()（）\n]{0,40}[\p{Script=Han}]\)/gu,
    level: 'notice',
    once: true,
    message: () => '中文内容用了半角括号，应当用全角括号“（）”',
    suggestion: found => `改为“（${found.slice(1, -1)}）”`,
    basis: PUNCTUATION,
  },
  {
    pattern: /(?<=[\p{Script=Han}”》）])[,;:?!](?=[\p{Script=Han}“《（\n]|$)/gu,
    level: 'notice',
    once: true,
    message: found => `中文之间用了半角标点“${found}”，应当用全角标点`,
    suggestion: found => `改为“${FULL_WIDTH.get(found) ?? found}”`,
    basis: PUNCTUATION,
  },
  {
    pattern: /"[\p{Script=Han}][^"\n]{0,60}"/gu,
    level: 'notice',
    once: true,
    message: () => '中文内容用了半角引号，应当用“”',
    suggestion: found => `改为“${found.slice(1, -1)}”`,
    basis: PUNCTUATION,
  },
  {
    pattern: /([，、；：])\1+|。。(?!。)(?<!。。。)|[，、；：]。|。[，、；：]|，、|、，|；，|，；/gu,
    level: 'warning',
    once: false,
    message: found => `标点“${found}”重复或者连用，应当只留一个。`,
    suggestion: found => `改为“${found[0]!}”`,
    basis: PUNCTUATION,
  },
  {
    pattern: /。{3,}|(?<!…)…(?!…)|\.{4,}/gu,
    level: 'notice',
    once: true,
    message: () => '省略号应当用六点“……”',
    suggestion: () => '改为“……”',
    basis: PUNCTUATION,
  },
  {
    pattern: /(?<=\d)[~～](?=\d)(?![\d.]+\.html)/gu,
    level: 'notice',
    once: true,
    message: () => '数值范围的连接号宜统一用一字线或者波纹线“～”，不用半角“~”',
    suggestion: () => '改为“～”',
    basis: PUNCTUATION,
  },
  {
    pattern:
      /(?:近|约|大约|超|超过|将近)\d[\d.]*(?:多|余)(?=[\p{Script=Han}])|(?:近|约|大约|超过|将近)\d[\d.]*[百千万亿]?[\p{Script=Han}]{0,2}(?:左右|上下)|近\d[\d.]*[百千万亿]?余/gu,
    level: 'warning',
    once: false,
    message: found => `“${found}”中表示约数的词重复，应当只用一个。`,
    suggestion: () => '删去“近、约、超”或者“多、余、左右”之一',
    basis: NUMERALS,
  },
];

/** Punctuation of the wrong width, doubled or unpaired (titles), and doubled words of approximation. */
export function checkPunctuation(text: string): readonly Remark[] {
  return [...slips(text), ...unpairedTitleMarks(text)];
}

function slips(text: string): readonly Remark[] {
  return SLIPS.flatMap(({ pattern, level, once, message, suggestion, basis }) => {
    const matches = [...text.matchAll(pattern)];
    return (once ? matches.slice(0, 1) : matches).map((match): Remark => {
      const found = match[0];
      return {
        level,
        span: { start: match.index, end: match.index + found.length },
        message: once
          ? `${message(found)}${matches.length > 1 ? `（全文共${matches.length}处）` : ''}。`
          : message(found),
        suggestion: suggestion(found),
        basis,
      };
    });
  });
}

/** 《 without 》 or the other way round, line ends aside. */
function unpairedTitleMarks(text: string): readonly Remark[] {
  const unpaired: number[] = [];
  let open = -1;
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (character === '《') {
      if (open >= 0) unpaired.push(open);
      open = at;
    } else if (character === '》') {
      if (open < 0) unpaired.push(at);
      open = -1;
    }
  }
  if (open >= 0) unpaired.push(open);
  return unpaired.map((at): Remark => ({
    level: 'notice',
    span: { start: at, end: Math.min(at + QUOTED, text.length) },
    message: '书名号不成对（书名号内再用书名号的，里面一层用“〈〉”），请核对。',
    suggestion: '补齐书名号',
    basis: PUNCTUATION,
  }));
}

const QUOTED = 12;
