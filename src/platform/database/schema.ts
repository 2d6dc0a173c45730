import type { ColumnType, Generated } from 'kysely';

/**
 * The tables and views as SQL knows them. Dates and instants are ISO text, `jsonb` is unknown until a store has read it:
 * a store turns rows into domain types at its edge. `schema.db.test.ts` holds this against the real database.
 */
export type Schema = {
  readonly schema_migrations: MigrationRow;
  readonly agencies: AgencyRow;
  readonly published_annual_reports: PublishedAnnualReportRow;
  /** View: the latest version of each agency's report on each year. */
  readonly current_annual_reports: CurrentAnnualReportRow;
  readonly installation_facts: InstallationFactRow;
};

/** Set by the database when the row is written; never written by us. */
type WrittenByDatabase = ColumnType<string, never, never>;
/** Written as JSON text, read as whatever it holds. */
type Json = ColumnType<unknown, string, string>;

export type MigrationRow = {
  readonly number: number;
  readonly name: string;
  readonly checksum: string;
  readonly applied_at: WrittenByDatabase;
};

export type AgencyRow = {
  readonly code: string;
  readonly name: string;
  readonly short_name: string;
  readonly kind: string;
  readonly parent: string | null;
  readonly may_make_rules: Generated<boolean>;
  readonly contact_office: string | null;
  readonly contact_address: string | null;
  readonly contact_postcode: string | null;
  readonly contact_hours: string | null;
  readonly contact_telephone: string | null;
  readonly contact_fax: string | null;
  readonly contact_online: string | null;
};

export type PublishedAnnualReportRow = {
  readonly agency: string;
  readonly year: number;
  readonly version: number;
  readonly published_on: string;
  readonly report: Json;
  readonly filed_at: WrittenByDatabase;
};

/** PostgreSQL does not know of a view's columns that they cannot be null; the table behind it says so. */
export type CurrentAnnualReportRow = {
  readonly agency: ColumnType<string, never, never>;
  readonly year: ColumnType<number, never, never>;
  readonly version: ColumnType<number, never, never>;
  readonly published_on: ColumnType<string, never, never>;
  readonly report: ColumnType<unknown, never, never>;
  readonly filed_at: WrittenByDatabase;
};

export type InstallationFactRow = {
  readonly key: string;
  readonly value: string;
  readonly noted_at: Generated<string>;
};
