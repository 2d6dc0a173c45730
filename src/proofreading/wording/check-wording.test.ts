import { expect, test } from 'vitest';
import { checkText } from '../check-text.ts';

/** The quotes of the wording findings in a text. */
const quotes = (text: string): readonly string[] =>
  checkText(text)
    .filter(({ audit }) => audit === 'wording')
    .map(({ quote }) => quote);

test.each([
  ['2023年，我办共接收政府信息公开申3件，均已办结。', '政府信息公开申3件', '改为“政府信息公开申请3件”'],
  ['我办政务公开工作还存一些不足。', '还存一些不足', '改为“还存在一些不足”'],
  ['一是全面落市政务公开办工作部署。', '全面落市政务', '改为“全面落实市政务”或“全面落实政务”'],
  ['依照《中华人民共合国宪法》。', '中华人民共合国宪法', '改为“中华人民共和国宪法”'],
  ['依据政府信信息公开条例。', '政府信信息公开条例', '改为“政府信息公开条例”'],
  ['国务员办公厅印发通知。', '国务员办公厅', '改为“国务院办公厅”'],
  ['推进扫黑险恶专项斗争。', '扫黑险恶', '改为“扫黑除恶”'],
  ['成立工作领导小姐。', '领导小姐', '改为“领导小组”'],
  ['依照国办公开函〔2021〕30号的要求。', '国办公开函', '改为“国办公开办函”'],
])('a damaged term is found: %s', (text, quote, suggestion) => {
  const findings = checkText(text).filter(finding => finding.quote === quote);
  expect(findings.map(finding => finding.suggestion)).toContain(suggestion);
});

test.each([
  '要增加领导职数，加强引导和监督。',
  '申请人可以申请行政复议，也可以提起行政诉讼。',
  '由自然资源、住房和城乡建设、市场监督管理等部门负责。',
  '依照《中华人民共和国刑事诉讼法》和《中华人民共和国会计法》办理。',
  '中华人民共和国国务院令第711号。',
  '区人民代表大会会议通过。',
  '饮用水水源保护区内禁止建设。',
  '本市市场监管部门会同市有关部门处理。',
  '目的的确立，但是是否可行，为了了解情况。',
  '工作人员按排名先后发言，支付主任办公经费。',
  '来自已经公布的名单，股份内部转让，年月份外的收入。',
  '由教育部、外交部会同有关部门负责，国办函〔2021〕5号已经印发。',
  '稳预期、强监督、优服务、补短板、促落实。',
  '2022年新收政府信息公开申请数量为零，各件按规办理。',
  '北岭街道办事处坚持公开为常态、不公开为例外，统筹好公开和保密，政务公开质效提高。',
  '由住房城乡建设部、水利部按职责分工负责。',
])('ordinary wording raises no alarm: %s', text => {
  expect(quotes(text)).toEqual([]);
});

test.each([
  ['截止目前，已办结3件。', '截止目前'],
  ['其它事项按规定办理。', '其它'],
  ['统一布署，抓好落实。', '布署'],
  ['的的确确没有问题，这是我们的的工作。', '的的'],
  ['要进一步进一步加强管理。', '进一步进一步'],
  ['会议要求，切实加强组织领导，切实加强组织领导，确保完成。', '切实加强组织领导，切实加强组织领导'],
  ['由区工商局负责登记。', '工商局'],
  ['全年共发布信息，，及时更新。', '，，'],
  ['公布近200余条信息。', '近200余'],
  ['文号为晴政办发[2021]5号。', '[2021]5号'],
  ['文号为晴政办发〔2021〕第5号。', '〔2021〕第5号'],
  ['截至2023年2月29日。', '2023年2月29日'],
  ['统计至202012月31日。', '202012月31日'],
  ['内部资料，请勿外传\n正文。', '内部资料'],
  ['秘密★1年\n正文。', '秘密★1年'],
  ['一、总则\n二、范围\n四、附则', '四、'],
  ['一是加强领导；二是加强培训；四是加强考核。', '四是'],
  ['引用《条例的规定。', '《条例的规定。'],
])('%s', (text, quote) => {
  expect(quotes(text)).toContain(quote);
});

test('styles that run through a text are remarked once', () => {
  const text = '截至2023 年 12 月，(一)公开3件，(二)公开5件,办结5件,均已归档。';
  const messages = checkText(text).map(({ message }) => message);
  expect(messages.filter(message => message.includes('半角括号'))).toHaveLength(1);
  expect(messages.filter(message => message.includes('半角标点'))).toHaveLength(1);
  expect(messages.filter(message => message.includes('有的空格'))).toHaveLength(1);
});

test('an old name is right for an old year, after 原, and in a title', () => {
  expect(quotes('2016年，由区工商局负责登记。')).toEqual([]);
  expect(quotes('2016年由区工商局负责，2022年起另有规定。')).toEqual(['工商局']);
  expect(checkText('由区工商局负责。', { year: 2016 })).toEqual([]);
  expect(quotes('由原区工商局负责，原工商局已经撤销。')).not.toContain('原工商局');
  expect(quotes('依照《工商行政管理局工作规则》办理。')).toEqual([]);
});

test('a broken paragraph is remarked, a text wrapped by its program is not', () => {
  const broken = '一是全面落实工作部署，强化工作责任，明确时间节点，细\n\n化工作举措，全面做好各项工作。';
  expect(checkText(broken).map(({ message }) => message)).toEqual(['段落在句中断开，疑为误加的换行。']);
  const line = '各单位要把这项工作摆上日程，主要领导亲自过问，分管领导具体负责，经办人员按时';
  expect(
    checkText(`${line}\n${line}\n${line}\n${line}\n完成，不得拖延。`).some(({ message }) =>
      message.includes('句中断开'),
    ),
  ).toBe(false);
});

test('ordinals begin again after a list, and the rows of the report form are no headings', () => {
  expect(quotes('一、总则\n（一）范围\n（二）原则\n二、职责\n（一）机构\n（二）人员')).toEqual([]);
  expect(
    quotes(
      '三、收到和处理政府信息公开申请情况\n一、本年新收政府信息公开申请数量\n四、结转下年度继续办理\n四、政府信息公开行政复议、行政诉讼情况',
    ),
  ).toEqual([]);
});

test('a text in traditional characters gets one remark, a slip in a simplified text is a damaged term', () => {
  const traditional = '根據規定編制本年度報告，報告由總體情況、主動公開政府信息情況等六部分組成。';
  expect(checkText(traditional).map(({ message }) => message)).toEqual([expect.stringContaining('全文使用繁体字')]);
  expect(quotes('本年度报告依据《政府信息公开條例》编制，反映本机关的工作情况和存在的问题。')).toEqual([
    '政府信息公开條例',
  ]);
});
