import type { Citation } from '../../law/citation.ts';
import type { Remark } from '../remark.ts';
import { lineBefore, ownerOf } from './surroundings.ts';

const BASIS: Citation = { source: 'personal-information', article: 4 };
const COUNT = '[\\d０-９一二三四五六七八九十]{1,5}';

/** 家庭住址：… with the words of an address behind it. */
const LABELLED =
  /(?:家庭住址|家庭地址|现住址|常住地址|经常居住地|现居住地|居住地址|户籍地址|户籍所在地|户籍地|身份证住址|住址|家住|现住|居住于|居住在|暂住)[：:为是在于\s]{0,3}([\p{Script=Han}\d０-９\-－#（）()]{4,50})/gu;
/** What makes an address finer than a street: a house, a group, a staircase, a room. */
const FINE = new RegExp(`${COUNT}(?:号|组|社|栋|幢|单元|室|户|排|楼)`, 'u');
/** 3号楼2单元501室; 红光村3组12号. */
const ROOM = new RegExp(`${COUNT}(?:号楼|栋|幢|#楼|楼)${COUNT}单元${COUNT}(?:室|号)?`, 'gu');
const VILLAGE_HOUSE = new RegExp(`(?:村|屯|庄)第?${COUNT}(?:组|队|社)第?${COUNT}号`, 'gu');
const TOWN = /^.{0,30}?(?:镇|乡|街道)(?!政府|道)/u;

/** Home addresses finer than town or street; an office's own address is none. */
export function checkAddresses(text: string): readonly Remark[] {
  const labelled = [...text.matchAll(LABELLED)]
    .filter(match => FINE.test(match[1]!))
    .map(match => ({ start: match.index + match[0].length - match[1]!.length, address: match[1]! }));
  const unlabelled = [...text.matchAll(ROOM), ...text.matchAll(VILLAGE_HOUSE)]
    .filter(match => ownerOf(lineBefore(text, match.index)) !== 'office')
    .map(match => ({ start: match.index, address: match[0] }))
    .filter(({ start }) => !labelled.some(one => start >= one.start && start < one.start + one.address.length));
  return [...labelled, ...unlabelled].map(({ start, address }): Remark => {
    const kept = TOWN.exec(address)?.[0] ?? '';
    const masked = `${kept}***`;
    return {
      level: 'warning',
      span: { start, end: start + address.length },
      quote: masked,
      message: '疑似公开了个人住址的门牌，请核对是否有公开依据，没有的只保留到乡镇、街道一级。',
      suggestion: kept === '' ? '只保留到乡镇、街道一级' : `改为“${kept}”`,
      basis: BASIS,
    };
  });
}
