import { createPrivateKey, generateKeyPairSync } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import type { Queries } from '../../platform/database/pool.ts';
import { findInstallationFact } from '../../platform/database/installation-facts.ts';
import type { Sealing } from '../../platform/sealing/sealing.ts';

const FACT = 'exchange-key';
const CONTEXT = 'exchange-key';

/** The key that signs packages, made at its first use and kept sealed: of several programs that make it at once one is heard. */
export async function openExchangeKey(queries: Queries, sealing: Sealing): Promise<KeyObject> {
  let sealed = await findInstallationFact(queries, FACT);
  if (sealed === undefined) {
    const { privateKey } = generateKeyPairSync('ed25519');
    const text = privateKey.export({ type: 'pkcs8', format: 'pem' });
    await queries
      .insertInto('installation_facts')
      .values({ key: FACT, value: sealing.seal(text, CONTEXT) })
      .onConflict(conflict => conflict.doNothing())
      .execute();
    sealed = (await findInstallationFact(queries, FACT))!;
  }
  return createPrivateKey(sealing.open(sealed, CONTEXT));
}
