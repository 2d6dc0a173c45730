import { randomUUID } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { prepareLodging } from '../../../applications/actions/lodge-application.ts';
import { findFormDraftId } from '../../../applications/rules/ids.ts';
import type { FormDraftId } from '../../../applications/rules/ids.ts';
import { findRegistration } from '../../../applications/store/application.store.ts';
import { findDraft } from '../../../applications/store/form-draft.store.ts';
import type { KeptDraft } from '../../../applications/store/form-draft.store.ts';
import type { ApplicationsDeps } from '../applications-deps.ts';
import { findCookie, keepCookie } from '../sealed-cookie.ts';

/** Forms that one browser may have open; older ones are forgotten by it. */
const MOST = 8;

const ownIds = (request: FastifyRequest, deps: ApplicationsDeps): readonly string[] =>
  (findCookie(request, deps, 'drafts') ?? '').split(' ').filter(id => id !== '');

/** A draft of this browser's: knowing its address is not enough. */
export async function findOwnDraft(
  request: FastifyRequest,
  deps: ApplicationsDeps,
  text: unknown,
): Promise<KeptDraft | undefined> {
  const id = typeof text === 'string' ? findFormDraftId(text) : undefined;
  if (id === undefined || !ownIds(request, deps).includes(id)) return undefined;
  const { queries, sealing, now } = deps.actions;
  return findDraft(queries, sealing, id, now());
}

/** What a draft will be found by once it is lodged, drawn before. */
export type DraftIdentity = Pick<KeptDraft, 'id' | 'application'> & Pick<KeptDraft['draft'], 'queryCode' | 'password'>;

export function newDraftIdentity(): DraftIdentity {
  const { id: application, queryCode, password } = prepareLodging();
  return { id: randomUUID() as string as FormDraftId, application, queryCode, password };
}

/** Whether a draft has become an application; then it is a draft no more, and what follows is another application. */
export async function isLodged({ actions }: ApplicationsDeps, { application }: KeptDraft): Promise<boolean> {
  return (await findRegistration(actions.queries, application)) !== undefined;
}

/** Lets this browser find the draft again. */
export function ownDraft(request: FastifyRequest, reply: FastifyReply, deps: ApplicationsDeps, id: FormDraftId): void {
  const ids = [id, ...ownIds(request, deps).filter(other => other !== id)].slice(0, MOST);
  keepCookie(reply, deps, 'drafts', ids.join(' '));
}
