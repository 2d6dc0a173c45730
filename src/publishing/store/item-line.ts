import type { AgencyCode } from '../../people/rules/agency.ts';
import type { Selectable } from 'kysely';
import type { ItemRow } from '../../platform/database/schema.ts';
import type { Attribute } from '../rules/attribute.ts';
import type { Visibility } from '../rules/fold.ts';
import type { ColumnCode, ItemId } from '../rules/ids.ts';
import type { Genre, ItemKind } from '../rules/item-kind.ts';
import type { ReviewStep } from '../rules/publication-log.ts';
import type { Stage } from '../rules/stage.ts';
import type { Projection } from '../rules/projection.ts';
import type { NormativeDays } from '../rules/validity.ts';

type Day = Temporal.PlainDate;

/** The days of a projection that a line gives together, as `validityOn` reads them. */
type NormativeColumn = 'effectiveOn' | 'expiresOn' | 'amendedOn' | 'endedOn' | 'endedHow';

/** An item as a line of a list: what identifies it, and its projection. */
export type ItemLine = Omit<Projection, NormativeColumn> & {
  readonly id: ItemId;
  readonly number: number;
  readonly agency: AgencyCode;
  readonly kind: ItemKind;
  readonly indexNumber: string;
  /** Of 规范性文件 alone. */
  readonly normative: NormativeDays | null;
};

const dayOf = (text: string | null): Day | null => (text === null ? null : Temporal.PlainDate.from(text));
const instantOf = (text: string | null): Temporal.Instant | null =>
  text === null ? null : Temporal.Instant.from(text);

/** The line of a row of `items`. */
export function itemLineOf(row: Selectable<ItemRow>): ItemLine {
  const endedOn = dayOf(row.ended_on);
  return {
    id: row.id as ItemId,
    number: row.number,
    agency: row.agency as AgencyCode,
    kind: row.kind as ItemKind,
    indexNumber: row.index_number,
    version: row.version,
    stage: row.stage as Stage,
    visibility: row.visibility as Visibility['kind'],
    edition: row.edition,
    publicEdition: row.public_edition,
    column: row.column_code as ColumnCode,
    title: row.title,
    documentNumber: row.document_number,
    genre: row.genre as Genre | null,
    theme: row.theme,
    issuer: row.issuer,
    madeOn: dayOf(row.made_on),
    attribute: row.attribute as Attribute | null,
    publishBy: dayOf(row.publish_by),
    nextStep: row.next_step as ReviewStep | null,
    publishAt: instantOf(row.publish_at),
    address: row.address,
    publishedAt: instantOf(row.published_at),
    publishedOn: dayOf(row.published_on),
    correctedAt: instantOf(row.corrected_at),
    reassessBy: dayOf(row.reassess_by),
    emergencyOpen: row.emergency_open,
    mendBy: dayOf(row.mend_by),
    publicityEndsOn: dayOf(row.publicity_ends_on),
    publicityOpen: row.publicity_open,
    takeDownOpen: row.take_down_open,
    normative:
      row.effective_on === null
        ? null
        : {
            effectiveOn: Temporal.PlainDate.from(row.effective_on),
            expiresOn: dayOf(row.expires_on),
            amendedOn: dayOf(row.amended_on),
            ended: endedOn === null ? null : { on: endedOn, how: row.ended_how as 'lapsed' | 'repealed' },
          },
  };
}
