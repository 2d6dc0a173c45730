import type { Queries } from '../../platform/database/pool.ts';
import { findFileId } from '../../platform/files/file-store.ts';
import type { FileStore } from '../../platform/files/file-store.ts';
import type { SendOutcome } from '../../platform/outbox/message.ts';
import { listMessageNotes, queueMessage } from '../../platform/outbox/outbox.store.ts';
import type { Sealing } from '../../platform/sealing/sealing.ts';
import type { PostPackage } from '../../platform/web-hook/package-hook.ts';
import { findPackage, findWaitingPackage } from '../store/exchange.store.ts';
import { decideOnPackage } from './decide-package.ts';
import { makePackage } from './make-package.ts';
import type { ExchangeDeps } from './make-package.ts';

const aboutOf = (id: string) => `exchange-package:${id}`;

export type PushDeps = {
  readonly queries: Queries;
  readonly files: FileStore;
  readonly now: () => Temporal.Instant;
  readonly post: PostPackage;
};

/** One attempt to push a package; what the other side decides is noted with its answer. */
export async function pushPackage(deps: PushDeps, id: string): Promise<SendOutcome> {
  const known = await findPackage(deps.queries, id);
  const file = known === undefined ? undefined : findFileId(known.file);
  if (known === undefined || file === undefined) return { kind: 'refused', problem: 'no such package' };
  if (known.state === 'accepted') return { kind: 'sent' };
  if (known.state === 'refused') return { kind: 'refused', problem: 'was refused before' };
  const { outcome, receipt } = await deps.post(id, await deps.files.read(file));
  if (outcome.kind === 'try-again') return outcome;
  const state = outcome.kind === 'sent' ? 'accepted' : 'refused';
  await decideOnPackage(deps, { kind: 'system' }, id, { state, receipt });
  return outcome;
}

/**
 * Hands over what the other side lacks, one package after another: the next is made once the last was decided. One that could not be
 * delivered for three days counts as refused, and what it held comes again.
 */
export async function pushChanges(deps: ExchangeDeps & { readonly sealing: Sealing }): Promise<void> {
  const { queries, sealing, now } = deps;
  const waiting = await findWaitingPackage(queries);
  if (waiting !== undefined) {
    const notes = await listMessageNotes(queries, aboutOf(waiting.id));
    if (notes.length > 0 && notes.every(({ state }) => state !== 'failed')) return;
    if (notes.length > 0) {
      const receipt = '多次尝试没有送达';
      await decideOnPackage(deps, { kind: 'system' }, waiting.id, { state: 'refused', receipt });
      return;
    }
  }
  const id = waiting?.id ?? (await makeNext(deps));
  if (id === null) return;
  await queueMessage(
    queries,
    sealing,
    { kind: 'package', package: id },
    { now: now(), about: aboutOf(id), once: aboutOf(id) },
  );
}

async function makeNext(deps: ExchangeDeps): Promise<string | null> {
  const made = await makePackage(deps, { kind: 'system' }, { scope: 'changes', after: 0, way: 'sent' });
  return made.ok ? (made.value?.package.id ?? null) : null;
}
