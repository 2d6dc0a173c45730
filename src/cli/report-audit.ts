import { openExamination } from '../annual-report/examination/examination.ts';
import { applyWaivers, isOpenError } from '../annual-report/rules/waiver.ts';
import type { Waiver } from '../annual-report/rules/waiver.ts';
import { Refusal } from './command.ts';
import type { Command } from './command.ts';
import { describeCoverage, describeFindings } from './findings-text.ts';
import { inOrder } from './in-order.ts';
import { AHEAD, readersFor, readInputFile } from './input-file.ts';
import { readLexiconFile } from './lexicon-file.ts';
import { readDateOption, readOptions } from './options.ts';
import { headOf } from './report-text.ts';
import { readWaiverFile } from './waiver-file.ts';

const USAGE =
  'report audit 文件... [--previous 上年文件] [--published 年-月-日] [--waivers 豁免文件] [--lexicon 词表文件] [--json]';

export const reportAudit: Command = {
  name: 'report audit',
  usage: USAGE,
  summary: '审核年度报告：勾稽关系、正文数字、格式、文字；有错误时退出码为 1',
  run: async (args, terminal) => {
    const { values, positionals } = readOptions(args, {
      json: { type: 'boolean' },
      previous: { type: 'string' },
      published: { type: 'string' },
      waivers: { type: 'string' },
      lexicon: { type: 'string' },
    });
    if (positionals.length === 0) throw new Refusal(`没有写文件名，用法：gongkai ${USAGE}`);
    const publishedOn = values.published === undefined ? null : readDateOption('--published', values.published);
    const waivers: readonly Waiver[] = values.waivers === undefined ? [] : await readWaiverFile(values.waivers);
    const previous = values.previous === undefined ? null : await readInputFile(values.previous, terminal);
    if (previous?.ok === false) throw new Refusal(`${previous.problem.file}：${previous.problem.message}`);

    const lexicon = values.lexicon === undefined ? null : await readLexiconFile(values.lexicon);

    const examination = openExamination(readersFor(positionals));
    try {
      const answers: object[] = [];
      let unusable = false;
      let wrong = false;
      const given = {
        ...(previous === null ? {} : { previous: previous.value }),
        ...(publishedOn === null ? {} : { publishedOn }),
        ...(lexicon === null ? {} : { lexicon }),
      };
      const audit = async (path: string) => {
        const input = await readInputFile(path, terminal);
        return input.ok ? examination.audit(input.value, given) : input;
      };
      for await (const [path, audited] of inOrder(positionals, AHEAD, audit)) {
        if (!audited.ok) {
          unusable = true;
          answers.push({ file: path, error: audited.problem.message });
          terminal.err(`${audited.problem.file}：${audited.problem.message}。\n`);
          continue;
        }
        const { report, result } = audited.value;
        const { result: waived, stale } = applyWaivers(result, waivers);
        wrong ||= waived.findings.some(isOpenError);
        answers.push({ file: path, ...waived, staleWaivers: stale });
        if (values.json !== true)
          terminal.out(
            `${path}\n${headOf(report)}\n${describeFindings(waived.findings)}\n${describeCoverage(waived.coverage)}\n`,
          );
      }
      if (values.json === true && answers.some(answer => !('error' in answer)))
        terminal.out(`${JSON.stringify(answers)}\n`);
      if (unusable) return 2;
      return wrong ? 1 : 0;
    } finally {
      examination.close();
    }
  },
};
