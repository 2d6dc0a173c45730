import { basename, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { Refusal } from '../../cli/command.ts';
import type { Command, ExitStatus, Terminal } from '../../cli/command.ts';
import { readOptions } from '../../cli/options.ts';
import { writeWhole } from '../../cli/write-whole.ts';
import { createCalendarSource } from '../../applications/store/working-calendar.register.store.ts';
import { findAgencyCode } from '../../people/rules/agency.ts';
import { findAgency } from '../../people/store/agency.register.store.ts';
import type { Database } from '../../platform/database/database.ts';
import { createScanner } from '../../platform/files/scanner.ts';
import { writeXlsx } from '../../platform/xlsx/write-xlsx.ts';
import { changeItemImport } from '../../publishing/actions/import/change-import.ts';
import type { ImportDeps } from '../../publishing/actions/import/import-deps.ts';
import { openPlace } from '../../publishing/actions/import/open-source.ts';
import { prepareImport, readContents } from '../../publishing/actions/import/prepare-import.ts';
import { runImport } from '../../publishing/actions/import/run-import.ts';
import type { RunOptions } from '../../publishing/actions/import/run-import.ts';
import { tryLines } from '../../publishing/actions/import/try-lines.ts';
import { openAttachmentReader } from '../../publishing/examination/attachment-reader.ts';
import { openImportReader } from '../../publishing/examination/import-reader.ts';
import { importReportLines, importReportWorkbook } from '../../publishing/render/import-report.ts';
import { findColumnCode } from '../../publishing/rules/column.ts';
import { LINE_OUTCOME_LABEL, LINE_OUTCOMES } from '../../publishing/rules/import/item-import.ts';
import type { ImportOrder, ItemImport, OutcomeCounts, ReportLine } from '../../publishing/rules/import/item-import.ts';
import { lineName } from '../../publishing/rules/import/import-line.ts';
import { findItemKind } from '../../publishing/rules/import/kind-finder.ts';
import { findTheme } from '../../publishing/rules/import/line-draft.ts';
import { refusalText } from '../../publishing/rules/refusal.ts';
import { findColumn } from '../../publishing/store/column.register.store.ts';
import { findOpenImport, listReport } from '../../publishing/store/item-import.store.ts';
import { csvText } from '../../views/csv/csv.ts';
import { configurationFrom, openFiles, openMigrated, openSealed, today } from '../installation.ts';

const USAGE =
  'items import 文件夹、ZIP 或者表格 --agency 机构编码 [--published --origin 原网站名称] [--column 栏目编码] [--kind 信息种类] [--theme 主题分类] [--dry-run] [--report 结果.{csv,xlsx}] [--json] [--data 文件夹]';

type Values = {
  readonly agency?: string;
  readonly column?: string;
  readonly kind?: string;
  readonly theme?: string;
  readonly origin?: string;
  readonly report?: string;
  readonly published?: boolean;
  readonly json?: boolean;
  readonly 'dry-run'?: boolean;
};

async function readOrder({ queries }: Database, values: Values): Promise<ImportOrder> {
  const agency = findAgencyCode(values.agency ?? '');
  if (agency === undefined) throw new Refusal(`要用 --agency 写明机构编码，例如 990101-001，用法：gongkai ${USAGE}`);
  if ((await findAgency(queries, agency)) === undefined) throw new Refusal(`没有机构 ${agency}，请先登记`);
  const isPublished = values.published === true;
  if (isPublished !== (values.origin !== undefined))
    throw new Refusal('迁入原网站已公开的信息要写 --published，并用 --origin 写明原网站的名称；导入草稿两个都不写');
  const code = values.column === undefined ? null : findColumnCode(values.column);
  const column = code === null || code === undefined ? undefined : await findColumn(queries, code);
  if (code !== null && column?.agency !== agency) throw new Refusal(`机构 ${agency} 没有栏目 ${values.column!}`);
  const kind = values.kind === undefined ? null : findItemKind(values.kind);
  if (kind === undefined) throw new Refusal(`没有信息种类“${values.kind!}”`);
  const theme = values.theme === undefined ? null : findTheme(values.theme);
  if (theme === undefined) throw new Refusal(`没有主题分类“${values.theme!}”`);
  return {
    agency,
    mode: isPublished ? 'published' : 'drafts',
    origin: values.origin ?? null,
    column: code ?? null,
    kind,
    theme,
  };
}

const MOST_SHOWN = 50;

const sentenceOf = (counts: OutcomeCounts): string =>
  LINE_OUTCOMES.map(outcome => `${LINE_OUTCOME_LABEL[outcome]} ${counts[outcome]} 条`).join('，');

/** The progress on one line that is written over, or a line at every tenth where nobody looks. */
function progressOn(terminal: Terminal, total: number) {
  const began = performance.now();
  let told = -1;
  return (done: number) => {
    const share = Math.floor((done * 100) / total);
    if (share === told) return;
    told = share;
    const speed = Math.round(done / Math.max(0.001, (performance.now() - began) / 1000));
    terminal.err(`\r${done} / ${total}（${share}%，每秒 ${speed} 条）${done >= total ? '\n' : ''}`);
  };
}

async function writeReport(
  path: string,
  one: Pick<ItemImport, 'name' | 'mode'>,
  lines: readonly ReportLine[],
): Promise<void> {
  if (/\.xlsx$/iu.test(path)) return writeWhole(path, await writeXlsx(importReportWorkbook(one, lines)));
  if (/\.csv$/iu.test(path)) return writeWhole(path, csvText(importReportLines(lines)));
  throw new Refusal(`结果文件“${path}”的类型不支持，请写成 .csv 或者 .xlsx`);
}

function countsOf(report: readonly ReportLine[]): OutcomeCounts {
  const counts = Map.groupBy(report, ({ outcome }) => outcome);
  return Object.fromEntries(LINE_OUTCOMES.map(outcome => [outcome, counts.get(outcome)?.length ?? 0])) as OutcomeCounts;
}

type Job = {
  readonly database: Database;
  readonly deps: ImportDeps;
  readonly order: ImportOrder;
  readonly path: string;
  readonly values: Values;
  readonly terminal: Terminal;
};

/** Opens what is to be imported and reads its lines. */
async function openContents({ deps, path, terminal }: Job) {
  const tree = await openPlace(path);
  if (!tree.ok) throw new Refusal(tree.problem);
  const contents = await readContents(deps.importReader, tree.value);
  if (!contents.ok) {
    await tree.value.close();
    throw new Refusal(contents.problem);
  }
  for (const note of contents.value.notes) terminal.err(`${note}。\n`);
  return { tree: tree.value, lines: contents.value.lines };
}

/** What the command answers: 1 where a line stayed out, or became a draft because of what was found. */
async function answer(job: Job, state: string, lines: readonly ReportLine[]): Promise<ExitStatus> {
  const { order, path, values, terminal } = job;
  const counts = countsOf(lines);
  if (values.report !== undefined) await writeReport(values.report, { name: basename(path), mode: order.mode }, lines);
  const noted = lines.filter(({ message }) => message !== null);
  if (values.json === true) {
    const shown = noted.map(({ line, outcome, message }) => ({
      line: line.number,
      name: lineName(line),
      outcome,
      message,
    }));
    terminal.out(`${JSON.stringify({ state, total: lines.length, counts, lines: shown }, null, 2)}\n`);
  } else {
    terminal.out(`${values['dry-run'] === true ? '试运行，没有写入：' : ''}${sentenceOf(counts)}。\n`);
    // What is said of many lines is said once.
    const said = [...Map.groupBy(noted, ({ message }) => message)].toSorted(
      ([, one], [, other]) => other.length - one.length,
    );
    for (const [message, [first, ...more]] of said.slice(0, MOST_SHOWN)) {
      const others = more.length === 0 ? '' : ` 等 ${more.length + 1} 行`;
      terminal.out(`  第 ${first!.line.number} 行 ${lineName(first!.line)}${others}：${message!}\n`);
    }
    if (said.length > MOST_SHOWN) terminal.out('  还有别的说明，请用 --report 写出全部结果。\n');
  }
  const held = lines.some(({ outcome, message }) => outcome === 'refused' || (outcome === 'draft' && message !== null));
  return held ? 1 : 0;
}

async function dryRun(job: Job): Promise<ExitStatus> {
  const { deps, order, terminal } = job;
  const { tree, lines } = await openContents(job);
  try {
    const report = await tryLines(deps, order, tree, lines, progressOn(terminal, lines.length));
    return await answer(job, 'tried', report);
  } finally {
    await tree.close();
  }
}

/** The import of this place that is open, else a new one. */
async function beginImport(job: Job): Promise<ItemImport> {
  const { database, deps, order, path, terminal } = job;
  const open = await findOpenImport(database.queries, order.agency, path);
  if (open === undefined) {
    const { tree, lines } = await openContents(job);
    await tree.close();
    const name = basename(path);
    return prepareImport(
      deps,
      { kind: 'system' },
      { ...order, source: 'path', place: path, file: null, name, state: 'importing', lines },
    );
  }
  if (
    open.mode !== order.mode ||
    open.column !== order.column ||
    open.kind !== order.kind ||
    open.theme !== order.theme
  )
    throw new Refusal(
      '这里有一次没有完成的导入，选项与现在写的不同；请用原来的选项继续，或者在网页的“批量导入”里取消它',
    );
  terminal.err(`接着上次导入，已完成 ${open.done} / ${open.total}。\n`);
  if (open.state === 'importing') return open;
  const resumed = await changeItemImport(deps, { kind: 'system' }, open.id, 'resume');
  if (!resumed.ok) throw new Refusal(refusalText(resumed.problem));
  return resumed.value;
}

/** A process that was killed may hold the import for a moment still. */
const TRIES = 10;

async function runPatiently(deps: ImportDeps, one: ItemImport, options: RunOptions): Promise<ItemImport> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const end = await runImport(deps, one.id, options);
    if (end.kind === 'left') return end.import;
    await setTimeout(500);
  }
  throw new Refusal('另一个进程正在做这次导入，请等它完成');
}

