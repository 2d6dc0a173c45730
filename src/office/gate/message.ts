import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Sealing } from '../../platform/sealing/sealing.ts';
import type { NoticeKind } from '../../views/notice/notice.ts';
import { isSecure, readCookie, writeCookie } from './cookies.ts';

/** What an act leaves for the page after it; `lines` are shown this once and never again, such as a one-time password. */
export type Message = {
  readonly kind: NoticeKind;
  readonly sentence: string;
  readonly lines?: readonly string[];
};

type Deps = { readonly sealing: Sealing; readonly publicAddress: string | null };

// Sealed for the session: neither another browser nor somebody who puts a cookie in place can make us say something.
const contextOf = (session: string) => `message:${session}`;

/** Sends the browser on to a page that begins with the message. */
export function goOn(
  { sealing, publicAddress }: Deps,
  request: FastifyRequest,
  reply: FastifyReply,
  { to, session, message }: { readonly to: string; readonly session: string; readonly message: Message },
): FastifyReply {
  const sealed = sealing.seal(JSON.stringify(message), contextOf(session));
  writeCookie(reply, 'message', sealed, isSecure(request, publicAddress));
  return reply.redirect(to, 303);
}

/** The message that waits for this page; it is taken away with that. */
export function takeMessage(
  { sealing, publicAddress }: Deps,
  request: FastifyRequest,
  reply: FastifyReply,
  session: string,
): Message | null {
  const secure = isSecure(request, publicAddress);
  const sealed = readCookie(request, 'message', secure);
  if (sealed === null || sealed === '') return null;
  writeCookie(reply, 'message', null, secure);
  try {
    return JSON.parse(sealing.open(sealed, contextOf(session))) as Message;
  } catch {
    return null;
  }
}
