import { expect, test } from 'vitest';
import { checkText } from '../check-text.ts';
import { isBankCard } from './bank-card.ts';
import { isCreditCode } from './credit-code.ts';
import { identityNumber } from './identity-number.ts';

/** Invented: nobody was born on 1 January 1901 in a region that does not exist. */
const IDENTITY = withCheckDigit('23000019010101001');
const OTHER_IDENTITY = `${IDENTITY.slice(0, 17)}${IDENTITY.endsWith('1') ? '2' : '1'}`;
const CARD = '6200000000000000000';

function withCheckDigit(body: string): string {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  return body + '10X98765432'[weights.reduce((sum, weight, at) => sum + weight * Number(body[at]), 0) % 11]!;
}

const privateData = (text: string, officialNumbers: readonly string[] = []) =>
  checkText(text, { officialNumbers }).filter(({ audit }) => audit === 'private-data');

test('check digits', () => {
  expect(identityNumber(IDENTITY)).toBe('valid');
  expect(identityNumber(OTHER_IDENTITY)).toBe('look');
  expect(identityNumber('990000190101010017')).toBeNull();
  expect(identityNumber('230000190113010017')).toBeNull();
  expect(isBankCard(CARD)).toBe(true);
  expect(isBankCard('6200000000000000001')).toBe(false);
  expect(isCreditCode('91350100M000100Y43')).toBe(true);
  expect(isCreditCode('91350100M000100Y44')).toBe(false);
});

test.each([
  [`申请人甲，身份证号${IDENTITY}。`, 'error'],
  [`名单：甲 ${IDENTITY} 已发放`, 'error'],
  [`身份证：${IDENTITY.slice(0, 6)} ${IDENTITY.slice(6, 14)} ${IDENTITY.slice(14)}`, 'error'],
  [`身份证：${IDENTITY.slice(0, 6)}-${IDENTITY.slice(6, 14)}-${IDENTITY.slice(14)}`, 'error'],
  [`身份证：${IDENTITY.replaceAll(/\d/gu, digit => String.fromCharCode(0xff10 + Number(digit)))}`, 'error'],
  [`身份证：${IDENTITY.split('').join(' ')}`, 'error'],
  [`身份证号${OTHER_IDENTITY}`, 'warning'],
  ['身份证号231299010101001', 'warning'],
  ['患者甲，电话13800000000', 'warning'],
  ['患者甲，电话138-0000-0000', 'warning'],
  ['患者甲，电话138 0000 0000', 'warning'],
  ['电话：１３８００００００００，户主甲', 'notice'],
  ['联系电话：13800000000', 'notice'],
  ['家庭电话：0999-8600001', 'warning'],
  [`银行卡号：${CARD}`, 'error'],
  [
    `打卡金额500元 ${CARD.slice(0, 4)} ${CARD.slice(4, 8)} ${CARD.slice(8, 12)} ${CARD.slice(12, 16)} ${CARD.slice(16)}`,
    'error',
  ],
  ['家庭住址：晴川区北山镇上河村3组12号', 'warning'],
  ['甲 女 上河村三组12号 低保', 'warning'],
  ['甲住在幸福小区3号楼2单元501室', 'warning'],
  ['患者邮箱abc123@example.com', 'warning'],
  ['护照号码：E00000001', 'warning'],
  ['军官证号：军字第0000001号', 'warning'],
  ['社会保障号：2300001234', 'warning'],
  ['微信号：abc_12345', 'warning'],
  ['QQ：123456789', 'warning'],
  ['甲，女，1901年1月1日出生', 'warning'],
  ['出生日期：1901-01-01', 'warning'],
  ['车主甲，车牌号黑A·12345', 'warning'],
  ['姓名\t病种\t补助金额\n甲\t乙\t100', 'notice'],
])('%s is a %s', (text, level) => {
  expect(privateData(text).map(finding => finding.level)).toContain(level);
});

test.each([
  '联系地址：示范市晴川区望湖路18号；邮编：990101；电话：0999-8620011。',
  '统一社会信用代码：91350100M000100Y43',
  '申请人可以拨打0999-8620011咨询，传真0999-8620012。',
  '索引号：000014348/2023-00123，发文字号：晴政办发〔2023〕5号',
  '项目代码：2305-230717-04-01-123456',
  '罚款13800000000元',
  '邮箱：office@qingchuan.gov.cn',
  '微信公众号：qingchuan_fabu',
  '2016年9月1日至2017年8月31日出生的适龄儿童均可报名。',
  '身份证号23***********001，电话138****0000',
  '规章\t0\t0\t0\n行政规范性文件 4 2 19 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0',
  '1 3 8 0 0 0 0 0 0 0 0',
  '办公地址在晴川区行政中心3号楼2单元501室',
  '受理条件：京津冀地区居民均可申请。',
])('%s is public', text => {
  expect(privateData(text)).toEqual([]);
});

test('a finding never repeats the secret', () => {
  const text = `身份证号${IDENTITY}，电话13800000000，卡号${CARD}，家庭住址：晴川区北山镇上河村3组12号，邮箱abc123@example.com`;
  const findings = privateData(text);
  expect(findings).toHaveLength(5);
  for (const { span, ...said } of findings) {
    const secret = text.slice(span!.start, span!.end);
    expect(JSON.stringify(said)).not.toContain(secret);
  }
  expect(findings[0]!.quote).toBe(`23${'*'.repeat(13)}${IDENTITY.slice(15)}`);
  expect(findings[3]!.suggestion).toBe('改为“晴川区北山镇”');
});

test('approved numbers are not reported, however they are spelled', () => {
  expect(privateData('患者甲，电话13800000000', ['138-0000-0000'])).toEqual([]);
});