async function bringIn(job: Job): Promise<ExitStatus> {
  const { database, deps, terminal } = job;
  const one = await beginImport(job);
  const tell = progressOn(terminal, one.total);
  let goesOn = true;
  const stop = () => void (goesOn = false);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop);
  const end = await runPatiently(deps, one, { mayGoOn: () => goesOn, onProgress: ({ done }) => tell(done) });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.off(signal, stop);
  if (end.state !== 'done')
    throw new Refusal(
      `${end.trouble ?? (end.state === 'cancelled' ? '导入已被取消' : '导入停下了')}（已完成 ${end.done} / ${end.total}${end.state === 'cancelled' ? '' : '，再运行同一条命令就接着导入'}）`,
    );
  return answer(job, end.state, await listReport(database.queries, end));
}

export const itemsImport: Command = {
  name: 'items import',
  usage: USAGE,
  summary:
    '批量导入信息：文件夹、带元数据表的 ZIP、原网站的导出（中断后再运行同一条命令就接着导入；--dry-run 只试不写）',
  run: async (args, terminal) => {
    const { values, positionals } = readOptions(args, {
      agency: { type: 'string' },
      column: { type: 'string' },
      kind: { type: 'string' },
      theme: { type: 'string' },
      origin: { type: 'string' },
      report: { type: 'string' },
      published: { type: 'boolean' },
      'dry-run': { type: 'boolean' },
      json: { type: 'boolean' },
      data: { type: 'string' },
    });
    const [named, more] = positionals;
    if (named === undefined || more !== undefined)
      throw new Refusal(`请写明要导入的一个文件夹、ZIP 或者表格，用法：gongkai ${USAGE}`);
    const path = resolve(named);
    const configuration = configurationFrom(terminal.environment, values.data);
    const database = await openMigrated(configuration);
    const importReader = openImportReader();
    const reader = openAttachmentReader(1);
    try {
      const order = await readOrder(database, values);
      const deps: ImportDeps = {
        queries: database.queries,
        files: await openFiles(configuration, await openSealed(configuration, database)),
        calendar: createCalendarSource(database.queries),
        now: () => Temporal.Now.instant(),
        today,
        reader,
        importReader,
        scanner: createScanner(configuration.clamd),
      };
      const job: Job = { database, deps, order, path, values, terminal };
      return values['dry-run'] === true ? await dryRun(job) : await bringIn(job);
    } finally {
      importReader.close();
      reader.close();
      await database.close();
    }
  },
};
