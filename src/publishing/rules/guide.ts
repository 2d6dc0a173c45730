import { z } from 'zod';

const text = z.string().trim();

/** 政府信息公开指南 (Art. 12) as data: what the law demands of it stands in fields, not in prose. */
export const GUIDE = z.strictObject({
  /** 政府信息的分类. */
  classification: text,
  /** 编排体系. */
  arrangement: text,
  /** 获取方式. */
  access: text,
  proactive: z.strictObject({ scope: text, channels: text, period: text }),
  onApplication: z.strictObject({
    channels: z
      .array(z.strictObject({ way: z.enum(['in-person', 'post', 'online', 'fax', 'email']), how: text }))
      .readonly(),
    /** 受理机构. */
    acceptedBy: text,
    period: text,
    fees: text,
  }),
  /** The 工作机构 (Art. 12): fax and internet contact may be 无, but not silent. */
  office: z.strictObject({
    name: text,
    address: text,
    hours: text,
    telephone: text,
    fax: text,
    online: text,
    postcode: text,
  }),
  /** 监督保障: where complaints go. */
  oversight: z.strictObject({ body: text, telephone: text, address: text }),
});
export type Guide = z.infer<typeof GUIDE>;

export const CHANNEL_WAY_LABEL = {
  'in-person': '当面提交',
  post: '邮政寄送',
  online: '网上提交',
  fax: '传真',
  email: '电子邮件',
} as const satisfies Record<Guide['onApplication']['channels'][number]['way'], string>;

/** What the law names and every field is called on the page. */
const REQUIRED: readonly { readonly field: string; readonly label: string; readonly of: (guide: Guide) => string }[] = [
  { field: 'classification', label: '政府信息的分类', of: guide => guide.classification },
  { field: 'arrangement', label: '编排体系', of: guide => guide.arrangement },
  { field: 'access', label: '获取方式', of: guide => guide.access },
  { field: 'proactive.scope', label: '主动公开的范围', of: guide => guide.proactive.scope },
  { field: 'proactive.channels', label: '主动公开的渠道', of: guide => guide.proactive.channels },
  { field: 'proactive.period', label: '主动公开的时限', of: guide => guide.proactive.period },
  { field: 'onApplication.acceptedBy', label: '受理机构', of: guide => guide.onApplication.acceptedBy },
  { field: 'onApplication.period', label: '办理时限', of: guide => guide.onApplication.period },
  { field: 'office.name', label: '工作机构的名称', of: guide => guide.office.name },
  { field: 'office.address', label: '办公地址', of: guide => guide.office.address },
  { field: 'office.hours', label: '办公时间', of: guide => guide.office.hours },
  { field: 'office.telephone', label: '联系电话', of: guide => guide.office.telephone },
  { field: 'office.fax', label: '传真号码', of: guide => guide.office.fax },
  { field: 'office.online', label: '互联网联系方式', of: guide => guide.office.online },
  { field: 'oversight.body', label: '监督投诉的机关', of: guide => guide.oversight.body },
  { field: 'oversight.telephone', label: '监督投诉的电话', of: guide => guide.oversight.telephone },
];

/** Channels that may never be refused (国办公开办函〔2017〕19号). */
const BASIC_CHANNELS = ['in-person', 'post'] as const;

export type GuideGap = { readonly field: string; readonly message: string };

/** What Art. 12 demands of a guide and this one lacks; empty for a complete one. */
export function gapsOf(guide: Guide): readonly GuideGap[] {
  const missing = REQUIRED.filter(({ of }) => of(guide).trim() === '').map(({ field, label }) => ({
    field,
    message: `公开指南缺少“${label}”，请补充；确实没有的写“无”`,
  }));
  const ways = new Set(guide.onApplication.channels.map(({ way }) => way));
  const refused = BASIC_CHANNELS.filter(way => !ways.has(way)).map(way => ({
    field: 'onApplication.channels',
    message: `${CHANNEL_WAY_LABEL[way]}是基本渠道，公开指南必须写明，请补充`,
  }));
  return [...missing, ...refused];
}
