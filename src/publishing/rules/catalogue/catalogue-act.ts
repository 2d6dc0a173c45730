import { actReader } from '../../../kernel/act-log.ts';
import type { LogEntry } from '../../../kernel/act-log.ts';
import { assertNever } from '../../../kernel/assert-never.ts';
import type { AgencyCode } from '../../../people/rules/agency.ts';
import type { ItemId } from '../ids.ts';
import type { Actor } from '../publication-log.ts';
import type { Deadline } from './deadline.ts';

type Day = Temporal.PlainDate;

/** What can happen to an entry of a catalogue besides that another version says something else of it. */
export type CatalogueAct =
  /** An item fulfils the entry for an agency. */
  | { readonly kind: 'linked'; readonly item: ItemId; readonly agency: AgencyCode | null }
  | { readonly kind: 'unlinked'; readonly item: ItemId }
  /** Something came about that the entry demands to be published, before there is a draft: a budget approved, a project begun. */
  | {
      readonly kind: 'event-noted';
      readonly agency: AgencyCode | null;
      readonly on: Day;
      readonly title: string;
    }
  | { readonly kind: 'event-dropped'; readonly event: number; readonly reason: string }
  /** What stands in public was looked at and is still right. */
  | { readonly kind: 'reviewed'; readonly agency: AgencyCode | null; readonly on: Day }
  /** 不适用: the place has no such matter. */
  | { readonly kind: 'set-aside'; readonly agency: AgencyCode | null; readonly reason: string }
  | { readonly kind: 'taken-up'; readonly agency: AgencyCode | null; readonly reason: string }
  /** A person says by when, where the catalogue's words do not. */
  | { readonly kind: 'deadline-set'; readonly deadline: Deadline }
  /** A person says who, where the catalogue's words mean nobody. */
  | { readonly kind: 'publishers-set'; readonly agencies: readonly AgencyCode[] };

export type CatalogueActKind = CatalogueAct['kind'];

export const CATALOGUE_ACT_LABEL = {
  linked: '关联信息',
  unlinked: '取消关联',
  'event-noted': '登记应公开的情形',
  'event-dropped': '撤销登记的情形',
  reviewed: '复核仍然准确',
  'set-aside': '列为不适用',
  'taken-up': '恢复适用',
  'deadline-set': '明确公开时限',
  'publishers-set': '明确公开主体',
} as const satisfies Record<CatalogueActKind, string>;

export const CATALOGUE_ACT_KINDS = Object.keys(CATALOGUE_ACT_LABEL) as readonly CatalogueActKind[];

export type CatalogueLogEntry = LogEntry<CatalogueAct, Actor>;

/** The act of stored facts. Throws on a kind that this program does not know. */
export const readCatalogueAct = actReader<CatalogueAct>(CATALOGUE_ACT_KINDS);

export type EntryLink = { readonly item: ItemId; readonly agency: AgencyCode | null };
export type EntryEvent = {
  /** Sequence of the act that noted it. */
  readonly event: number;
  readonly agency: AgencyCode | null;
  readonly on: Day;
  readonly title: string;
};
export type SetAside = { readonly agency: AgencyCode | null; readonly reason: string };

/** An entry as its log tells it. Made by `foldEntry` alone. */
export type EntryState = {
  /** Sequence of the last act; 0 where there is none. */
  readonly version: number;
  readonly links: readonly EntryLink[];
  readonly events: readonly EntryEvent[];
  readonly reviewed: readonly { readonly agency: AgencyCode | null; readonly on: Day }[];
  readonly setAside: readonly SetAside[];
  readonly deadline: Deadline | null;
  readonly publishers: readonly AgencyCode[] | null;
};

export const UNTOUCHED: EntryState = {
  version: 0,
  links: [],
  events: [],
  reviewed: [],
  setAside: [],
  deadline: null,
  publishers: null,
};

function applied(state: EntryState, { sequence, act }: CatalogueLogEntry): EntryState {
  const next = { ...state, version: sequence };
  switch (act.kind) {
    case 'linked':
      return {
        ...next,
        links: [...state.links.filter(({ item }) => item !== act.item), { item: act.item, agency: act.agency }],
      };
    case 'unlinked':
      return { ...next, links: state.links.filter(({ item }) => item !== act.item) };
    case 'event-noted': {
      const { agency, on, title } = act;
      return { ...next, events: [...state.events, { event: sequence, agency, on, title }] };
    }
    case 'event-dropped':
      return { ...next, events: state.events.filter(({ event }) => event !== act.event) };
    case 'reviewed':
      return { ...next, reviewed: [...state.reviewed, { agency: act.agency, on: act.on }] };
    case 'set-aside':
      return {
        ...next,
        setAside: [
          ...state.setAside.filter(({ agency }) => agency !== act.agency),
          { agency: act.agency, reason: act.reason },
        ],
      };
    case 'taken-up':
      return { ...next, setAside: state.setAside.filter(({ agency }) => agency !== act.agency) };
    case 'deadline-set':
      return { ...next, deadline: act.deadline };
    case 'publishers-set':
      return { ...next, publishers: act.agencies.length === 0 ? null : act.agencies };
  }
  return assertNever(act);
}

/** The state of an entry after its log, which may be empty. */
export function foldEntry(log: readonly CatalogueLogEntry[]): EntryState {
  return log.reduce(applied, UNTOUCHED);
}
