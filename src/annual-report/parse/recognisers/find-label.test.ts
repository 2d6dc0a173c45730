import { expect, test } from 'vitest';
import { FORM_LABELS } from './form-label.ts';
import { beginsWithLabel, findExactLabel, findLikelyLabel, isCaptionFragment, mayBeLabel } from './find-label.ts';

const rowThree = (row: string) => ({ kind: 'row-three', row });

test.each([
  ['（七）总计', rowThree('settled')],
  ['(七) 总计', rowThree('settled')],
  ['3.其他', rowThree('closed.other')],
  ['3、其它', rowThree('closed.other')],
  ['1．属于国家秘密', rowThree('withheld.state-secret')],
  ['（1）属于国家秘密', rowThree('withheld.state-secret')],
  ['①属于国家秘密', rowThree('withheld.state-secret')],
  ['属于国家秘密', rowThree('withheld.state-secret')],
  ['3.危及"三安全一稳定"', rowThree('withheld.security-and-stability')],
  ['四、结转下年度继续办理', rowThree('carried-out')],
  ['第二十条第（一）项', { kind: 'block', item: '一' }],
  ['第二十条(一)项', { kind: 'block', item: '一' }],
  ['第二十条 第（5）项', { kind: 'block', item: '五' }],
  ['本年增\\减', { kind: 'column-two', column: 'change' }],
  ['⾏政许可', { kind: 'row-two', row: 'license' }],
  ['商业\n企业', { kind: 'column-three', column: 'enterprise' }],
] as const)('%s is known in its own words', (text, meaning) => {
  expect(findExactLabel(text)?.meaning).toMatchObject(meaning);
});

test.each([
  ['2.其他法律行政止公开', rowThree('withheld.forbidden-by-law')],
  ['1.逾期不补正', rowThree('closed.clarification-lapsed')],
  ['2.逾期不缴费', rowThree('closed.fee-unpaid')],
  ['（二）部分公开', rowThree('partly-granted')],
  ['5.要求行政机关确认或重 新出具已获取信息', rowThree('declined.reissue')],
  ['规章(设区的市、自治州人民政府应提供相关数据)', { kind: 'row-two', row: 'regulatoryRule' }],
  ['规范性文件（行政机关制定发布的决定、公告。）', { kind: 'row-two', row: 'normativeDocument' }],
  ['其他对外管理服务事项(指行政许可以外的事项)', { kind: 'row-two', row: 'otherService' }],
  ['行政規範性檔案', { kind: 'row-two', row: 'normativeDocument' }],
  ['科研企业', { kind: 'column-three', column: 'researchInstitute' }],
  ['社会公益', { kind: 'column-three', column: 'publicInterestBody' }],
  ['采购总金额(单位:万元 保留4位小数', { kind: 'column-two', column: 'amount' }],
  ['上一年项目数量 2019年', { kind: 'column-two', column: 'itemsLastYear' }],
] as const)('%s is recognised by likeness', (text, meaning) => {
  expect(findLikelyLabel(text)?.meaning).toMatchObject(meaning);
});

test.each([
  '其他主动公开文件',
  '行政确认',
  '行政检查',
  '法律援助机构情况',
  '首页',
  '属于',
  '申请人',
  '2023年',
  '其他主动公开的政府信息',
])('%s is no label of a row', text => {
  expect(findLikelyLabel(text)?.meaning.kind ?? 'none').not.toMatch(/^row/);
});

test('every label of the form is found as itself, and passes the quick look', () => {
  expect(FORM_LABELS.length).toBeGreaterThan(70);
  for (const { label, meaning, isAlias } of FORM_LABELS) {
    if (isAlias) continue;
    expect(mayBeLabel(label), label).toBe(true);
    expect(findExactLabel(label)?.meaning, label).toEqual(meaning);
  }
});

test('a label cut short that could be two rows is neither', () => {
  expect(findLikelyLabel('申请人')).toBeUndefined();
});

test('words behind a label are an explanation only where the text is one cell', () => {
  expect(findLikelyLabel('（五）不予处理1.信访举投诉类申请', false)).toBeUndefined();
});

test('pieces of captions and explained labels are told from prose', () => {
  expect(isCaptionFragment('度办理结')).toBe(true);
  expect(isCaptionFragment('晴川湖')).toBe(false);
  expect(beginsWithLabel('规章（由有制定权的机关填报。没有的填0。）')).toBe(true);
  expect(beginsWithLabel('规章制定情况如下。')).toBe(false);
});
