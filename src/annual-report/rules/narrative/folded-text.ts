// Each character before the one it is read as.
const PAIRS = [
  '０0１1２2３3４4５5６6７7８8９9％%．.＋+＝=－-～~',
  '請请開开訴诉訟讼復复議议維维結结轉转辦办條条規规處处罰罚強强許许銷销決决無无沒没關关於于機机構构組组織织業业',
  '個个項项審审屬属國国發发佈布網网眾众號号過过給给與与應应對对駁驳變变確确認认違违責责實实際际當当時时間间該该',
  '為为爲为產产減减費费額额萬万億亿兩两團团區区縣县鎮镇鄉乡單单較较長长總总計计統统執执複复書书檔档掌掌報报舉举',
  '終终補补繳缴徵征詢询據据訊讯衆众權权證证購购採采',
].join('');

const FOLDED: ReadonlyMap<string, string> = new Map(
  Array.from({ length: PAIRS.length / 2 }, (_, index) => [PAIRS[index * 2]!, PAIRS[index * 2 + 1]!] as const),
);
const FOLDABLE = new RegExp(`[${[...FOLDED.keys()].join('')}]`, 'g');

/**
 * The text with full-width digits and signs and the traditional forms of the words that a report counts with replaced one
 * character for one, so that a place in it is the same place in the original.
 */
export function foldedText(text: string): string {
  return text.replace(FOLDABLE, character => FOLDED.get(character) ?? character);
}
