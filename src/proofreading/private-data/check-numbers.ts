import type { Citation } from '../../law/citation.ts';
import type { Level } from '../finding.ts';
import type { Remark } from '../remark.ts';
import { isBankCard } from './bank-card.ts';
import { isCreditCode } from './credit-code.ts';
import { writtenNumbers, type WrittenNumber } from './digit-runs.ts';
import { identityNumber, isFirstGenerationNumber } from './identity-number.ts';
import { masked } from './masks.ts';
import { announcesCode, lineBefore, ownerOf } from './surroundings.ts';

/** 个人信息保护法第二十八条：身份、金融账户等敏感个人信息; 第四条：其他个人信息. */
const SENSITIVE: Citation = { source: 'personal-information', article: 28 };
const PERSONAL: Citation = { source: 'personal-information', article: 4 };

type Verdict = {
  readonly level: Level;
  readonly name: string;
  readonly masked: string;
  readonly basis: Citation;
  readonly hint?: string;
};

const MOBILE = /^1[3-9]\d{9}$/u;
const LANDLINE = /^0(?:10|2\d|[3-9]\d{2})\d{7,8}$/u;
const IDENTITY_LABEL = /身份证|身份号|证件号|公民身份|身份信息/u;
const BANK_LABEL = /银行|卡号|账号|帐号|账户|帐户|开户|打卡|存折|一卡通/u;
const PUBLIC_ACCOUNT = /对公|收款单位|户名：[^，。；\n]{0,20}(?:局|中心|财政|政府|公司)|财政专户|缴款|缴费账户/u;
const QUANTITY = /^\s?(?:元|万|亿|吨|千|米|公里|平方|立方|个|件|条|人|次|户|千瓦|度|%|％)/u;

/** Citizens' numbers, bank cards, mobile and private landline numbers. `officialNumbers` are digits only. */
export function checkNumbers(text: string, officialNumbers: ReadonlySet<string>): readonly Remark[] {
  const remarks: Remark[] = [];
  let reported = 0;
  for (const number of writtenNumbers(text)) {
    if (number.start < reported || officialNumbers.has(number.digits)) continue;
    const verdict = verdictOn(text, number);
    if (verdict === null) continue;
    reported = number.end;
    remarks.push({
      level: verdict.level,
      span: { start: number.start, end: number.end },
      quote: verdict.masked,
      message: `疑似公开了${verdict.name}${verdict.hint === undefined ? '' : `（${verdict.hint}）`}，请核对是否有公开依据，没有的应当隐去或者删除。`,
      suggestion: `改为“${verdict.masked}”`,
      basis: verdict.basis,
    });
  }
  return remarks;
}

function verdictOn(text: string, number: WrittenNumber): Verdict | null {
  const { start, end } = number;
  const before = lineBefore(text, start);
  return (
    identity(number, before) ??
    bankCard(number, before, text.slice(end, end + 4)) ??
    telephone(number, before, text.slice(end, end + 4))
  );
}

const isWhole = ({ groups }: WrittenNumber): boolean => groups.length === 1;

function identity(number: WrittenNumber, before: string): Verdict | null {
  const { digits } = number;
  const labelled = IDENTITY_LABEL.test(before);
  const verdict = (level: Level, hint?: string): Verdict => ({
    level,
    name: '公民身份号码',
    masked: masked(digits, 2, 3),
    basis: SENSITIVE,
    ...(hint === undefined ? {} : { hint }),
  });
  if (digits.length === 18) {
    const standing = identityNumber(digits);
    if (standing === null || (isCreditCode(digits) && announcesCode(before))) return null;
    if (standing === 'valid') return verdict('error');
    return labelled ? verdict('warning', '校验码不符，可能录入有误') : null;
  }
  if (digits.length === 15 && isWhole(number) && labelled && isFirstGenerationNumber(digits))
    return verdict('warning', '15位旧号');
  return null;
}

function bankCard(number: WrittenNumber, before: string, after: string): Verdict | null {
  const { digits, groups } = number;
  const inFours = groups.slice(0, -1).every(size => size === 4) && groups.at(-1)! <= 4;
  if (!(isWhole(number) || inFours) || !isBankCard(digits) || announcesCode(before) || QUANTITY.test(after))
    return null;
  if (PUBLIC_ACCOUNT.test(before)) return null;
  return {
    level: BANK_LABEL.test(before) ? 'error' : 'warning',
    name: '银行卡号',
    masked: masked(digits, 0, 4),
    basis: SENSITIVE,
  };
}

const MOBILE_GROUPS: ReadonlySet<string> = new Set([
  '11',
  '3 4 4',
  '3 8',
  '7 4',
  '3 3 5',
  '2 11',
  '2 3 4 4',
  '2 3 8',
  '13',
]);

function telephone(number: WrittenNumber, before: string, after: string): Verdict | null {
  const { groups } = number;
  const digits = number.digits.replace(/^86(?=1\d{10}$)/u, '');
  const owner = ownerOf(before);
  if (MOBILE.test(digits)) {
    const prefixed = number.digits.length === 13;
    const standard = MOBILE_GROUPS.has(groups.join(' ')) && (isWhole(number) || !number.isPart || prefixed);
    if (!standard || announcesCode(before) || QUANTITY.test(after)) return null;
    if (prefixed && !/[+＋]$/u.test(before)) return null;
    return owner === 'office'
      ? {
          level: 'notice',
          name: '手机号码',
          masked: masked(digits, 3, 4),
          basis: PERSONAL,
          hint: '用作联系方式的，应当是经批准公开的办公号码',
        }
      : { level: 'warning', name: '手机号码', masked: masked(digits, 3, 4), basis: PERSONAL };
  }
  const grouped = groups.length === 2 && groups[0]! <= 4 && !number.isPart;
  if (owner === 'person' && (grouped || isWhole(number)) && LANDLINE.test(digits) && !QUANTITY.test(after))
    return { level: 'warning', name: '个人固定电话', masked: masked(digits, digits.length - 4, 0), basis: PERSONAL };
  return null;
}
