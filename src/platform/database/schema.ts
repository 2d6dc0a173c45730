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
  readonly staff: StaffRow;
  readonly staff_roles: StaffRoleRow;
  readonly delegations: DelegationRow;
  readonly recovery_codes: RecoveryCodeRow;
  readonly sessions: SessionRow;
  readonly known_devices: KnownDeviceRow;
  readonly sign_in_attempts: SignInAttemptRow;
  readonly settings: SettingRow;
  readonly journal: JournalRow;
  readonly journal_links: JournalLinkRow;
  readonly journal_head: JournalHeadRow;
  readonly application_numbers: ApplicationNumberRow;
  readonly disputes: DisputeRow;
  readonly dispute_acts: DisputeActRow;
  readonly annual_report_years: AnnualReportYearRow;
  readonly annual_report_acts: AnnualReportActRow;
  readonly annual_report_evidence: AnnualReportEvidenceRow;
  readonly site_return_acts: SiteReturnActRow;
  readonly report_rounds: ReportRoundRow;
  readonly report_round_acts: ReportRoundActRow;
  readonly report_submissions: ReportSubmissionRow;
  readonly report_uploads: ReportUploadRow;
  readonly report_agency_names: ReportAgencyNameRow;
  readonly report_codes: ReportCodeRow;
  readonly rectifications: RectificationRow;
  readonly rectification_acts: RectificationActRow;
  readonly applications: ApplicationRow;
  readonly application_acts: ApplicationActRow;
  readonly applicants: ApplicantRow;
  readonly application_forms: ApplicationFormRow;
  readonly application_files: ApplicationFileRow;
  readonly application_letters: ApplicationLetterRow;
  readonly application_letter_versions: ApplicationLetterVersionRow;
  readonly signed_letters: SignedLetterRow;
  readonly application_consultations: ApplicationConsultationRow;
  readonly search_tasks: SearchTaskRow;
  readonly saved_views: SavedViewRow;
  readonly reminders: ReminderRow;
  readonly due_date_feeds: DueDateFeedRow;
  readonly form_drafts: FormDraftRow;
  readonly outbox_messages: OutboxMessageRow;
  readonly job_runs: JobRunRow;
  readonly rate_limits: RateLimitRow;
  readonly calendar_changes: CalendarChangeRow;
  readonly calendar_moves: CalendarMoveRow;
  readonly severance_originals: SeveranceOriginalRow;
  readonly severances: SeveranceRow;
  readonly severance_grounds: SeveranceGroundRow;
  readonly letter_templates: LetterTemplateRow;
  readonly document_number_series: DocumentNumberSeriesRow;
  readonly document_numbers: DocumentNumberRow;
  readonly publication_columns: PublicationColumnRow;
  readonly index_number_series: IndexNumberSeriesRow;
  readonly item_numbers: ItemNumberRow;
  readonly items: ItemRow;
  readonly item_acts: ItemActRow;
  readonly item_editions: ItemEditionRow;
  readonly item_attachments: ItemAttachmentRow;
  readonly item_attachment_readings: ItemAttachmentReadingRow;
  readonly item_pictures: ItemPictureRow;
  readonly item_relations: ItemRelationRow;
  readonly item_findings: ItemFindingRow;
  readonly item_imports: ItemImportRow;
  readonly item_import_lines: ItemImportLineRow;
  readonly imported_items: ImportedItemRow;
  readonly old_addresses: OldAddressRow;
  readonly catalogue_versions: CatalogueVersionRow;
  readonly catalogue_entries: CatalogueEntryRow;
  readonly catalogue_acts: CatalogueActRow;
  readonly item_search: ItemSearchRow;
  readonly item_search_waiting: ItemSearchWaitingRow;
  readonly site_changes: SiteChangeRow;
  readonly exchange_packages: ExchangePackageRow;
  readonly exchange_package_items: ExchangePackageItemRow;
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
  readonly disclosure_head: string | null;
  readonly review_organ: string | null;
  readonly court: string | null;
  readonly letterhead: string | null;
  readonly number_prefix: string | null;
  readonly legal_review: Generated<string>;
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

export type ApplicationNumberRow = { readonly agency: string; readonly year: number; readonly last: number };

