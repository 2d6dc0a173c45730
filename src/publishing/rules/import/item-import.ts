import type { AgencyCode } from '../../../people/rules/agency.ts';
import type { StaffId } from '../../../people/rules/staff-id.ts';
import type { Brand } from '../../../kernel/brand.ts';
import type { ColumnCode, ItemId } from '../ids.ts';
import type { ItemKind } from '../item-kind.ts';
import type { ImportLine } from './import-line.ts';

export type ImportId = Brand<string, 'ImportId'>;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** The id in an address; undefined where it is none. */
export function findImportId(text: string): ImportId | undefined {
  return UUID.test(text) ? (text as ImportId) : undefined;
}

/** Where files come from: a path on the server, or a file that was sent to us. */
export const IMPORT_SOURCES = ['path', 'upload'] as const;
export type ImportSourceKind = (typeof IMPORT_SOURCES)[number];

/** What becomes of a line that nothing stops: a draft, or what the older site had published. */
export const IMPORT_MODES = ['drafts', 'published'] as const;
export type ImportMode = (typeof IMPORT_MODES)[number];
export const IMPORT_MODE_LABEL = {
  drafts: '作为草稿，逐条审核后发布',
  published: '作为原网站已经公开的信息迁入',
} as const satisfies Record<ImportMode, string>;

/** `trying` and `importing` go on by themselves; the others wait for somebody, or have ended. */
export const IMPORT_STATES = ['trying', 'tried', 'importing', 'paused', 'done', 'cancelled'] as const;
export type ImportState = (typeof IMPORT_STATES)[number];
export const IMPORT_STATE_LABEL = {
  trying: '试运行中',
  tried: '试运行完毕，待导入',
  importing: '导入中',
  paused: '已暂停',
  done: '已完成',
  cancelled: '已取消',
} as const satisfies Record<ImportState, string>;

/** What became of a line, or in a trial what would become of it. */
export const LINE_OUTCOMES = ['published', 'draft', 'known', 'refused'] as const;
export type LineOutcome = (typeof LINE_OUTCOMES)[number];
export const LINE_OUTCOME_LABEL = {
  published: '已公开',
  draft: '成为草稿',
  known: '以前已导入',
  refused: '没有导入',
} as const satisfies Record<LineOutcome, string>;

/** How a whole import is to be done. */
export type ImportOrder = {
  readonly agency: AgencyCode;
  readonly mode: ImportMode;
  /** The name of the older site; of published history alone. */
  readonly origin: string | null;
  /** Where lines go that name no column, and what they are where neither they nor their column say it. */
  readonly column: ColumnCode | null;
  readonly kind: ItemKind | null;
  readonly theme: string | null;
};

/** An import as it stands. */
export type ItemImport = ImportOrder & {
  readonly id: ImportId;
  readonly preparedBy: StaffId | null;
  readonly startedBy: StaffId | null;
  readonly source: ImportSourceKind;
  readonly place: string | null;
  readonly file: string | null;
  readonly name: string;
  readonly state: ImportState;
  readonly total: number;
  readonly done: number;
  readonly trouble: string | null;
  readonly preparedAt: Temporal.Instant;
  readonly changedAt: Temporal.Instant;
};

/** A line with what became of it; outcome null until its turn. */
export type ReportLine = {
  readonly line: ImportLine;
  readonly outcome: LineOutcome | null;
  readonly message: string | null;
  /** What it became; null in a trial and for what stayed out. */
  readonly item: { readonly id: ItemId; readonly indexNumber: string; readonly address: string | null } | null;
};

export type OutcomeCounts = Readonly<Record<LineOutcome, number>>;

/** What may be done to an import in a state. */
export const IMPORT_ACTS = ['start', 'pause', 'resume', 'cancel'] as const;
export type ImportAct = (typeof IMPORT_ACTS)[number];
export const IMPORT_ACT_LABEL = {
  start: '开始导入',
  pause: '暂停',
  resume: '继续导入',
  cancel: '取消',
} as const satisfies Record<ImportAct, string>;

export const ACTS_OF_STATE = {
  trying: ['cancel'],
  tried: ['start', 'cancel'],
  importing: ['pause', 'cancel'],
  paused: ['resume', 'cancel'],
  done: [],
  cancelled: [],
} as const satisfies Record<ImportState, readonly ImportAct[]>;

export const STATE_AFTER = {
  start: 'importing',
  pause: 'paused',
  resume: 'importing',
  cancel: 'cancelled',
} as const satisfies Record<ImportAct, ImportState>;
