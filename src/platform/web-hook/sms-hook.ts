import { createHmac } from 'node:crypto';
import type { Sender, SendOutcome, SmsMessage } from '../outbox/message.ts';

/** Where short messages are posted, and the secret that signs them. docs/operations/notifications.md is the contract. */
export type SmsHookConfiguration = { readonly url: string; readonly secret: string };

const TIMEOUT_MS = 15_000;
/** Answers that say "not now"; every other 4xx says "not like this". */
const LATER = new Set([408, 425, 429]);

/** `sha256=<hex>` of `<timestamp>.<body>`: who has the secret knows that the message is ours, and that it is not an old one. */
export function signHook(secret: string, timestamp: string, body: string): string {
  return `sha256=${createHmac('sha256', secret).update(`${timestamp}.${body}`, 'utf8').digest('hex')}`;
}

/** A number that can be sent to: digits with an optional plus, 5 to 15 of them; spaces and hyphens in it do not count. */
export function findTelephone(text: string): string | undefined {
  const compact = text.normalize('NFKC').replace(/[\s()-]/g, '');
  return /^\+?\d{5,15}$/.test(compact) ? compact : undefined;
}

function outcomeOf(status: number): SendOutcome {
  if (status >= 200 && status < 300) return { kind: 'sent' };
  const isFinal = status >= 400 && status < 500 && !LATER.has(status);
  return { kind: isFinal ? 'refused' : 'try-again', problem: `HTTP ${status}` };
}

/** Posts short messages to the office's own gateway as signed JSON. Redirects are not followed, answers are not read. */
export function createSmsHook(
  { url, secret }: SmsHookConfiguration,
  now: () => Temporal.Instant = Temporal.Now.instant,
): Sender<SmsMessage> {
  return {
    send: async (message, id) => {
      const to = findTelephone(message.to);
      if (to === undefined) return { kind: 'refused', problem: 'recipient is no telephone number' };
      const timestamp = String(Math.floor(now().epochMilliseconds / 1000));
      const body = JSON.stringify({ id, to, text: message.text });
      try {
        const answer = await fetch(url, {
          method: 'POST',
          redirect: 'manual',
          signal: AbortSignal.timeout(TIMEOUT_MS),
          headers: {
            'content-type': 'application/json; charset=utf-8',
            'x-gongkai-id': id,
            'x-gongkai-timestamp': timestamp,
            'x-gongkai-signature': signHook(secret, timestamp, body),
          },
          body,
        });
        await answer.body?.cancel();
        return outcomeOf(answer.status);
      } catch (error) {
        const name = error instanceof Error && error.name === 'TimeoutError' ? 'ETIMEDOUT' : 'ECONNECTION';
        return { kind: 'try-again', problem: name };
      }
    },
    close: () => {},
  };
}