export type ApplicationRow = {
  readonly id: string;
  readonly agency: string;
  readonly year: number;
  readonly number: number;
  readonly case_kind: string;
  readonly query_code: string;
  readonly password_hash: string | null;
  readonly requested_description: string;
  readonly requested_title: string | null;
  readonly requested_document_number: string | null;
  readonly supply_form: string;
  readonly supply_route: string;
  readonly search_terms: ColumnType<string, string | undefined, string>;
  readonly assistance: string | null;
  readonly notify_by: string | null;
  readonly lodged_at: string;
  readonly version: number;
  readonly stage: string;
  readonly handler: string | null;
  readonly applicant_kind: string;
  readonly channel: string;
  readonly received_on: string | null;
  readonly reply_due_on: string | null;
  readonly next_due_on: string | null;
  readonly waits_for: string | null;
  readonly provisional: Generated<boolean>;
  readonly review_steps: Generated<readonly string[]>;
  readonly delivery: string | null;
  readonly settled_on: string | null;
  readonly outcome: string | null;
  readonly done_late: boolean | null;
  readonly counted: Generated<boolean>;
  readonly counted_on: string | null;
  readonly counted_outcome: string | null;
};

export type DisputeRow = {
  readonly id: string;
  readonly agency: string;
  readonly sealed_party: string;
  readonly version: number;
  readonly entered_at: string;
};

export type DisputeActRow = {
  readonly dispute: string;
  readonly sequence: number;
  readonly kind: string;
  readonly at: string;
  readonly actor: string | null;
  readonly facts: Json;
};

export type AnnualReportYearRow = { readonly agency: string; readonly year: number; readonly version: number };

export type AnnualReportActRow = {
  readonly agency: string;
  readonly year: number;
  readonly sequence: number;
  readonly kind: string;
  readonly at: string;
  readonly actor: string | null;
  readonly facts: Json;
};

export type AnnualReportEvidenceRow = {
  readonly id: string;
  readonly agency: string;
  readonly year: number;
  readonly file: string;
  readonly name: string;
  readonly media_type: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly kept_at: string;
};

export type SiteReturnActRow = {
  readonly agency: string;
  readonly year: number;
  readonly sequence: number;
  readonly kind: string;
  readonly at: string;
  readonly actor: string | null;
  readonly facts: Json;
};

export type ReportRoundRow = { readonly office: string; readonly year: number; readonly version: number };

export type ReportRoundActRow = {
  readonly office: string;
  readonly year: number;
  readonly sequence: number;
  readonly kind: string;
  readonly at: string;
  readonly actor: string | null;
  readonly facts: Json;
};

export type ReportSubmissionRow = {
  readonly id: string;
  readonly office: string;
  readonly year: number;
  readonly agency: string;
  readonly route: string;
  readonly report: Json;
  readonly findings: Json;
  readonly file: string | null;
  readonly file_name: string | null;
  readonly submitted_on: string;
};

export type ReportUploadRow = {
  readonly id: string;
  readonly office: string;
  readonly year: number;
  readonly batch: string;
  readonly place: number;
  readonly route: string;
  readonly file: string;
  readonly name: string;
  readonly state: string;
  readonly sentence: string | null;
  readonly printed_name: string | null;
  readonly agency: string | null;
  readonly answer: Json;
  readonly submission: string | null;
  readonly uploaded_by: string | null;
  readonly uploaded_at: string;
};

export type ReportAgencyNameRow = {
  readonly office: string;
  readonly name: string;
  readonly agency: string;
  readonly answered_by: string;
  readonly answered_at: string;
};

export type ReportCodeRow = {
  readonly office: string;
  readonly year: number;
  readonly agency: string;
  readonly code_digest: string;
  readonly expires_on: string;
  readonly issued_at: string;
};

export type ApplicationActRow = {
  readonly application: string;
  readonly sequence: number;
  readonly kind: string;
  readonly at: string;
  readonly actor_kind: string;
  readonly actor: string | null;
  readonly facts: Json;
};

export type ApplicantRow = {
  readonly application: string;
  readonly position: number;
  readonly kind: string;
  readonly sealed: string;
  readonly masked_name: string;
  readonly name_digest: string;
  readonly identity_digest: string | null;
};

export type ApplicationFormRow = {
  readonly application: string;
  readonly part: string;
  readonly sealed: string;
  readonly kept_at: string;
};

export type ApplicationFileRow = {
  readonly id: string;
  readonly application: string;
  readonly purpose: string;
  readonly file: string;
  readonly sealed_name: string;
  readonly media_type: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly is_scanned: boolean;
  readonly added_at: string;
  readonly added_by: string | null;
};

