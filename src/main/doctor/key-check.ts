import { findInstallationFact } from '../../platform/database/installation-facts.ts';
import type { Queries } from '../../platform/database/pool.ts';
import { findKeyProblem, KEYS_FACT } from '../../platform/sealing/known-keys.ts';
import { SealingRefusal } from '../../platform/sealing/refusal.ts';
import { findSealing } from '../../platform/sealing/sealing.ts';
import type { Check, Verdict } from './check.ts';

async function verdictWithoutKey(queries: Queries): Promise<Verdict> {
  const known = await findInstallationFact(queries, KEYS_FACT);
  if (known === undefined) return { ok: true, sentence: '还没有加密过数据，首次启动时生成密钥' };
  return { ok: false, sentence: `找不到密钥（${known}）：没有密钥文件 secrets/seal.key，也没有设置 GONGKAI_KEY` };
}

/** Whether the keys at hand are those that the database's data was sealed with. */
export const keyCheck: Check = {
  name: '加密密钥',
  run: async ({ configuration, database }) => {
    try {
      const sealing = await findSealing(configuration);
      if (sealing === undefined) return await verdictWithoutKey(database.queries);
      const problem = await findKeyProblem(database.queries, sealing);
      const sentence = problem ?? `${sealing.keyIds.length} 把（${sealing.keyIds.join('、')}）；请确认已另外保管一份`;
      return { ok: problem === undefined, sentence };
    } catch (error) {
      if (error instanceof SealingRefusal) return { ok: false, sentence: error.message };
      throw error;
    }
  },
};
