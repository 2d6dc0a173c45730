import type { Citation } from '../../law/citation.ts';
import type { Level } from '../finding.ts';
import type { Remark } from '../remark.ts';
import { masked } from './masks.ts';
import { lineBefore, ownerOf } from './surroundings.ts';

const SENSITIVE: Citation = { source: 'personal-information', article: 28 };
const PERSONAL: Citation = { source: 'personal-information', article: 4 };

/** A kind of data told by the words around it; the first group of the pattern is the secret. */
type LabelledData = {
  readonly name: string;
  readonly level: Level;
  readonly pattern: RegExp;
  readonly basis: Citation;
  readonly mask: (secret: string) => string;
  /** Whether what stands before makes it something else. */
  readonly isOther?: (before: string) => boolean;
};

const hideMiddle = (secret: string): string => masked(secret, 2, 2);

const KINDS: readonly LabelledData[] = [
  {
    name: '护照号码',
    level: 'warning',
    pattern: /护照(?:号码?|编号)?[：:为是\s]{0,3}([A-Z]{1,2}\d{7,8})(?![A-Za-z\d])/gu,
    basis: SENSITIVE,
    mask: hideMiddle,
  },
  {
    name: '军官证、警官证号码',
    level: 'warning',
    pattern:
      /(?:军官证|士兵证|文职干部证|警官证|军人证)(?:号码?)?[：:为是\s]{0,3}([\p{Script=Han}]{0,3}字?第?\d{6,10})号?/gu,
    basis: SENSITIVE,
    mask: hideMiddle,
  },
  {
    name: '社会保障、医疗保险号码',
    level: 'warning',
    pattern:
      /(?:社保(?:卡|编)?号码?|社会保障(?:卡)?号码?|医保(?:卡|编)?号码?|医疗保险(?:卡|证)?号码?|农合证号)[：:为是\s]{0,3}([A-Z\d]{8,20})(?![A-Za-z\d])/gu,
    basis: SENSITIVE,
    mask: hideMiddle,
  },
  {
    name: '微信号',
    level: 'warning',
    pattern: /微信(?:号码?|账号|帐号)?[：:为是\s]{1,3}([A-Za-z][A-Za-z\d_-]{5,19})(?![A-Za-z\d])/gu,
    basis: PERSONAL,
    mask: hideMiddle,
    isOther: before => before.endsWith('公众'),
  },
  {
    name: 'QQ号',
    level: 'warning',
    pattern: /QQ(?:号码?)?[：:为是\s]{0,3}(\d{5,11})(?!\d)/giu,
    basis: PERSONAL,
    mask: hideMiddle,
    isOther: before => ownerOf(before) === 'office',
  },
  {
    name: '出生日期',
    level: 'warning',
    pattern:
      /(?:出生(?:日期|年月日|年月|时间)?|生于|生日)[：:为是于\s]{0,3}((?:19|20)\d{2}[年.\-/]\d{1,2}[月.\-/]\d{1,2})(?!\d)/gu,
    basis: PERSONAL,
    mask: secret => secret.replace(/\d(?=.*$)/gu, '*'),
  },
  {
    name: '出生日期',
    level: 'warning',
    pattern:
      /[男女][，、,]\s?(?:\p{Script=Han}{1,6}[，、,]\s?)?((?:19|20)\d{2}年\d{1,2}月\d{1,2}日)(?:出生|生[，。；])/gu,
    basis: PERSONAL,
    mask: secret => secret.replace(/\d/gu, '*'),
  },
  {
    name: '机动车号牌',
    level: 'warning',
    pattern:
      /([京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-HJ-NP-Z][·•・\s]?(?=[A-HJ-NP-Z\d]{0,5}\d)[A-HJ-NP-Z\d]{4}[A-HJ-NP-Z\d挂学警港澳][A-HJ-NP-Z\d]?)(?![A-Za-z\d])/gu,
    basis: PERSONAL,
    mask: secret => masked(secret, 2, 1),
    isOther: before => /公务用车|公车|拍卖|报废|执法车|救护车|消防车|文号|备案|ICP/u.test(before),
  },
];

/** Data that a label or a fixed shape gives away: passports, service cards, social insurance, WeChat, QQ, birthdays, number plates. */
export function checkLabelledData(text: string): readonly Remark[] {
  return KINDS.flatMap(({ name, level, pattern, basis, mask, isOther }) =>
    [...text.matchAll(pattern)].flatMap((match): Remark[] => {
      const secret = match[1]!;
      const start = match.index + match[0].indexOf(secret);
      if (isOther?.(lineBefore(text, match.index)) === true) return [];
      return [
        {
          level,
          span: { start, end: start + secret.length },
          quote: mask(secret),
          message: `疑似公开了${name}，请核对是否有公开依据，没有的应当隐去或者删除。`,
          suggestion: `改为“${mask(secret)}”`,
          basis,
        },
      ];
    }),
  );
}
