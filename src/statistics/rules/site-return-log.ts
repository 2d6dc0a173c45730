import { actReader } from '../../kernel/act-log.ts';
import type { LogEntry } from '../../kernel/act-log.ts';
import type { StaffId } from '../../people/rules/staff-id.ts';
import type { SiteKey, SiteValue, SiteValues } from './site-return-form.ts';

type Day = Temporal.PlainDate;

/** What a published return is corrected for; readers see it. */
export type SiteCorrection = { readonly what: string; readonly why: string };

/** Everything that can happen to a site's return on a year. The log is append-only and the state is its fold. */
export type SiteReturnAct =
  | { readonly kind: 'figures-entered'; readonly values: SiteValues; readonly source: string }
  /** From here on the values stand still, the counted ones too. */
  | { readonly kind: 'submitted'; readonly values: SiteValues }
  | { readonly kind: 'returned'; readonly comment: string }
  | { readonly kind: 'approved' }
  | { readonly kind: 'published'; readonly on: Day; readonly version: number; readonly note: SiteCorrection | null }
  | ({ readonly kind: 'correction-begun' } & SiteCorrection);
export type SiteReturnActKind = SiteReturnAct['kind'];

export const SITE_RETURN_ACT_LABEL = {
  'figures-entered': '填报数据',
  submitted: '提交审签',
  returned: '退回修改',
  approved: '审签同意',
  published: '公布',
  'correction-begun': '开始更正',
} as const satisfies Record<SiteReturnActKind, string>;
export const SITE_RETURN_ACT_KINDS = Object.keys(SITE_RETURN_ACT_LABEL) as readonly SiteReturnActKind[];

/** The act of stored facts. Throws on a kind that this program does not know. */
export const readSiteReturnAct = actReader<SiteReturnAct>(SITE_RETURN_ACT_KINDS);

export type SiteReturnEntry = LogEntry<SiteReturnAct, StaffId | null>;

export type SiteReturnStage = 'open' | 'in-review' | 'approved' | 'published';
export const SITE_RETURN_STAGE_LABEL = {
  open: '填报中',
  'in-review': '审签中',
  approved: '已审签，待公布',
  published: '已公布',
} as const satisfies Record<SiteReturnStage, string>;

const OPEN_IN: Readonly<Record<SiteReturnStage, readonly SiteReturnActKind[]>> = {
  open: ['figures-entered', 'submitted'],
  'in-review': ['returned', 'approved'],
  approved: ['returned', 'published'],
  published: ['correction-begun'],
};

/** A return on its way, as its log tells it; without any act it is open and nothing is entered. */
export type SiteReturn = {
  readonly stage: SiteReturnStage;
  /** Sequence of the last act; 0 before the first. */
  readonly version: number;
  readonly entered: Readonly<Partial<Record<SiteKey, { readonly value: SiteValue; readonly source: string }>>>;
  /** Everything as it was submitted; null while it is open. */
  readonly values: SiteValues | null;
  /** All who entered or submitted: none of them approves. */
  readonly hands: readonly StaffId[];
  readonly comment: string | null;
  readonly correction: SiteCorrection | null;
  readonly publications: readonly {
    readonly version: number;
    readonly on: Day;
    readonly note: SiteCorrection | null;
    readonly values: SiteValues;
  }[];
};

function grown(state: SiteReturn, { act, by }: SiteReturnEntry): Omit<SiteReturn, 'version'> {
  const hands = by === null || state.hands.includes(by) ? state.hands : [...state.hands, by];
  switch (act.kind) {
    case 'figures-entered': {
      const entered = Object.entries(act.values).map(([key, value]) => [key, { value, source: act.source }]);
      return {
        ...state,
        hands,
        entered: { ...state.entered, ...(Object.fromEntries(entered) as SiteReturn['entered']) },
      };
    }
    case 'submitted':
      return { ...state, hands, stage: 'in-review', values: act.values, comment: null };
    case 'returned':
      return { ...state, stage: 'open', values: null, comment: act.comment };
    case 'approved':
      return { ...state, stage: 'approved' };
    case 'published': {
      const { version, on, note } = act;
      const published = { version, on, note, values: state.values! };
      return { ...state, stage: 'published', correction: null, publications: [...state.publications, published] };
    }
    case 'correction-begun':
      return { ...state, stage: 'open', values: null, correction: { what: act.what, why: act.why } };
  }
}

const NEW: SiteReturn = {
  stage: 'open',
  version: 0,
  entered: {},
  values: null,
  hands: [],
  comment: null,
  correction: null,
  publications: [],
};

/** The return that a log tells of. */
export function foldSiteReturn(log: readonly SiteReturnEntry[]): SiteReturn {
  return log.reduce<SiteReturn>((state, entry) => ({ ...grown(state, entry), version: entry.sequence }), NEW);
}

/** Why an act may not follow now, in one sentence; null when it may. Abilities are asked besides. */
export function siteReturnRefusal(state: SiteReturn, kind: SiteReturnActKind, by: StaffId): string | null {
  if (!OPEN_IN[state.stage].includes(kind))
    return `报表现在是“${SITE_RETURN_STAGE_LABEL[state.stage]}”，不能${SITE_RETURN_ACT_LABEL[kind]}，请刷新页面核对`;
  return kind === 'approved' && state.hands.includes(by) ? '参与填报的人不能审签，请由其他人办理' : null;
}

/**
 * The values as they stand: what was entered wins over what is counted, as an office may publish elsewhere too. The sum of
 * interpretations follows from its parts unless somebody entered another.
 */
export function valuesOf(state: SiteReturn, counted: SiteValues): SiteValues {
  if (state.values !== null) return state.values;
  const entered = Object.entries(state.entered).map(([key, { value }]) => [key, value]);
  const values: SiteValues = { ...counted, ...(Object.fromEntries(entered) as SiteValues) };
  const { 'interpreted.material': material, 'interpreted.product': product, 'interpreted.comment': comment } = values;
  return typeof material !== 'number' || typeof product !== 'number' || typeof comment !== 'number'
    ? values
    : { 'interpreted.total': material + product + comment, ...withoutSum(values, state) };
}

function withoutSum(values: SiteValues, { entered }: SiteReturn): SiteValues {
  if (entered['interpreted.total'] !== undefined) return values;
  const { 'interpreted.total': _sum, ...rest } = values;
  return rest;
}
