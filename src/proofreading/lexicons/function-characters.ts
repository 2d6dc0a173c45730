/** Characters that are often a word of their own in official prose; alone they say nothing about a missing neighbour. Source: our own list. */
export const FUNCTION_CHARACTERS: ReadonlySet<string> = new Set(
  '的地得了着过和与及或并且而但也都均已未不无没有是为在于对向从由自至到把将被使让以因按据经就即则各每本该此其这那某等之所者上下中内外前后里间再还又更最很较已能可应须要需会人大小多少新老一二三四五六七八九十百千万两个名件条次年月日时分元号第约近超共含指如若凡起止属系用做当给同跟比省市县区乡镇村州附贵你您我他她另报仍进受',
);

/** Characters that make a longer word when they follow one (网格化, 所得税, 开发区). Source: our own list. */
export const SUFFIX_CHARACTERS: ReadonlySet<string> = new Set(
  '化性者员制权区型式法税网费金款证书表单册卡站点线路桥车船水电气热业界户众师生队组科室局处厅部委院所校厂场店馆库房楼层体率度量值额数力物品料材器机具件版稿案卷站台栏库群带圈街道巷厅园林田山河湖海港湾岛社屯庄寨营旗',
);
