import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { findApplicationId } from '../../../applications/rules/ids.ts';
import type { ApplicationId } from '../../../applications/rules/ids.ts';
import type { ApplicationsDeps } from '../applications-deps.ts';
import { findCookie, keepCookie } from '../sealed-cookie.ts';

/** What the receipt shows and nobody can show again: the password is kept as a digest alone. */
export type KeptReceipt = { readonly id: ApplicationId; readonly password: string };

const KEPT = z.strictObject({ id: z.string(), password: z.string() });

export function keepReceipt(reply: FastifyReply, deps: ApplicationsDeps, receipt: KeptReceipt): FastifyReply {
  return keepCookie(reply, deps, 'receipt', JSON.stringify(receipt));
}

/** The receipt of what this visitor has just lodged; undefined half an hour later. */
export function findReceipt(request: FastifyRequest, deps: ApplicationsDeps): KeptReceipt | undefined {
  const content = findCookie(request, deps, 'receipt');
  if (content === undefined) return undefined;
  const { id, password } = KEPT.parse(JSON.parse(content));
  const application = findApplicationId(id);
  return application === undefined ? undefined : { id: application, password };
}
