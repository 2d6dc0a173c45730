import { ok, refuse } from '../../kernel/result.ts';
import type { Examination } from './examination.ts';
import { run } from './job.ts';

type Answer = Awaited<ReturnType<typeof run>>;

const sentenceOf = (answer: Answer): string => (answer.kind === 'unreadable' ? answer.message : answer.kind);

/** The reading of files in this process: for files of our own, such as a sample's, and for tests. Foreign files are read in the process apart. */
export const EXAMINATION_HERE: Pick<Examination, 'read' | 'judge' | 'compare' | 'unpack' | 'proofread'> = {
  read: async file => {
    const answer = await run({ kind: 'read', file });
    return answer.kind === 'read' ? ok(answer.answer) : refuse({ file: file.name, message: sentenceOf(answer) });
  },
  judge: async (file, report, previous) => {
    const answer = await run({ kind: 'judge', file, report, previous });
    return answer.kind === 'judge' ? ok(answer.answer) : refuse({ file, message: sentenceOf(answer) });
  },
  unpack: async file => {
    const answer = await run({ kind: 'unpack', file });
    return answer.kind === 'unpack' ? ok(answer.answer) : refuse({ file: file.name, message: sentenceOf(answer) });
  },
  compare: async prose => {
    const answer = await run({
      kind: 'compare',
      file: 'reports',
      prose: prose.map(one => ({ ...one, since: one.since?.toString() ?? null })),
    });
    return answer.kind === 'compare' ? ok(answer.answer) : refuse({ file: 'reports', message: sentenceOf(answer) });
  },
  proofread: async (file, lexicon) => {
    const answer = await run({ kind: 'proofread', file, lexicon: lexicon ?? null });
    return answer.kind === 'proofread' ? ok(answer.answer) : refuse({ file: file.name, message: sentenceOf(answer) });
  },
};
