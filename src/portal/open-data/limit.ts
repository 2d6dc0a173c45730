import type { FastifyReply, FastifyRequest } from 'fastify';
import type { RateLimit } from '../../platform/rate-limit/rate-limiter.ts';
import { problemPage } from '../problem.page.ts';
import type { PublishingDeps } from '../publishing-deps.ts';
import { sendPage } from '../send-page.ts';

/** Programs may ask as often as a program that lists everything politely does: 120 answers at once, then one a second. */
const OPEN_DATA_LIMIT: RateLimit = { purpose: 'open-data', burst: 120, everySeconds: 1 };
/** What answers cost besides one: a list of thousands, a year of everything. */
export const EXPORT_WEIGHT = 10;
export const DUMP_WEIGHT = 30;

/** Anybody's page may read what anybody may read, also that it has to wait. */
export const FOR_EVERYBODY = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'retry-after',
  'cross-origin-resource-policy': 'cross-origin',
} as const;

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
    .headers({ ...FOR_EVERYBODY, 'retry-after': allowance.retryAfterSeconds })
    .type('application/problem+json; charset=utf-8')
    .send({ title: '请求过于频繁', detail: `请在 ${allowance.retryAfterSeconds} 秒后再试`, status: 429 });
  return false;
}

/** Searches that are made afresh: a hall full of people behind one address does not reach it. */
const SEARCH_LIMIT: RateLimit = { purpose: 'search', burst: 300, everySeconds: 0.2 };
/** Typesetting takes a second of a processor. */
const TYPESET_LIMIT: RateLimit = { purpose: 'typeset', burst: 30, everySeconds: 4 };
export const PAGE_LIMITS = { search: SEARCH_LIMIT, typeset: TYPESET_LIMIT } as const;

/** The same for people: whoever asks too fast gets a page that says when to come again. */
export async function pageLimit(
  { pageLimiter, now, setting }: Pick<PublishingDeps, 'pageLimiter' | 'now' | 'setting'>,
  request: FastifyRequest,
  reply: FastifyReply,
  kind: keyof typeof PAGE_LIMITS,
): Promise<boolean> {
  const allowance = pageLimiter.take(PAGE_LIMITS[kind], request.ip, now());
  if (allowance.kind === 'free') return true;
  const sentence = `您的请求过于频繁，请在 ${allowance.retryAfterSeconds} 秒后再试。`;
  await sendPage(
    reply.code(429).header('retry-after', allowance.retryAfterSeconds),
    problemPage(await setting(request), 'too-many', sentence),
  );
  return false;
}
