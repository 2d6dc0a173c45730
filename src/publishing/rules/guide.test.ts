import { expect, test } from 'vitest';
import { gapsOf } from './guide.ts';
import type { Guide } from './guide.ts';

const COMPLETE: Guide = {
  classification: '按事项分类',
  arrangement: '按索引号编排',
  access: '在门户网站查阅',
  proactive: { scope: '条例规定的范围', channels: '门户网站', period: '20个工作日' },
  onApplication: {
    channels: [
      { way: 'in-person', how: '到办公地点' },
      { way: 'post', how: '寄到办公地点' },
    ],
    acceptedBy: '政务公开科',
    period: '20个工作日',
    fees: '不收费',
  },
  office: {
    name: '政务公开科',
    address: '望江路1号',
    hours: '工作日',
    telephone: '0990-0000101',
    fax: '无',
    online: '门户网站',
    postcode: '990101',
  },
  oversight: { body: '区政府办公室', telephone: '0990-0000101', address: '望江路1号' },
};

test('a guide says everything that Art. 12 demands; what there is not is said as 无, never left out', () => {
  expect(gapsOf(COMPLETE)).toEqual([]);
  for (const field of ['name', 'address', 'hours', 'telephone', 'fax', 'online'] as const) {
    const gaps = gapsOf({ ...COMPLETE, office: { ...COMPLETE.office, [field]: ' ' } });
    expect(gaps.map(gap => gap.field)).toEqual([`office.${field}`]);
  }
  for (const field of ['classification', 'arrangement', 'access'] as const)
    expect(gapsOf({ ...COMPLETE, [field]: '' }).map(gap => gap.field)).toEqual([field]);
});

test('handing in and posting are channels that no guide may leave out (国办公开办函〔2017〕19号)', () => {
  const { channels } = COMPLETE.onApplication;
  const [inPerson] = channels;
  const gaps = gapsOf({ ...COMPLETE, onApplication: { ...COMPLETE.onApplication, channels: [inPerson!] } });
  expect(gaps.map(({ message }) => message)).toEqual(['邮政寄送是基本渠道，公开指南必须写明，请补充']);
});
