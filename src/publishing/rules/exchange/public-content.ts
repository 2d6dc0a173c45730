import type { AgencyCode } from '../../../people/rules/agency.ts';
import type { Attribute } from '../attribute.ts';
import type { Content, Relation } from '../content.ts';
import type { ColumnCode } from '../ids.ts';
import type { ItemKind } from '../item-kind.ts';
import type { NormativeDays } from '../validity.ts';

/** A file of an item as anybody may have it: of a picture the form without what the camera wrote. */
export type PublicFile = {
  readonly id: string;
  readonly title: string;
  /** The name under which it is saved. */
  readonly name: string;
  /** The id under which the file store keeps it. */
  readonly file: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly sha256: string;
};

/** Everything that an item says to the public, for whoever takes many at once. */
export type PublicContent = {
  readonly number: number;
  readonly version: number;
  readonly agency: AgencyCode;
  readonly column: ColumnCode;
  readonly kind: ItemKind;
  readonly indexNumber: string;
  readonly address: string;
  readonly publishedAt: Temporal.Instant;
  readonly publishedOn: Temporal.PlainDate;
  readonly correctedAt: Temporal.Instant | null;
  readonly attribute: Attribute | null;
  readonly normative: NormativeDays | null;
  readonly content: Content;
  readonly files: readonly PublicFile[];
  /** The public items that this one names. */
  readonly relations: readonly { readonly relation: Relation; readonly number: number; readonly address: string }[];
};
