import type { Attribute } from './attribute.ts';
import type { Genre } from './item-kind.ts';
import type { ColumnCode } from './ids.ts';
import type { ReviewStep } from './publication-log.ts';
import type { Stage } from './stage.ts';
import type { Visibility } from './fold.ts';

type Day = Temporal.PlainDate;

export const VISIBILITIES = [
  'unpublished',
  'public',
  'withdrawn',
  'removed',
] as const satisfies readonly Visibility['kind'][];

/**
 * What lists and counts need of an item: stored beside the log and the editions, and always computable from them. Of an item that
 * was published, title and metadata are those of its public edition.
 */
export type Projection = {
  readonly version: number;
  readonly stage: Stage;
  readonly visibility: Visibility['kind'];
  readonly edition: number;
  readonly publicEdition: number | null;
  readonly column: ColumnCode;
  readonly title: string;
  readonly documentNumber: string | null;
  readonly genre: Genre | null;
  readonly theme: string | null;
  readonly issuer: string;
  readonly madeOn: Day | null;
  readonly attribute: Attribute | null;
  /** By when it must be public; null for what is not to be published. */
  readonly publishBy: Day | null;
  readonly nextStep: ReviewStep | null;
  readonly publishAt: Temporal.Instant | null;
  readonly address: string | null;
  readonly publishedAt: Temporal.Instant | null;
  readonly publishedOn: Day | null;
  readonly correctedAt: Temporal.Instant | null;
  readonly reassessBy: Day | null;
  readonly emergencyOpen: boolean;
  /** By when what a later check found in the public edition must be mended. */
  readonly mendBy: Day | null;
  /** Of 规范性文件 alone: the days that `validityOn` reads. */
  readonly effectiveOn: Day | null;
  readonly expiresOn: Day | null;
  readonly amendedOn: Day | null;
  readonly endedOn: Day | null;
  readonly endedHow: 'lapsed' | 'repealed' | null;
  /** The last day of a 公示 that was published, and whether what is to happen after it is still to come. */
  readonly publicityEndsOn: Day | null;
  readonly publicityOpen: boolean;
  /** Taken down, and the public addresses have yet to prove it. */
  readonly takeDownOpen: boolean;
};
