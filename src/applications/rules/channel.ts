/** 申请渠道: how an application reached the agency (政府信息公开条例 Art. 29, 31). In person and by post may never be refused. */
export const CHANNELS = ['in-person', 'oral', 'signed-post', 'ordinary-post', 'online', 'email', 'fax'] as const;
export type Channel = (typeof CHANNELS)[number];

export const CHANNEL_LABEL = {
  'in-person': '当面提交',
  oral: '口头提出（工作人员代为填写）',
  'signed-post': '邮寄（挂号信、邮政快递）',
  'ordinary-post': '平常信函',
  online: '网上申请',
  email: '电子邮件',
  fax: '传真',
} as const satisfies Record<Channel, string>;

/** Channels on which an application is received only when both sides have confirmed it (Art. 31(3)). */
const CONFIRMED: ReadonlySet<Channel> = new Set<Channel>(['ordinary-post', 'online', 'email', 'fax']);

/** Whether receipt on this channel depends on mutual confirmation (双方确认). */
export function needsConfirmation(channel: Channel): boolean {
  return CONFIRMED.has(channel);
}
