import { once } from 'node:events';
import { createServer } from 'node:net';
import type { Socket } from 'node:net';

export type MailServer = {
  readonly url: string;
  /** Each mail as it came over the line, envelope first. */
  readonly mails: readonly { readonly envelope: readonly string[]; readonly source: string }[];
  /** What was said outside of mails. */
  readonly commands: readonly string[];
  readonly close: () => void;
};

/** A mail server that takes everything, or answers the recipient with `reply`. */
export async function openMailServer(reply = '250 OK'): Promise<MailServer> {
  const mails: { envelope: readonly string[]; source: string }[] = [];
  const commands: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer(socket => {
    sockets.add(socket);
    let input = '';
    let envelope: string[] = [];
    let inMail = false;
    const say = (line: string) => void socket.write(`${line}\r\n`);
    const answer = (line: string) => {
      commands.push(line);
      if (/^RCPT/i.test(line)) envelope.push(line);
      if (/^MAIL/i.test(line)) envelope = [line];
      if (/^DATA/i.test(line)) inMail = true;
      if (/^EHLO/i.test(line)) say('250-mail.example.cn\r\n250 AUTH PLAIN');
      else if (/^STARTTLS/i.test(line)) say('502 no');
      else if (/^AUTH/i.test(line)) say('235 welcome');
      else if (/^RCPT/i.test(line)) say(reply);
      else if (/^DATA/i.test(line)) say('354 go on');
      else if (/^QUIT/i.test(line)) socket.end('221 bye\r\n');
      else say('250 OK');
    };
    socket.on('error', () => {});
    socket.on('data', chunk => {
      input += String(chunk);
      for (;;) {
        const end = inMail ? '\r\n.\r\n' : '\r\n';
        const at = input.indexOf(end);
        if (at < 0) return;
        const piece = input.slice(0, at);
        input = input.slice(at + end.length);
        if (inMail) {
          inMail = false;
          mails.push({ envelope, source: piece });
          say('250 taken');
        } else answer(piece);
      }
    });
    say('220 mail.example.cn');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    commands,
    close: () => {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}
