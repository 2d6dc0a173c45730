import { setImmediate } from 'node:timers/promises';
import type { Content } from '../../rules/content.ts';
import { GATE_LABEL } from '../../rules/gates/gate.ts';
import type { GateFinding } from '../../rules/gates/gate.ts';
import { unread } from '../../rules/gates/reading.ts';
import { runGates } from '../../rules/gates/run-gates.ts';
import type { ItemId } from '../../rules/ids.ts';
import { historyFault, importedHistory } from '../../rules/import/import-history.ts';
import type { ImportLine } from '../../rules/import/import-line.ts';
import type { LineDraft } from '../../rules/import/line-draft.ts';
import { findOldAddress } from '../../rules/import/old-address.ts';
import { keyedFindings } from '../../store/finding.store.ts';
import { listKnownKeys, listNamedItems, listTakenNumbers } from '../../store/imported-item.store.ts';
import { gatherFiles } from './gather-files.ts';
import type { Gathered, ImportedAttachment } from './gather-files.ts';
import type { ImportDeps } from './import-deps.ts';
import type { ImportRun } from './import-run.ts';
import { draftLines } from './line-documents.ts';
import type { DraftedLine } from './line-documents.ts';

/** What becomes of a line. */
export type JudgedLine =
  | { readonly kind: 'refused'; readonly message: string }
  | { readonly kind: 'known'; readonly message: string; readonly item: ItemId | null }
  | {
      readonly kind: 'item';
      readonly outcome: 'published' | 'draft';
      readonly message: string | null;
      readonly key: string;
      readonly draft: LineDraft;
      readonly attachments: readonly ImportedAttachment[];
      readonly findings: readonly GateFinding[];
    };

const NOT_READ = unread('现在读不了');

function examine(run: ImportRun, draft: LineDraft, { content, attachments }: Gathered, documentNumberTaken: boolean) {
  const pictures = new Set(content.body.flatMap(block => (block.kind === 'image' ? [block.attachment] : [])));
  return keyedFindings(
    runGates({
      kind: draft.kind,
      content,
      attachments: attachments.map(({ attachment, title, reading }) => ({
        title,
        fileName: attachment.name,
        reading: reading ?? NOT_READ,
        inBody: pictures.has(attachment.id),
      })),
      today: run.context.today,
      ...run.facts,
      documentNumberTaken,
      interpreted: [],
    }),
  );
}

/** 检查发现 3 处必须处理（个人信息、密级标志）; null where nothing stops. */
function stopsText(findings: readonly GateFinding[]): string | null {
  const stops = findings.filter(({ level }) => level === 'stop');
  if (stops.length === 0) return null;
  return `检查发现 ${stops.length} 处必须处理（${[...new Set(stops.map(({ gate }) => GATE_LABEL[gate]))].join('、')}）`;
}

/** Why the procedure does not allow that the line is taken over as published; null where it does. */
function faultOf({ order, context }: ImportRun, draft: LineDraft, findings: readonly GateFinding[]): string | null {
  const { firstPublishedAt, change, content, kind } = draft;
  if (firstPublishedAt === null) return '没有发布日期';
  const marks = findings.map(({ key, gate, level }) => ({ key, gate, level }));
  const taken = { address: '/', firstPublishedAt, origin: order.origin ?? '', change };
  return historyFault(importedHistory({ kind, at: context.now, findings: marks }, taken), content, context.today);
}

/** What the register knows of the lines of a batch. */
async function lookUp({ queries }: ImportDeps, { order }: ImportRun, lines: readonly DraftedLine[]) {
  const references = lines.flatMap(({ line: { fields } }) =>
    fields.interprets === undefined ? [] : [fields.interprets, findOldAddress(fields.interprets) ?? ''],
  );
  const numbers = lines.flatMap(({ draft }) => draft.content.documentNumber ?? []);
  return {
    known: await listKnownKeys(
      queries,
      order.agency,
      lines.map(({ key }) => key),
    ),
    takenNumbers: new Set(await listTakenNumbers(queries, order.agency, numbers)),
    named: await listNamedItems(queries, references),
  };
}
type Register = Awaited<ReturnType<typeof lookUp>>;

async function judge(deps: ImportDeps, run: ImportRun, one: DraftedLine, register: Register): Promise<JudgedLine> {
  const { mode } = run.order;
  const { interprets } = one.line.fields;
  const target =
    interprets === undefined
      ? undefined
      : (register.named.get(interprets) ?? register.named.get(findOldAddress(interprets) ?? ''));
  const gathered = await gatherFiles(deps, run, one);
  const content: Content = {
    ...gathered.content,
    relations: target === undefined ? [] : [{ relation: 'interprets', to: target }],
  };
  const draft = { ...one.draft, content };
  const number = content.documentNumber === null ? null : `${draft.kind} ${content.documentNumber}`;
  const isTaken = number !== null && register.takenNumbers.has(number);
  if (number !== null) register.takenNumbers.add(number);
  const findings = examine(run, draft, { ...gathered, content }, isTaken);

  const reasons = [
    stopsText(findings),
    ...gathered.doubts,
    ...(interprets !== undefined && target === undefined ? [`被解读文件“${interprets.slice(0, 60)}”没有找到`] : []),
    ...(mode === 'published' ? draft.doubts : []),
  ].filter(reason => reason !== null);
  // Whatever else the procedure has against it is asked last.
  const fault = mode === 'published' && reasons.length === 0 ? faultOf(run, draft, findings) : null;
  const held = fault === null ? reasons : [fault];
  const notes = [...held, ...draft.remarks, ...gathered.remarks];
  return {
    kind: 'item',
    outcome: mode === 'published' && held.length === 0 ? 'published' : 'draft',
    message: notes.length === 0 ? null : notes.join('；'),
    key: one.key,
    draft,
    attachments: gathered.attachments,
    findings,
  };
}

/** Others are answered while many lines are looked at: no more than this is done at a stretch. */
const STRETCH_MS = 8;

/**
 * Judges lines in their order: what each would be as an item, what the gates find in it, and whether it goes public, becomes a draft or
 * stays out. Foreign files are read in processes apart. Writes nothing but the files of what will be an item, and not even these in a trial.
 */
export async function judgeLines(
  deps: ImportDeps,
  run: ImportRun,
  lines: readonly ImportLine[],
): Promise<readonly JudgedLine[]> {
  const drafted = await draftLines(deps, run, lines);
  const register = await lookUp(
    deps,
    run,
    drafted.flatMap(one => (one.ok ? [one.value] : [])),
  );
  const seen = new Map<string, number>();
  const judged: JudgedLine[] = [];
  let stretch = performance.now();
  for (const one of drafted) {
    if (!one.ok) {
      judged.push({ kind: 'refused', message: one.problem });
      continue;
    }
    const { key, line } = one.value;
    const [before, twin] = [register.known.get(key), seen.get(key)];
    seen.set(key, twin ?? line.number);
    if (before !== undefined)
      judged.push({ kind: 'known', message: `以前已经导入，索引号 ${before.indexNumber}`, item: before.item });
    else if (twin !== undefined) judged.push({ kind: 'known', message: `与第 ${twin} 行相同`, item: null });
    else judged.push(await judge(deps, run, one.value, register));
    if (performance.now() - stretch > STRETCH_MS) {
      await setImmediate();
      stretch = performance.now();
    }
  }
  return judged;
}
