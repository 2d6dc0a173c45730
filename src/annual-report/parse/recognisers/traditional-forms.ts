// Traditional and Japanese forms of the characters that occur in the form's labels, each before the simplified one.
const PAIRS =
  '業业機机構构會会組组織织務务總总計计數数據据關关爲为為为項项於于請请況况處处開开結结轉转區区這这屬属國国祕秘規规穩稳護护權权類类內内過过執执詢询沒没現现補补後后確确訪访舉举報报訴诉復复議议無无當当認认獲获費费繳缴納纳繼继續续辦办動动發发廢废決决對对減减條条範范許许罰罚強强額额單单萬万採采購购訟讼經经維维糾纠審审號号體体問问題题進进統统時时間间門门戶户網网電电閱阅載载総总拠据関关処处収收転转穏稳権权巻卷査查挙举継继続续発发廃废効效対对増增単单経经戸户個个製制複复覆复係系';

const SIMPLIFIED: ReadonlyMap<string, string> = new Map(
  Array.from({ length: PAIRS.length / 2 }, (_, index) => [PAIRS[index * 2]!, PAIRS[index * 2 + 1]!] as const),
);
const TRADITIONAL = new RegExp(`[${[...SIMPLIFIED.keys()].join('')}]`, 'g');

// Words that Taiwan says otherwise; converters put them into mirrored pages.
const WORDS: readonly (readonly [string, string])[] = [
  ['資訊', '信息'],
  ['資料', '数据'],
  ['檔案', '文件'],
  ['專案', '项目'],
];

/** Every traditional form that is known here. */
export const TRADITIONAL_FORMS: ReadonlySet<string> = new Set([...SIMPLIFIED.keys(), ...'資訊料檔專案'.split('')]);

/** Whether a text contains a traditional form of a character of the form's labels. */
export const isTraditional = (text: string): boolean => text.search(TRADITIONAL) >= 0 || /[檔專資]/.test(text);

/**
 * A label in simplified characters (行政規範性檔案 → 行政规范性文件). Only the vocabulary of the form is converted, character for
 * character: for whole texts use a converter with a dictionary.
 */
export function simplifiedLabel(text: string): string {
  if (!isTraditional(text)) return text;
  const worded = WORDS.reduce((result, [foreign, word]) => result.replaceAll(foreign, word), text);
  return worded.replace(TRADITIONAL, character => SIMPLIFIED.get(character) ?? character);
}
