import type { FileTree } from '../../../platform/file-tree/file-tree.ts';
import type { ImportLine } from '../../rules/import/import-line.ts';
import type { ImportOrder, ReportLine } from '../../rules/import/item-import.ts';
import type { ImportDeps } from './import-deps.ts';
import { openRun } from './import-run.ts';
import { judgeLines } from './judge-lines.ts';

const AT_ONCE = 200;

/** What would become of lines, in their order; nothing at all is written. `onProgress` is told how many are done. */
export async function tryLines(
  deps: ImportDeps,
  order: ImportOrder,
  tree: FileTree,
  lines: readonly ImportLine[],
  onProgress: (done: number) => void,
): Promise<readonly ReportLine[]> {
  const run = await openRun(deps, order, tree, false);
  const report: ReportLine[] = [];
  for (let at = 0; at < lines.length; at += AT_ONCE) {
    const part = lines.slice(at, at + AT_ONCE);
    for (const [index, judged] of (await judgeLines(deps, run, part)).entries()) {
      const outcome = judged.kind === 'item' ? judged.outcome : judged.kind;
      report.push({ line: part[index]!, outcome, message: judged.message, item: null });
    }
    onProgress(Math.min(at + AT_ONCE, lines.length));
  }
  return report;
}
