import type { TransportOptions, Transport } from 'nodemailer';
import type { MailMessage, Sender, SendOutcome } from '../outbox/message.ts';
import { findMailbox, readMailAddress } from './mail-address.ts';
import type { Mailbox } from './mail-address.ts';

/** `url`: smtps://user:password@host:465, or smtp:// with STARTTLS. `from`: 名称 <地址>. */
export type MailConfiguration = { readonly url: string; readonly from: string };

const TIMEOUT_MS = 30_000;
/** A header is one line, whatever the subject held; nothing in it may look like the next one. */
const LINE_BREAKS = /[\p{Cc}\p{Zl}\p{Zp}]+/gu;
const MAX_SUBJECT = 200;

/** `?tls=off` allows a password over an open line, for a mail server inside the office's own network. */
function optionsOf(address: string): TransportOptions {
  const url = new URL(address);
  const secure = url.protocol === 'smtps:';
  const open = url.searchParams.get('tls') === 'off';
  const user = decodeURIComponent(url.username);
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port === '' ? (secure ? 465 : 587) : Number(url.port),
    secure,
    requireTLS: !secure && user !== '' && !open,
    ignoreTLS: open,
    ...(user !== '' && { auth: { user, pass: decodeURIComponent(url.password) } }),
    pool: true,
    maxConnections: 2,
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
    // A mail is text that we wrote; nothing in it may make the mailer read a file or fetch an address.
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

/** SMTP's own words may repeat the recipient; its numbers do not. 5xx about the envelope or the content is final. */
function outcomeOf(error: unknown): SendOutcome {
  const { code, responseCode } = error as { readonly code?: unknown; readonly responseCode?: unknown };
  const name = typeof code === 'string' && /^[A-Z_]{1,40}$/.test(code) ? code : 'EMAIL';
  const reply = typeof responseCode === 'number' ? responseCode : null;
  const problem = reply === null ? name : `${name} ${reply}`;
  const isFinal = reply !== null && reply >= 500 && (name === 'EENVELOPE' || name === 'EMESSAGE');
  return { kind: isFinal ? 'refused' : 'try-again', problem };
}

function letterOf(message: MailMessage, id: string, from: Mailbox) {
  const { calendar } = message;
  return {
    from,
    to: { name: '', address: message.to },
    subject: message.subject.replace(LINE_BREAKS, ' ').trim().slice(0, MAX_SUBJECT),
    text: message.text,
    textEncoding: 'base64',
    messageId: `<${id}@${from.address.split('@')[1]}>`,
    // Keeps automatic replies from being sent to us (RFC 3834).
    headers: { 'Auto-Submitted': 'auto-generated' },
    attachments:
      calendar === undefined
        ? []
        : [
            {
              filename: calendar.name,
              content: calendar.text,
              contentType: 'text/calendar; charset=utf-8; method=PUBLISH',
            },
          ],
  } as const;
}

/**
 * Sends mails through the office's server: plain text, one recipient, in a pool of two connections. Throws a RangeError for a
 * sender that is no address. What cannot be a recipient is refused without asking the server.
 */
export function createMailer({ url, from }: MailConfiguration): Sender<MailMessage> {
  const sender = findMailbox(from);
  if (sender === undefined) throw new RangeError('GONGKAI_MAIL_FROM is no address');
  const options = optionsOf(url);
  let opened: Promise<Transport> | null = null;
  const transport = (): Promise<Transport> =>
    (opened ??= import('nodemailer').then(({ default: nodemailer }) => nodemailer.createTransport(options)));
  return {
    send: async (message, id) => {
      const to = readMailAddress(message.to);
      if (!to.ok) return { kind: 'refused', problem: 'recipient is no address' };
      try {
        await (await transport()).sendMail(letterOf({ ...message, to: to.value }, id, sender));
        return { kind: 'sent' };
      } catch (error) {
        return outcomeOf(error);
      }
    },
    close: () => void opened?.then(pool => pool.close()),
  };
}
