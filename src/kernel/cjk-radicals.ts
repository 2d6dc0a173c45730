// U+2E80–2EF3 one by one: Unicode gives most of these no compatibility mapping, so NFKC leaves them.
const SUPPLEMENT =
  '⺁厂⺂乛⺃乚⺄乙⺅亻⺆冂⺇几⺈刀⺉刂⺊卜⺋㔾⺌小⺍小⺎兀⺏尣⺐尢⺑尣⺒巳⺓幺⺔彑⺕彐⺖忄⺗㣺⺘扌⺙攵⺛旡⺜日⺝月⺞歺⺟母⺠民⺡氵⺢氺⺣灬⺤爫⺥爫⺦丬⺧牛⺨犭' +
  '⺩王⺪疋⺫罒⺬示⺭礻⺮竹⺯糹⺰纟⺱罓⺲罒⺳网⺴网⺵网⺶羊⺷羊⺸羊⺹耂⺺肀⺻聿⺼肉⺽臼⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻇角⻈讠⻉贝⻊足⻋车⻌辶⻍辶⻎辶⻏阝⻐钅⻑長⻒镸⻓长⻔门⻕阜' +
  '⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞飠⻟飠⻠饣⻡首⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟';
// Kangxi radicals whose mapping by NFKC is the old form of a character that today's Chinese fonts draw in the new one.
const MODERN_FORMS = '⼾户⾭青⿈黄';

const IDEOGRAPH = new Map<string, string>();
for (const pairs of [SUPPLEMENT, MODERN_FORMS])
  for (let at = 0; at < pairs.length; at += 2) IDEOGRAPH.set(pairs[at]!, pairs[at + 1]!);

const RADICAL = /[\u2E80-\u2FD5]/;
const RADICALS = /[\u2E80-\u2FD5]/g;

/**
 * The text with radicals (⼈, ⺠) as the ideographs they look like (人, 民). Producers of PDF confuse the two, because a font
 * draws both with one glyph; nobody writes radicals in running text.
 */
export function foldRadicals(text: string): string {
  if (!RADICAL.test(text)) return text;
  return text.replaceAll(RADICALS, radical => IDEOGRAPH.get(radical) ?? radical.normalize('NFKC'));
}
