import type { AgencyCode } from '../../people/rules/agency.ts';
import type { ColumnCode, ItemId } from '../rules/ids.ts';
import type { Genre, ItemKind } from '../rules/item-kind.ts';
import type { NormativeDays } from '../rules/validity.ts';

type Day = Temporal.PlainDate;

/** Something public as lists show it. */
export type PublicLine = {
  readonly id: ItemId;
  readonly number: number;
  readonly address: string;
  readonly agency: AgencyCode;
  readonly column: ColumnCode;
  readonly kind: ItemKind;
  readonly theme: string | null;
  readonly genre: Genre | null;
  readonly issuer: string;
  readonly title: string;
  readonly documentNumber: string | null;
  readonly madeOn: Day | null;
  readonly publishedAt: Temporal.Instant;
  readonly publishedOn: Day;
  readonly correctedAt: Temporal.Instant | null;
  /** Of 规范性文件 alone. */
  readonly normative: NormativeDays | null;
  /** Whether something public interprets it. */
  readonly interpreted: boolean;
};

/** The same as it is kept in memory: days and moments are ISO text, a quarter of the size. */
export type KeptLine = {
  readonly id: string;
  readonly number: number;
  readonly address: string;
  readonly agency: string;
  readonly column_code: string;
  readonly kind: string;
  readonly theme: string | null;
  readonly genre: string | null;
  readonly issuer: string;
  readonly title: string;
  readonly document_number: string | null;
  readonly made_on: string | null;
  readonly published_at: string;
  readonly published_on: string;
  readonly corrected_at: string | null;
  readonly effective_on: string | null;
  readonly expires_on: string | null;
  readonly amended_on: string | null;
  readonly ended_on: string | null;
  readonly ended_how: string | null;
  readonly interpreted: boolean;
  /** `published_at` in microseconds since 1970, for the order. */
  readonly moment: number;
};

const dayOf = (text: string | null): Day | null => (text === null ? null : Temporal.PlainDate.from(text));

/** The days of a 规范性文件; null of everything else. */
export function normativeOf(line: KeptLine): NormativeDays | null {
  if (line.effective_on === null) return null;
  const endedOn = dayOf(line.ended_on);
  return {
    effectiveOn: Temporal.PlainDate.from(line.effective_on),
    expiresOn: dayOf(line.expires_on),
    amendedOn: dayOf(line.amended_on),
    ended: endedOn === null ? null : { on: endedOn, how: line.ended_how as 'lapsed' | 'repealed' },
  };
}

/** A kept line as lists show it. */
export function publicLineOf(line: KeptLine): PublicLine {
  return {
    id: line.id as ItemId,
    number: line.number,
    address: line.address,
    agency: line.agency as AgencyCode,
    column: line.column_code as ColumnCode,
    kind: line.kind as ItemKind,
    theme: line.theme,
    genre: line.genre as Genre | null,
    issuer: line.issuer,
    title: line.title,
    documentNumber: line.document_number,
    madeOn: dayOf(line.made_on),
    publishedAt: Temporal.Instant.from(line.published_at),
    publishedOn: Temporal.PlainDate.from(line.published_on),
    correctedAt: line.corrected_at === null ? null : Temporal.Instant.from(line.corrected_at),
    normative: normativeOf(line),
    interpreted: line.interpreted,
  };
}
