import { describe, expect, test } from 'vitest';
import type { MailMessage } from '../outbox/message.ts';
import { findMailbox, readMailAddress } from './mail-address.ts';
import { createMailer } from './mailer.ts';
import { openMailServer } from './testing/mail-server.ts';

const FROM = '晴川区政府办公室 <gongkai@qingchuan.example.cn>';
const MAIL: MailMessage = {
  kind: 'mail',
  to: 'wang@example.cn',
  subject: '您的政府信息公开申请已登记',
  text: '您的申请已于今日登记。\n请凭查询码查询进度。\n.\n（本邮件由系统自动发出）',
};

async function sendTo(reply: string | undefined, message: MailMessage) {
  const server = await openMailServer(reply);
  const mailer = createMailer({ url: server.url, from: FROM });
  const outcome = await mailer.send(message, '0190-id');
  mailer.close();
  server.close();
  const [mail] = server.mails;
  const [head = '', ...rest] = mail?.source.split('\r\n\r\n') ?? [];
  return { outcome, mail, head, body: rest.join('\r\n\r\n') };
}

const unfolded = (head: string) => head.replaceAll(/\r\n[ \t]/g, ' ').split('\r\n');

test('a mail is plain text in UTF-8, says that it is automatic, and bears the same id at every attempt', async () => {
  const { outcome, mail, head, body } = await sendTo(undefined, MAIL);
  expect(outcome).toEqual({ kind: 'sent' });
  expect(mail?.envelope.join()).toMatch(/MAIL FROM:<gongkai@qingchuan\.example\.cn>.*RCPT TO:<wang@example\.cn>/);
  expect(head).toMatch(/^Content-Type: text\/plain; charset=utf-8/im);
  expect(head).toMatch(/^Auto-Submitted: auto-generated/im);
  expect(head).toMatch(/^Message-ID: <0190-id@qingchuan\.example\.cn>/im);
  expect(Buffer.from(body, 'base64').toString().replaceAll('\r\n', '\n')).toBe(MAIL.text);
});

test('an iCalendar file goes with it as such', async () => {
  const { mail } = await sendTo(undefined, { ...MAIL, calendar: { name: '期限.ics', text: 'BEGIN:VCALENDAR' } });
  expect(mail?.source).toMatch(/Content-Type: text\/calendar; charset=utf-8; method=PUBLISH/i);
});

test('no subject and no address can add a header or a recipient', async () => {
  const subject = '登记\r\nBcc: thief@example.cn\u2028X-Evil: 1\u0085Y: 2';
  const { head, mail } = await sendTo(undefined, { ...MAIL, subject });
  expect(unfolded(head).filter(line => /^(?:bcc|x-evil|y):/i.test(line))).toEqual([]);
  expect(mail?.envelope).toHaveLength(2);
  for (const to of ['a@example.cn\r\nBcc: b@example.cn', 'a@example.cn,b@example.cn', '"a b"@example.cn', 'a@b', '']) {
    const { outcome, mail: sent } = await sendTo(undefined, { ...MAIL, to });
    expect(outcome).toEqual({ kind: 'refused', problem: 'recipient is no address' });
    expect(sent).toBeUndefined();
  }
});

test('a refusal for good is told from one for now, and neither repeats the address', async () => {
  expect((await sendTo('550 <wang@example.cn> unknown', MAIL)).outcome).toEqual({
    kind: 'refused',
    problem: 'EENVELOPE 550',
  });
  expect((await sendTo('451 <wang@example.cn> later', MAIL)).outcome).toEqual({
    kind: 'try-again',
    problem: 'EENVELOPE 451',
  });
});

test('a server that is not there is tried again later', async () => {
  const server = await openMailServer();
  server.close();
  const mailer = createMailer({ url: server.url, from: FROM });
  expect(await mailer.send(MAIL, '1')).toMatchObject({ kind: 'try-again' });
  mailer.close();
});

test('a password is not sent over an open line, unless the address says so', async () => {
  const server = await openMailServer();
  const url = server.url.replace('//', '//u:p@');
  const mailer = createMailer({ url, from: FROM });
  expect(await mailer.send(MAIL, '1')).toMatchObject({ kind: 'try-again' });
  expect(server.commands).toContain('STARTTLS');
  expect(server.commands.filter(line => line.startsWith('AUTH'))).toEqual([]);
  const open = createMailer({ url: `${url}?tls=off`, from: FROM });
  expect(await open.send(MAIL, '1')).toEqual({ kind: 'sent' });
  expect(server.commands.filter(line => line.startsWith('AUTH'))).toHaveLength(1);
  mailer.close();
  open.close();
  server.close();
});

describe('an address', () => {
  test('is taken with spaces or full-width letters around and in it', () => {
    expect(readMailAddress('　Ｗang＠example．cn ')).toEqual({ ok: true, value: 'Wang@example.cn' });
    expect(readMailAddress('王@例子.中国').ok).toBe(false);
    expect(readMailAddress('wang@例子.中国').ok).toBe(true);
  });

  test.each([
    '',
    'wang',
    'wang@',
    '@example.cn',
    'a@b..cn',
    '.a@b.cn',
    'a.@b.cn',
    'a@-b.cn',
    'a b@c.cn',
    'a@b.cn;c@d.cn',
  ])('%j is none', text => expect(readMailAddress(text).ok).toBe(false));

  test('of the sender may have a name', () => {
    expect(findMailbox(FROM)).toEqual({ name: '晴川区政府办公室', address: 'gongkai@qingchuan.example.cn' });
    expect(findMailbox('a@example.cn')).toEqual({ name: '', address: 'a@example.cn' });
    expect(findMailbox('x <a@b>')).toBeUndefined();
  });
});
