import { openExamination } from '../annual-report/examination/examination.ts';
import type { Finding } from '../proofreading/finding.ts';
import { Refusal } from './command.ts';
import type { Command } from './command.ts';
import { describeFindings } from './findings-text.ts';
import { inOrder } from './in-order.ts';
import { AHEAD, readersFor, readInputFile } from './input-file.ts';
import { readLexiconFile } from './lexicon-file.ts';
import { readOptions } from './options.ts';

type Answer = { readonly file: string; readonly findings: readonly Finding[] };

const USAGE = 'check 文件... [--lexicon 词表文件] [--json]';

export const check: Command = {
  name: 'check',
  usage: USAGE,
  summary: '检查任意文件中的文字差错和个人信息',
  run: async (args, terminal) => {
    const { values, positionals } = readOptions(args, { json: { type: 'boolean' }, lexicon: { type: 'string' } });
    if (positionals.length === 0) throw new Refusal(`没有写文件名，用法：gongkai ${USAGE}`);
    const lexicon = values.lexicon === undefined ? undefined : await readLexiconFile(values.lexicon);
    const examination = openExamination(readersFor(positionals));
    try {
      const answers: (Answer | { readonly file: string; readonly error: string })[] = [];
      const proofread = async (path: string) => {
        const input = await readInputFile(path, terminal);
        return input.ok ? examination.proofread(input.value, lexicon) : input;
      };
      for await (const [path, checked] of inOrder(positionals, AHEAD, proofread)) {
        if (checked.ok) {
          answers.push({ file: path, findings: checked.value.findings });
          if (values.json !== true) terminal.out(`${path}\n${describeFindings(checked.value.findings)}\n`);
        } else {
          answers.push({ file: path, error: checked.problem.message });
          terminal.err(`${checked.problem.file}：${checked.problem.message}。\n`);
        }
      }
      const usable = answers.filter(answer => 'findings' in answer);
      if (values.json === true && usable.length > 0) terminal.out(`${JSON.stringify(answers)}\n`);
      if (usable.length < answers.length) return 2;
      return usable.some(({ findings }) => findings.some(({ level }) => level === 'error')) ? 1 : 0;
    } finally {
      examination.close();
    }
  },
};