export type ApplicationLetterRow = {
  readonly id: string;
  readonly application: string;
  readonly kind: string;
  readonly begun_at: string;
};

export type ApplicationLetterVersionRow = {
  readonly letter: string;
  readonly version: number;
  readonly sealed_draft: string;
  readonly author: string | null;
  readonly saved_at: string;
};

export type SignedLetterRow = {
  readonly letter: string;
  readonly version: number;
  readonly document_number: string | null;
  readonly sealed_letter: string;
  readonly signed_on: string;
};

export type ApplicationConsultationRow = {
  readonly id: string;
  readonly application: string;
  readonly consulted: string;
  readonly sealed_party: string;
  readonly code_digest: string | null;
  readonly sealed_opinion: string | null;
  readonly opened_at: string;
};

export type SearchTaskRow = {
  readonly id: string;
  readonly application: string;
  readonly unit: string | null;
  readonly question: string;
  readonly due_on: string;
  readonly answered_on: string | null;
};

export type FormDraftRow = {
  readonly id: string;
  readonly application: string;
  readonly sealed: string;
  readonly kept_until: string;
};

export type ReminderRow = {
  readonly id: string;
  readonly recipient: string;
  readonly application: string;
  readonly kind: string;
  readonly due_on: string;
  readonly made_at: string;
  readonly read_at: string | null;
};

export type DueDateFeedRow = {
  readonly officer: string;
  readonly token_digest: string;
  readonly made_at: string;
};

export type SavedViewRow = {
  readonly id: string;
  readonly officer: string;
  readonly name: string;
  readonly query: string;
};

export type StaffRow = {
  readonly id: string;
  readonly username: string;
  readonly name: string;
  readonly agency: string | null;
  readonly email: string | null;
  readonly password_hash: string | null;
  readonly password_must_change: Generated<boolean>;
  readonly totp_secret: string | null;
  readonly totp_confirmed_at: string | null;
  readonly totp_last_step: number | null;
  readonly federated_subject: string | null;
  readonly disabled_at: string | null;
  readonly created_at: Generated<string>;
};

export type StaffRoleRow = { readonly staff: string; readonly role: string };

export type DelegationRow = {
  readonly id: string;
  readonly absent: string;
  readonly delegate: string;
  readonly first_day: string;
  readonly last_day: string;
  readonly recorded_by: string;
  readonly recorded_at: string;
  readonly revoked_at: string | null;
};

export type RecoveryCodeRow = {
  readonly staff: string;
  readonly code_digest: string;
  readonly used_at: string | null;
};

export type SessionRow = {
  readonly id: string;
  readonly token_digest: string;
  readonly staff: string;
  readonly stage: string;
  readonly opened_at: string;
  readonly last_seen_at: string;
  readonly ended_at: string | null;
  readonly address: string;
  readonly browser: string;
};

export type KnownDeviceRow = {
  readonly token_digest: string;
  readonly staff: string;
  readonly last_used_at: string;
};

export type SignInAttemptRow = {
  readonly scope: string;
  readonly key: string;
  readonly failures: number;
  readonly last_at: string;
};

export type SettingRow = {
  readonly scope: string;
  readonly key: string;
  readonly value: Json;
  readonly changed_at: string;
};

export type JournalRow = {
  readonly id: string;
  readonly at: string;
  readonly agency: string | null;
  readonly actor_kind: string;
  readonly actor: string | null;
  readonly event: string;
  readonly subject: string | null;
  readonly detail: Json;
};

/** Written by the database when the transaction commits. */
export type JournalLinkRow = {
  readonly position: ColumnType<number, never, never>;
  readonly entry: ColumnType<string, never, never>;
  readonly hash: ColumnType<string, never, never>;
};

/** One row: where the chain ends. */
export type JournalHeadRow = {
  readonly single: ColumnType<boolean, never, never>;
  readonly position: ColumnType<number, never, never>;
  readonly hash: ColumnType<string, never, never>;
};

export type OutboxMessageRow = {
  readonly id: string;
  readonly kind: string;
  readonly sealed: string;
  readonly about: string | null;
  readonly once: string | null;
  readonly state: string;
  readonly due_at: string;
  readonly attempts: Generated<number>;
  readonly problem: string | null;
  readonly queued_at: string;
  readonly sent_at: string | null;
};

