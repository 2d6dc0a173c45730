import { expect, test } from 'vitest';
import { NOTICE_KINDS } from './holiday-notice.ts';
import { readNotice } from './read-notice.ts';
import type { NoticeInput } from './read-notice.ts';
import { NOTICES_2019 } from './years/2019.ts';
import { NOTICES_2020 } from './years/2020.ts';
import { NOTICES_2025 } from './years/2025.ts';
import { NOTICES_2026 } from './years/2026.ts';

const input = (text: string, more: Partial<NoticeInput> = {}): NoticeInput => ({
  kind: 'yearly',
  year: null,
  title: '',
  number: null,
  issuedOn: null,
  text,
  ...more,
});

// Only what the notices settle; their other sentences are ours.
const OF_2026 = `国务院办公厅关于2026年部分节假日安排的通知
国办发明电〔2025〕7号
现将2026年元旦、春节、清明节、劳动节、端午节、中秋节和国庆节放假调休日期通知如下。
一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
三、清明节：4月4日（周六）至6日（周一）放假，共3天。
四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
五、端午节：6月19日（周五）至21日（周日）放假，共3天。
六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。
国务院办公厅
2025年11月4日`;
const OF_2025 = `国务院办公厅关于2025年部分节假日安排的通知
国办发明电〔2024〕12号
自2025年1月1日起，国庆节自10月1日起放假调休7天。
一、元旦：1月1日（周三）放假1天，不调休。
二、春节：1月28日（农历除夕、周二）至2月4日（农历正月初七、周二）放假调休，共8天。1月26日（周日）、2月8日（周六）上班。
三、清明节：4月4日（周五）至6日（周日）放假，共3天。
四、劳动节：5月1日（周四）至5日（周一）放假调休，共5天。4月27日（周日）上班。
五、端午节：5月31日（周六）至6月2日（周一）放假，共3天。
六、国庆节、中秋节：10月1日（周三）至8日（周三）放假调休，共8天。9月28日（周日）、10月11日（周六）上班。
2024年11月12日`;

test('the notices of the years are read as they are kept', () => {
  expect(readNotice(input(OF_2026))).toEqual({ ok: true, value: NOTICES_2026[0] });
  expect(readNotice(input(OF_2025))).toEqual({ ok: true, value: NOTICES_2025[0] });
});

test("December in the item on New Year's Day is that of the year before", () => {
  const read = readNotice(
    input('元旦：2018年12月30日至2019年1月1日放假调休，共3天。2018年12月29日（星期六）上班。', {
      kind: 'amendment',
      title: '通知',
      year: 2019,
    }),
  );
  expect(read).toMatchObject({
    ok: true,
    value: { holidays: [NOTICES_2019[0]!.holidays[0]], makeUpDays: [NOTICES_2019[0]!.makeUpDays[0]] },
  });
  const short = readNotice(
    input('元旦：12月31日（周六）至1月2日放假，共3天。', { kind: 'amendment', title: '通知', year: 2023 }),
  );
  expect(short).toMatchObject({ ok: true, value: { holidays: [{ from: '2022-12-31', to: '2023-01-02' }] } });
});

test('an extension and a day given back are read from one line', () => {
  const read = readNotice(
    input('春节：1月31日至2月2日放假。', {
      kind: 'emergency',
      year: 2020,
      title: NOTICES_2020[1]!.title,
      number: NOTICES_2020[1]!.number,
      issuedOn: '2020-01-26',
    }),
  );
  expect(read).toEqual({ ok: true, value: NOTICES_2020[1] });
  const back = readNotice(input('抗洪抢险：6月9日恢复正常上班。', { kind: 'emergency', year: 2027, title: '通知' }));
  expect(back).toMatchObject({ ok: true, value: { ordinaryDays: ['2027-06-09'], makeUpDays: [] } });
});

const REFUSED: readonly (readonly [string, Partial<NoticeInput>, RegExp])[] = [
  [OF_2026.replace('1月4日（周日）', '1月4日（周一）'), {}, /2026-01-04 写的是星期一，实际是星期日/],
  [OF_2026.replace('放假调休，共9天', '放假调休，共8天'), {}, /写的是共8天，日期却有9天/],
  [OF_2026.replace('1月4日（周日）上班', '1月5日上班'), {}, /不是周末/],
  [OF_2026.replace('4月4日（周六）至6日（周一）', '4月6日至4日'), {}, /先后颠倒/],
  [OF_2026.replace(/^五、.*$/m, ''), {}, /没有读到端午/],
  [OF_2026.replace('6月19日（周五）', '6月31日'), {}, /6月31日这一天不存在/],
  [OF_2026.replace('9月20日（周日）', '2月15日（周日）'), {}, /出现了两次/],
  ['春节：1月1日至3月1日放假。', { kind: 'local', year: 2026, title: '通知' }, /超过20天/],
  ['今年照旧。', { kind: 'local', year: 2026, title: '通知' }, /没有读到任何日期/],
  ['古尔邦节：5月27日放假。', { kind: 'local', year: 2026 }, /没有通知的标题/],
  ['古尔邦节：5月27日放假。', { kind: 'local', title: '通知' }, /看不出是哪一年/],
  ['古尔邦节：5月27日放假。', { kind: 'local', year: 2026, title: '通知', issuedOn: '2026-02-30' }, /通知的日期不对/],
  ['字'.repeat(20_001), {}, /20000字/],
];

test('what contradicts itself or lacks something is refused with the line and the reason', () => {
  for (const [text, more, message] of REFUSED)
    expect(readNotice(input(text, more))).toEqual({ ok: false, problem: expect.stringMatching(message) });
});

test('no text makes the reader fail otherwise than by refusing', () => {
  const pieces = [
    '元旦',
    '：',
    '1月',
    '31日',
    '（周三）',
    '至',
    '放假',
    '上班',
    '共3天',
    '。',
    '2026年',
    '99月',
    '、',
    '\n',
  ];
  for (let seed = 1; seed < 2000; seed += 1) {
    const text = Array.from(
      { length: seed % 17 },
      (_, index) => pieces[(seed * (index + 7) * 31 + index) % pieces.length]!,
    );
    for (const kind of NOTICE_KINDS)
      expect(() => readNotice(input(text.join(''), { kind, year: 2026, title: '通知' }))).not.toThrow();
  }
});
