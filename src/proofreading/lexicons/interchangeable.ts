import { wordsOf } from '../lexicon.ts';

/** Characters that stand for one another by right (市人民政府, 县人民政府): a term with one in place of the other is another term, not a damaged one. Source: our own list. */
const GROUPS = wordsOf(`
  省市县区乡镇村州盟旗国局厅部委办所站队处科室院会中心司署社庭组团 一二三四五六七八九十百千万两双多几半零〇 年月日季周天时期 上下前后左右内外中里 东西南北 本该我贵此其各某每全 件条项款章节则部分篇个份次起宗
  的地得之 和与及或同、 不未无没有非 可应须必能会要将需 省部厅 男女 大小高低多少新旧老早晚 书表单函册卡簿 法规章例令 员者人们家 增减加降 是为系属 由被经受 已正在 于在到至 费金款 类型种项 率数量额 甲乙丙丁 原现 让使令
  促推 予给 作做 定订 较比 更最很较极 都均皆 仍还尚 且而并 但却 等之 线网 农林牧渔 学校 案件 党政 官兵民 文稿件 公私 主次 总分 长短 首末 收发 送达 进出入 买卖 供需 拟须
`);

const RIVALS: ReadonlyMap<string, ReadonlySet<string>> = (() => {
  const rivals = new Map<string, Set<string>>();
  for (const group of GROUPS)
    for (const character of group.split(''))
      rivals.set(character, new Set([...(rivals.get(character) ?? []), ...group.split('')]));
  return rivals;
})();

/** Whether both characters stand in one group, so that either may be meant. */
export const areInterchangeable = (one: string, other: string): boolean => RIVALS.get(one)?.has(other) ?? false;