export type JobRunRow = {
  readonly job: string;
  readonly occurrence: string;
  readonly state: string;
  readonly leased_until: string;
  readonly attempts: number;
  readonly began_at: string;
  readonly ended_at: string | null;
  readonly problem: string | null;
};

export type RateLimitRow = { readonly key: string; readonly free_at: string };

export type CalendarChangeRow = {
  readonly version: number;
  readonly kind: string;
  readonly year: number;
  readonly title: string;
  readonly number: string | null;
  readonly issued_on: string | null;
  readonly holidays: Json;
  readonly make_up_days: Json;
  readonly ordinary_days: Json;
  readonly source_text: string;
  readonly adopted_by: string;
  readonly adopted_at: string;
};

export type CalendarMoveRow = {
  readonly calendar: string;
  readonly application: string;
  readonly agency: string;
  readonly reply_due_before: string | null;
  readonly reply_due_after: string | null;
  readonly next_due_before: string | null;
  readonly next_due_after: string | null;
  readonly found_at: string;
};

export type LetterTemplateRow = {
  readonly kind: string;
  readonly agency: string | null;
  readonly version: number;
  readonly title: string;
  readonly wording: string;
  readonly edited_by: string;
  readonly edited_at: string;
};

export type DocumentNumberSeriesRow = {
  readonly agency: string;
  readonly series: string;
  readonly year: number;
  readonly last_number: number;
  readonly taken_before: Generated<number>;
};

export type DocumentNumberRow = {
  readonly agency: string;
  readonly series: string;
  readonly year: number;
  readonly number: number;
  readonly letter: string;
};

export type SeveranceOriginalRow = {
  readonly original: string;
  readonly application: string;
  readonly working_file: string | null;
  readonly set_anew: boolean;
  readonly pages: number;
  readonly sealed_passages: string;
};

export type SeveranceRow = {
  readonly id: string;
  readonly application: string;
  readonly original: string;
  readonly sealed_passages: string;
  readonly outcome: string;
  readonly released: string | null;
  readonly sealed_report: string;
  readonly made_by: string;
  readonly made_at: string;
};

export type SeveranceGroundRow = { readonly severance: string; readonly ground: string };

export type PublicationColumnRow = {
  readonly code: string;
  readonly agency: string;
  readonly parent: string | null;
  readonly name: string;
  readonly description: string;
  readonly keywords: readonly string[];
  readonly type: string;
  readonly update_class: string;
  readonly law_item: string | null;
  readonly block: string | null;
  readonly position: number;
  readonly closed_at: string | null;
};

export type IndexNumberSeriesRow = { readonly agency: string; readonly year: number; readonly last: number };

export type ItemNumberRow = { readonly single: Generated<boolean>; readonly last: number };

export type ItemRow = {
  readonly id: string;
  readonly number: number;
  readonly agency: string;
  readonly kind: string;
  readonly index_number: string;
  readonly version: number;
  readonly stage: string;
  readonly visibility: string;
  readonly edition: number;
  readonly public_edition: number | null;
  readonly column_code: string;
  readonly title: string;
  readonly document_number: string | null;
  readonly genre: string | null;
  readonly theme: string | null;
  readonly issuer: string;
  readonly made_on: string | null;
  readonly attribute: string | null;
  readonly publish_by: string | null;
  readonly next_step: string | null;
  readonly publish_at: string | null;
  readonly address: string | null;
  readonly published_at: string | null;
  readonly published_on: string | null;
  readonly corrected_at: string | null;
  readonly reassess_by: string | null;
  readonly emergency_open: boolean;
  readonly mend_by: string | null;
  readonly effective_on: string | null;
  readonly expires_on: string | null;
  readonly amended_on: string | null;
  readonly ended_on: string | null;
  readonly ended_how: string | null;
  readonly publicity_ends_on: string | null;
  readonly publicity_open: boolean;
  readonly take_down_open: boolean;
};

export type ItemActRow = {
  readonly item: string;
  readonly sequence: number;
  readonly kind: string;
  readonly at: string;
  readonly actor_kind: string;
  readonly actor: string | null;
  readonly facts: Json;
};

export type ItemEditionRow = {
  readonly item: string;
  readonly edition: number;
  readonly content: Json;
  readonly plain_text: string;
  readonly author: string | null;
  readonly saved_at: string;
};

