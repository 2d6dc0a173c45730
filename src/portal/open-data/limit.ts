import type { FastifyReply, FastifyRequest } from 'fastify';
import type { RateLimit } from '../../platform/rate-limit/rate-limiter.ts';
import type { PublishingDeps } from '../publishing-deps.ts';

/** Programs may ask as often as a program that lists everything politely does: 120 answers at once, then one a second. */
const OPEN_DATA_LIMIT: RateLimit = { purpose: 'open-data', burst: 120, everySeconds: 1 };

/** Whether the address may have what it asks for; otherwise the answer says when to come again. `weight` is what it costs. */
export async function openDataLimit(
  { limiter, now }: Pick<PublishingDeps, 'limiter' | 'now'>,
  request: FastifyRequest,
  reply: FastifyReply,
  weight = 1,
): Promise<boolean> {
  const limit = {
    ...OPEN_DATA_LIMIT,
    burst: OPEN_DATA_LIMIT.burst / weight,
    everySeconds: OPEN_DATA_LIMIT.everySeconds * weight,
  };
  const allowance = await limiter.take(limit, request.ip, now());
  if (allowance.kind === 'free') return true;
  void reply
    .code(429)
    .header('retry-after', allowance.retryAfterSeconds)
    .type('application/problem+json; charset=utf-8')
    .send({ title: '请求过于频繁', detail: `请在 ${allowance.retryAfterSeconds} 秒后再试`, status: 429 });
  return false;
}
