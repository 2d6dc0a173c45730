import { verifyJournal } from '../../people/store/journal.store.ts';
import type { Check } from './check.ts';

/** The chain of the journal, recomputed from its first entry. */
export const journalCheck: Check = {
  name: '操作日志',
  run: async ({ database, anchor }) => {
    const verdict = await verifyJournal(database.queries, anchor ?? undefined);
    if (!verdict.ok)
      return { ok: false, sentence: `${verdict.sentence}。请保留现场，用最近的备份核对，并报告保密和网络安全部门` };
    const { position, hash } = verdict.end;
    return { ok: true, sentence: `${verdict.entries} 条，连环校验无误；末尾 ${position}:${hash}，可以抄存备查` };
  },
};