export type ItemAttachmentRow = {
  readonly id: string;
  readonly item: string;
  readonly file: string;
  readonly name: string;
  readonly media_type: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly added_at: string;
  readonly added_by: string | null;
  readonly masked_from: string | null;
};

export type ItemPictureRow = {
  readonly attachment: string;
  readonly width: number;
  readonly height: number;
  readonly is_whole: boolean;
  readonly file: string | null;
  readonly media_type: string | null;
  readonly bytes: number;
  readonly sha256: string | null;
  readonly made_at: string;
};

export type ExchangePackageRow = {
  readonly id: string;
  readonly number: number;
  readonly scope: string;
  readonly items: number;
  readonly withdrawals: number;
  readonly file: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly state: string;
  readonly receipt: string | null;
  readonly made_at: string;
  readonly made_by: string | null;
  readonly decided_at: string | null;
};

export type ExchangePackageItemRow = {
  readonly package: string;
  readonly item: string;
  readonly version: number;
};

export type ItemAttachmentReadingRow = {
  readonly attachment: string;
  readonly reading: Json;
  readonly reader: Generated<number>;
};

export type ItemRelationRow = {
  readonly item: string;
  readonly edition: number;
  readonly relation: string;
  readonly target: string;
};

export type CatalogueVersionRow = {
  readonly keeper: string;
  readonly version: number;
  readonly at: string;
  readonly actor_kind: string;
  readonly actor: string | null;
  readonly source: string;
  readonly fields: readonly string[];
  readonly added: number;
  readonly changed: number;
  readonly gone: number;
};

export type CatalogueEntryRow = {
  readonly id: string;
  readonly keeper: string;
  readonly since: number;
  readonly until: number | null;
  readonly position: number;
  readonly field: string;
  readonly first_item: string;
  readonly second_item: string;
  readonly elements: string;
  readonly basis: string;
  readonly deadline_text: string;
  readonly publisher: string;
  readonly channels: readonly string[];
  readonly audience: string | null;
  readonly ways: readonly string[];
  readonly levels: readonly string[];
};

export type CatalogueActRow = {
  readonly entry: string;
  readonly sequence: number;
  readonly kind: string;
  readonly at: string;
  readonly actor_kind: string;
  readonly actor: string | null;
  readonly facts: Json;
};

export type ItemFindingRow = {
  readonly item: string;
  readonly edition: number;
  readonly key: string;
  readonly position: number;
  readonly gate: string;
  readonly level: string;
  readonly place: string;
  readonly quote: string;
  readonly message: string;
  readonly suggestion: string;
};

export type ItemImportRow = {
  readonly id: string;
  readonly agency: string;
  readonly prepared_by: string | null;
  readonly started_by: string | null;
  readonly source: string;
  readonly place: string | null;
  readonly file: string | null;
  readonly name: string;
  readonly mode: string;
  readonly origin: string | null;
  readonly column_code: string | null;
  readonly kind: string | null;
  readonly theme: string | null;
  readonly state: string;
  readonly total: number;
  readonly done: number;
  readonly trouble: string | null;
  readonly prepared_at: string;
  readonly changed_at: string;
};

export type ItemImportLineRow = {
  readonly import: string;
  readonly position: number;
  readonly line: Json;
  readonly outcome: string | null;
  readonly message: string | null;
  readonly item: string | null;
};

export type ImportedItemRow = { readonly agency: string; readonly key: string; readonly item: string };

export type OldAddressRow = { readonly path: string; readonly item: string; readonly attachment: string | null };

export type ItemSearchRow = {
  readonly number: number;
  readonly item: string;
  readonly keywords: readonly string[];
  readonly folded: string;
  readonly terms: ColumnType<readonly number[], string, string>;
};

export type ItemSearchWaitingRow = { readonly position: ColumnType<number, never, never>; readonly item: string };

export type SiteChangeRow = {
  readonly position: ColumnType<number, never, never>;
  readonly at: WrittenByDatabase;
  readonly item: ColumnType<string | null, never, never>;
  readonly transaction: WrittenByDatabase;
};

export type RectificationRow = {
  readonly id: string;
  readonly office: string;
  readonly agency: string;
  readonly year: number;
  readonly version: number;
  readonly stage: string;
  readonly due_on: string;
  readonly ordered_at: string;
};

export type RectificationActRow = {
  readonly rectification: string;
  readonly sequence: number;
  readonly kind: string;
  readonly at: string;
  readonly actor: string | null;
  readonly facts: Json;
};
