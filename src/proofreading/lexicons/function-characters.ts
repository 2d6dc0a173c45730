/** Characters that are often a word of their own in official prose; alone they say nothing about a missing neighbour. Source: our own list. */
export const FUNCTION_CHARACTERS: ReadonlySet<string> = new Set(
  '的地得了着过和与及或并且而但也都均已未不无没有是为在于对向从由自至到把将被使让以因按据经就即则各每本该此其这那某等之所者上下中内外前后里间再还又更最很较已能可应须要需会人大小多少新老一二三四五六七八九十百千万两个第约近超共含指如若凡起止属系用做当给同跟比省市县区乡镇村州附贵你您我他她另报仍进受水粮时',
);

/** Characters that make a longer word when they follow one (网格化, 所得税, 开发区). Source: our own list. */
export const SUFFIX_CHARACTERS: ReadonlySet<string> = new Set(
  '类化性者员制权区型式法税网费金款证书表单册卡站点线路桥车船水电气热业界户众师生队组科室局处厅部委院所校厂场店馆库房楼层体率度量值额数力物品料材器机具件版稿案卷站台栏库群带圈街道巷厅园林田山河湖海港湾岛社屯庄寨营旗',
);

/** Endings that a name is rightly written without (住房和城乡建设、自然资源等部门). Source: our own list. */
export const DETACHABLE_ENDINGS: ReadonlySet<string> = new Set('局部委厅办院署会省市区县镇乡法费书');

/** Levels of government, which may stand before a word that begins with the same character (市市场监管部门). */
export const GOVERNMENT_LEVELS: ReadonlySet<string> = new Set('省市县区乡镇村');

/** Units, which stand alone only after a numeral (三年, 5件). */
export const UNIT_CHARACTERS: ReadonlySet<string> = new Set('名件条次年月日分元号个位项户家台辆亩吨米份宗起批篇则');
/** What a unit may follow. */
export const NUMERALS: ReadonlySet<string> = new Set(
  '〇一二三四五六七八九十百千万亿两几数多半每各该本当同全上下前后去今明0123456789０１２３４５６７８９',
);

/** Characters that tell one institution from another of the same name (市场监管局, 市场监管总局): without them the name is another, not a damaged one. */
export const OPTIONAL_CHARACTERS: ReadonlySet<string> = new Set('总分支副大小');
