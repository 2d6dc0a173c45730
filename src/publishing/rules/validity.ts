type Day = Temporal.PlainDate;

/** 有效性 of a 规范性文件 on a day. */
export const VALIDITIES = ['not-yet-in-force', 'in-force', 'amended', 'lapsed', 'repealed'] as const;
export type Validity = (typeof VALIDITIES)[number];
export const VALIDITY_LABEL = {
  'not-yet-in-force': '尚未施行',
  'in-force': '有效',
  amended: '已修改',
  lapsed: '失效',
  repealed: '废止',
} as const satisfies Record<Validity, string>;

/** What a person can make of a document's validity; 尚未施行 and 有效 follow from its days. */
export const VALIDITY_CHANGES = ['amended', 'lapsed', 'repealed'] as const satisfies readonly Validity[];
export type ValidityChange = (typeof VALIDITY_CHANGES)[number];

/** The days of a 规范性文件, from the document itself and from what happened to it. `expiresOn` is its last day in force. */
export type NormativeDays = {
  /** 施行日期. */
  readonly effectiveOn: Day;
  /** 有效期至; null where it has none. */
  readonly expiresOn: Day | null;
  readonly amendedOn: Day | null;
  /** The first day on which it no longer holds, and why. */
  readonly ended: { readonly on: Day; readonly how: 'lapsed' | 'repealed' } | null;
};

const isAfter = (one: Day, other: Day): boolean => Temporal.PlainDate.compare(one, other) > 0;

/** Whether a document stands, and in which state, on a day. A period of validity that has passed ends it by itself. */
export function validityOn({ effectiveOn, expiresOn, amendedOn, ended }: NormativeDays, day: Day): Validity {
  if (ended !== null && !isAfter(ended.on, day)) return ended.how;
  if (expiresOn !== null && isAfter(day, expiresOn)) return 'lapsed';
  if (isAfter(effectiveOn, day)) return 'not-yet-in-force';
  return amendedOn !== null && !isAfter(amendedOn, day) ? 'amended' : 'in-force';
}

/**
 * The first day on which a document no longer holds; null where none is known. A period of validity that passes before the
 * document is repealed ends it first.
 */
export function endOf({
  expiresOn,
  ended,
}: NormativeDays): { readonly on: Day; readonly how: 'lapsed' | 'repealed' } | null {
  const lapse = expiresOn === null ? null : ({ on: expiresOn.add({ days: 1 }), how: 'lapsed' } as const);
  if (ended === null || lapse === null) return ended ?? lapse;
  return isAfter(ended.on, lapse.on) ? lapse : ended;
}

/** The figures of table two, 第二十条第（一）项, and what makes them agree from year to year. */
export type NormativeCounts = {
  /** 本年制发件数. */
  readonly issued: number;
  /** 本年废止件数. */
  readonly repealed: number;
  /** Ended in the year because their period had passed or because they were declared 失效. */
  readonly lapsed: number;
  /** 现行有效件数 on 31 December; 尚未施行 are among them, being issued and not ended. */
  readonly inForce: number;
  /** The same at the end of the year before. */
  readonly inForceBefore: number;
};

/** 有效(Y) = 有效(Y-1) + 制发 - 废止 - 失效. */
export function countsAgree({ issued, repealed, lapsed, inForce, inForceBefore }: NormativeCounts): boolean {
  return inForce === inForceBefore + issued - repealed - lapsed;
}
