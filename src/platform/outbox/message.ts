/** A package to be pushed: what it holds stands in the register, under its id. */
export type PackageMessage = { readonly kind: 'package'; readonly package: string };

/** What can be sent. A mail is plain text; `calendar` is an iCalendar file that goes with it. */
export type MailMessage = {
  readonly kind: 'mail';
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly calendar?: { readonly name: string; readonly text: string };
};

export type SmsMessage = { readonly kind: 'sms'; readonly to: string; readonly text: string };

export type Message = MailMessage | SmsMessage | PackageMessage;

export const MESSAGE_KINDS = ['mail', 'sms', 'package'] as const satisfies readonly Message['kind'][];

/** `failed`: given up. `no-channel`: there is no mail server, no way to send short messages, or nobody to push packages to. */
export const MESSAGE_STATES = ['waiting', 'sent', 'failed', 'no-channel'] as const;
export type MessageState = (typeof MESSAGE_STATES)[number];

export const MESSAGE_STATE_NAMES: Readonly<Record<MessageState, string>> = {
  waiting: '等待发送',
  sent: '已发送',
  failed: '没有发出',
  'no-channel': '没有发出：未设置邮件服务器或短信接口',
};

/** How an attempt ended. A problem names neither recipient nor content: it is stored and logged. */
export type SendOutcome =
  | { readonly kind: 'sent' }
  | { readonly kind: 'try-again'; readonly problem: string }
  | { readonly kind: 'refused'; readonly problem: string };

/** A way out. `id` is the message's own and the same at every attempt, so that the other side can drop a second copy. */
export type Sender<Kind extends Message> = {
  readonly send: (message: Kind, id: string) => Promise<SendOutcome>;
  readonly close: () => void;
};
