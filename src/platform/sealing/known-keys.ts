import { sql } from 'kysely';
import { findInstallationFact, noteInstallationFact } from '../database/installation-facts.ts';
import type { Queries } from '../database/pool.ts';
import { SealingRefusal } from './refusal.ts';
import type { Sealing } from './sealing.ts';

/** Ids of every key that has sealed here, newest first, the one that digests last. */
export const KEYS_FACT = 'sealing-keys';
/** Any number, as long as every version of this program has the same. */
const FACT_LOCK = 779_020_154;

function refusalOf(known: readonly string[], sealing: Sealing): SealingRefusal | undefined {
  const missing = known.filter(id => !sealing.keyIds.includes(id));
  if (missing.length > 0)
    return new SealingRefusal(
      `数据库里有用密钥 ${missing.join('、')} 加密的数据，现在的密钥（${sealing.keyIds.join('、')}）打不开；` +
        '请把原来的密钥文件 secrets/seal.key 放回数据目录，或者把原来的密钥补在 GONGKAI_KEY 的后面（逗号隔开）；几台服务器要用同一把密钥',
    );
  if (known.length > 0 && known.at(-1) !== sealing.keyIds.at(-1))
    return new SealingRefusal(
      `密钥的顺序不对：最早的密钥 ${known.at(-1)} 要排在最后，新密钥写在前面；请调整 GONGKAI_KEY 或密钥文件中的顺序`,
    );
  return undefined;
}

/** Why this sealing cannot be used with this database, in one sentence; undefined where it can. Notes nothing. */
export async function findKeyProblem(queries: Queries, sealing: Sealing): Promise<string | undefined> {
  const known = (await findInstallationFact(queries, KEYS_FACT))?.split(' ') ?? [];
  return refusalOf(known, sealing)?.message;
}

/**
 * Compares the keys at hand with those that have sealed in this database, and notes a new one. To be called at every start,
 * before anything is sealed. Throws a `SealingRefusal` where a key is missing or the order has changed.
 */
export async function checkSealingKeys(queries: Queries, sealing: Sealing): Promise<void> {
  await queries.transaction().execute(async transaction => {
    await sql`select pg_advisory_xact_lock(${FACT_LOCK})`.execute(transaction);
    const known = (await findInstallationFact(transaction, KEYS_FACT))?.split(' ') ?? [];
    const refusal = refusalOf(known, sealing);
    if (refusal !== undefined) throw refusal;
    if (sealing.keyIds.some(id => !known.includes(id)))
      await noteInstallationFact(transaction, KEYS_FACT, sealing.keyIds.join(' '));
  });
}
