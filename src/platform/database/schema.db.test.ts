import { join } from 'node:path';
import { sql } from 'kysely';
import type { SelectType } from 'kysely';
import { expect, test } from 'vitest';
import type { Queries } from './pool.ts';
import type { Schema } from './schema.ts';
import { openTestDatabase } from './testing/test-database.ts';

/** The names that information_schema has for types which the driver gives us as such a value; `?` may be null. */
type SqlTypeOf<Value> = unknown extends Value
  ? 'jsonb'
  : null extends Value
    ? `${Extract<SqlTypeOf<NonNullable<Value>>, string>}?`
    : Value extends boolean
      ? 'boolean'
      : Value extends number
        ? 'smallint' | 'integer' | 'bigint'
        : Value extends readonly unknown[]
          ? 'ARRAY'
          : 'text' | 'uuid' | 'tsvector' | 'xid8' | 'date' | 'timestamp with time zone';

/** The typed schema once more as data: does not compile while a column is missing here, is too many, or of another kind. */
const COLUMNS = {
  schema_migrations: { number: 'integer', name: 'text', checksum: 'text', applied_at: 'timestamp with time zone' },
  agencies: {
    code: 'text',
    name: 'text',
    short_name: 'text',
    kind: 'text',
    parent: 'text?',
    may_make_rules: 'boolean',
    contact_office: 'text?',
    contact_address: 'text?',
    contact_postcode: 'text?',
    contact_hours: 'text?',
    contact_telephone: 'text?',
    contact_fax: 'text?',
    contact_online: 'text?',
    disclosure_head: 'uuid?',
    review_organ: 'text?',
    court: 'text?',
    letterhead: 'text?',
    number_prefix: 'text?',
    legal_review: 'text',
  },
  published_annual_reports: {
    agency: 'text',
    year: 'smallint',
    version: 'smallint',
    published_on: 'date',
    report: 'jsonb',
    filed_at: 'timestamp with time zone',
  },
  current_annual_reports: {
    agency: 'text',
    year: 'smallint',
    version: 'smallint',
    published_on: 'date',
    report: 'jsonb',
    filed_at: 'timestamp with time zone',
  },
  installation_facts: { key: 'text', value: 'text', noted_at: 'timestamp with time zone' },
  staff: {
    id: 'uuid',
    username: 'text',
    name: 'text',
    agency: 'text?',
    email: 'text?',
    password_hash: 'text?',
    password_must_change: 'boolean',
    totp_secret: 'text?',
    totp_confirmed_at: 'timestamp with time zone?',
    totp_last_step: 'bigint?',
    federated_subject: 'text?',
    disabled_at: 'timestamp with time zone?',
    created_at: 'timestamp with time zone',
  },
  staff_roles: { staff: 'uuid', role: 'text' },
  delegations: {
    id: 'uuid',
    absent: 'uuid',
    delegate: 'uuid',
    first_day: 'date',
    last_day: 'date',
    recorded_by: 'uuid',
    recorded_at: 'timestamp with time zone',
    revoked_at: 'timestamp with time zone?',
  },
  recovery_codes: { staff: 'uuid', code_digest: 'text', used_at: 'timestamp with time zone?' },
  sessions: {
    id: 'uuid',
    token_digest: 'text',
    staff: 'uuid',
    stage: 'text',
    opened_at: 'timestamp with time zone',
    last_seen_at: 'timestamp with time zone',
    ended_at: 'timestamp with time zone?',
    address: 'text',
    browser: 'text',
  },
  known_devices: { token_digest: 'text', staff: 'uuid', last_used_at: 'timestamp with time zone' },
  sign_in_attempts: { scope: 'text', key: 'text', failures: 'integer', last_at: 'timestamp with time zone' },
  settings: { scope: 'text', key: 'text', value: 'jsonb', changed_at: 'timestamp with time zone' },
  journal: {
    id: 'uuid',
    at: 'timestamp with time zone',
    agency: 'text?',
    actor_kind: 'text',
    actor: 'uuid?',
    event: 'text',
    subject: 'text?',
    detail: 'jsonb',
  },
  journal_links: { position: 'bigint', entry: 'uuid', hash: 'text' },
  journal_head: { single: 'boolean', position: 'bigint', hash: 'text' },
  outbox_messages: {
    id: 'uuid',
    kind: 'text',
    sealed: 'text',
    about: 'text?',
    once: 'text?',
    state: 'text',
    due_at: 'timestamp with time zone',
    attempts: 'integer',
    problem: 'text?',
    queued_at: 'timestamp with time zone',
    sent_at: 'timestamp with time zone?',
  },
  job_runs: {
    job: 'text',
    occurrence: 'timestamp with time zone',
    state: 'text',
    leased_until: 'timestamp with time zone',
    attempts: 'integer',
    began_at: 'timestamp with time zone',
    ended_at: 'timestamp with time zone?',
    problem: 'text?',
  },
  rate_limits: { key: 'text', free_at: 'timestamp with time zone' },
  severance_originals: {
    original: 'uuid',
    application: 'uuid',
    working_file: 'uuid?',
    set_anew: 'boolean',
    pages: 'integer',
    sealed_passages: 'text',
  },
  severances: {
    id: 'uuid',
    application: 'uuid',
    original: 'uuid',
    sealed_passages: 'text',
    outcome: 'text',
    released: 'uuid?',
    sealed_report: 'text',
    made_by: 'uuid',
    made_at: 'timestamp with time zone',
  },
  severance_grounds: { severance: 'uuid', ground: 'text' },
  calendar_changes: {
    version: 'integer',
    kind: 'text',
    year: 'smallint',
    title: 'text',
    number: 'text?',
    issued_on: 'date?',
    holidays: 'jsonb',
    make_up_days: 'jsonb',
    ordinary_days: 'jsonb',
    source_text: 'text',
    adopted_by: 'uuid',
    adopted_at: 'timestamp with time zone',
  },
  calendar_moves: {
    calendar: 'text',
    application: 'uuid',
    agency: 'text',
    reply_due_before: 'date?',
    reply_due_after: 'date?',
    next_due_before: 'date?',
    next_due_after: 'date?',
    found_at: 'timestamp with time zone',
  },
  letter_templates: {
    kind: 'text',
    agency: 'text?',
    version: 'integer',
    title: 'text',
    wording: 'text',
    edited_by: 'uuid',
    edited_at: 'timestamp with time zone',
  },
  document_number_series: {
    agency: 'text',
    series: 'text',
    year: 'smallint',
    last_number: 'integer',
    taken_before: 'integer',
  },
  document_numbers: { agency: 'text', series: 'text', year: 'smallint', number: 'integer', letter: 'uuid' },
  application_numbers: { agency: 'text', year: 'smallint', last: 'integer' },
  applications: {
    id: 'uuid',
    agency: 'text',
    year: 'smallint',
    number: 'integer',
    case_kind: 'text',
    query_code: 'text',
    password_hash: 'text?',
    requested_description: 'text',
    requested_title: 'text?',
    requested_document_number: 'text?',
    supply_form: 'text',
    supply_route: 'text',
    search_terms: 'tsvector',
    assistance: 'text?',
    notify_by: 'text?',
    lodged_at: 'timestamp with time zone',
    version: 'integer',
    stage: 'text',
    handler: 'uuid?',
    applicant_kind: 'text',
    channel: 'text',
    received_on: 'date?',
    reply_due_on: 'date?',
    next_due_on: 'date?',
    waits_for: 'text?',
    review_steps: 'ARRAY',
    delivery: 'text?',
    provisional: 'boolean',
    settled_on: 'date?',
    outcome: 'text?',
    done_late: 'boolean?',
    counted: 'boolean',
    counted_on: 'date?',
    counted_outcome: 'text?',
  },
  disputes: {
    id: 'uuid',
    agency: 'text',
    sealed_party: 'text',
    version: 'integer',
    entered_at: 'timestamp with time zone',
  },
  dispute_acts: {
    dispute: 'uuid',
    sequence: 'integer',
    kind: 'text',
    at: 'timestamp with time zone',
    actor: 'uuid?',
    facts: 'jsonb',
  },
  annual_report_years: { agency: 'text', year: 'smallint', version: 'integer' },
  annual_report_acts: {
    agency: 'text',
    year: 'smallint',
    sequence: 'integer',
    kind: 'text',
    at: 'timestamp with time zone',
    actor: 'uuid?',
    facts: 'jsonb',
  },
  annual_report_evidence: {
    id: 'uuid',
    agency: 'text',
    year: 'smallint',
    file: 'uuid',
    name: 'text',
    media_type: 'text',
    bytes: 'integer',
    sha256: 'text',
    kept_at: 'timestamp with time zone',
  },
  site_return_acts: {
    agency: 'text',
    year: 'smallint',
    sequence: 'integer',
    kind: 'text',
    at: 'timestamp with time zone',
    actor: 'uuid?',
    facts: 'jsonb',
  },
  report_rounds: {
    office: 'text',
    year: 'smallint',
    version: 'integer',
  },
  report_round_acts: {
    office: 'text',
    year: 'smallint',
    sequence: 'integer',
    kind: 'text',
    at: 'timestamp with time zone',
    actor: 'uuid?',
    facts: 'jsonb',
  },
  report_submissions: {
    id: 'uuid',
    office: 'text',
    year: 'smallint',
    agency: 'text',
    route: 'text',
    report: 'jsonb',
    findings: 'jsonb',
    file: 'uuid?',
    file_name: 'text?',
    submitted_on: 'date',
  },
  report_uploads: {
    id: 'uuid',
    office: 'text',
    year: 'smallint',
    batch: 'uuid',
    place: 'integer',
    route: 'text',
    file: 'uuid',
    name: 'text',
    state: 'text',
    sentence: 'text?',
    printed_name: 'text?',
    agency: 'text?',
    answer: 'jsonb',
    submission: 'uuid?',
    uploaded_by: 'uuid?',
    uploaded_at: 'timestamp with time zone',
  },
  report_agency_names: {
    office: 'text',
    name: 'text',
    agency: 'text',
    answered_by: 'uuid',
    answered_at: 'timestamp with time zone',
  },
  report_codes: {
    office: 'text',
    year: 'smallint',
    agency: 'text',
    code_digest: 'text',
    expires_on: 'date',
    issued_at: 'timestamp with time zone',
  },
  rectifications: {
    id: 'uuid',
    office: 'text',
    agency: 'text',
    year: 'smallint',
    version: 'integer',
    stage: 'text',
    due_on: 'date',
    ordered_at: 'timestamp with time zone',
  },
  rectification_acts: {
    rectification: 'uuid',
    sequence: 'integer',
    kind: 'text',
    at: 'timestamp with time zone',
    actor: 'uuid?',
    facts: 'jsonb',
  },
  application_acts: {
    application: 'uuid',
    sequence: 'integer',
    kind: 'text',
    at: 'timestamp with time zone',
    actor_kind: 'text',
    actor: 'uuid?',
    facts: 'jsonb',
  },
  applicants: {
    application: 'uuid',
    position: 'smallint',
    kind: 'text',
    sealed: 'text',
    masked_name: 'text',
    name_digest: 'text',
    identity_digest: 'text?',
  },
  application_forms: { application: 'uuid', part: 'text', sealed: 'text', kept_at: 'timestamp with time zone' },
  application_files: {
    id: 'uuid',
    application: 'uuid',
    purpose: 'text',
    file: 'text',
    sealed_name: 'text',
    media_type: 'text',
    bytes: 'integer',
    sha256: 'text',
    is_scanned: 'boolean',
    added_at: 'timestamp with time zone',
    added_by: 'uuid?',
  },
  application_letters: { id: 'uuid', application: 'uuid', kind: 'text', begun_at: 'timestamp with time zone' },
  application_letter_versions: {
    letter: 'uuid',
    version: 'integer',
    sealed_draft: 'text',
    author: 'uuid?',
    saved_at: 'timestamp with time zone',
  },
  signed_letters: {
    letter: 'uuid',
    version: 'integer',
    document_number: 'text?',
    sealed_letter: 'text',
    signed_on: 'date',
  },
  application_consultations: {
    id: 'uuid',
    application: 'uuid',
    consulted: 'text',
    sealed_party: 'text',
    code_digest: 'text?',
    sealed_opinion: 'text?',
    opened_at: 'timestamp with time zone',
  },
  search_tasks: {
    id: 'uuid',
    application: 'uuid',
    unit: 'text?',
    question: 'text',
    due_on: 'date',
    answered_on: 'date?',
  },
  saved_views: { id: 'uuid', officer: 'uuid', name: 'text', query: 'text' },
  form_drafts: { id: 'uuid', application: 'uuid', sealed: 'text', kept_until: 'timestamp with time zone' },
  reminders: {
    id: 'uuid',
    recipient: 'uuid',
    application: 'uuid',
    kind: 'text',
    due_on: 'date',
    made_at: 'timestamp with time zone',
    read_at: 'timestamp with time zone?',
  },
  due_date_feeds: { officer: 'uuid', token_digest: 'text', made_at: 'timestamp with time zone' },
  publication_columns: {
    code: 'text',
    agency: 'text',
    parent: 'text?',
    name: 'text',
    description: 'text',
    keywords: 'ARRAY',
    type: 'text',
    update_class: 'text',
    law_item: 'text?',
    block: 'text?',
    position: 'smallint',
    closed_at: 'timestamp with time zone?',
  },
  index_number_series: { agency: 'text', year: 'smallint', last: 'integer' },
  item_numbers: { single: 'boolean', last: 'bigint' },
  items: {
    id: 'uuid',
    number: 'bigint',
    agency: 'text',
    kind: 'text',
    index_number: 'text',
    version: 'integer',
    stage: 'text',
    visibility: 'text',
    edition: 'integer',
    public_edition: 'integer?',
    column_code: 'text',
    title: 'text',
    document_number: 'text?',
    genre: 'text?',
    theme: 'text?',
    issuer: 'text',
    made_on: 'date?',
    attribute: 'text?',
    publish_by: 'date?',
    next_step: 'text?',
    publish_at: 'timestamp with time zone?',
    address: 'text?',
    published_at: 'timestamp with time zone?',
    published_on: 'date?',
    corrected_at: 'timestamp with time zone?',
    reassess_by: 'date?',
    emergency_open: 'boolean',
    mend_by: 'date?',
    effective_on: 'date?',
    expires_on: 'date?',
    amended_on: 'date?',
    ended_on: 'date?',
    ended_how: 'text?',
    publicity_ends_on: 'date?',
    publicity_open: 'boolean',
    take_down_open: 'boolean',
  },
  item_acts: {
    item: 'uuid',
    sequence: 'integer',
    kind: 'text',
    at: 'timestamp with time zone',
    actor_kind: 'text',
    actor: 'uuid?',
    facts: 'jsonb',
  },
  item_editions: {
    item: 'uuid',
    edition: 'integer',
    content: 'jsonb',
    plain_text: 'text',
    author: 'uuid?',
    saved_at: 'timestamp with time zone',
  },
  item_attachments: {
    id: 'uuid',
    item: 'uuid',
    file: 'text',
    name: 'text',
    media_type: 'text',
    bytes: 'integer',
    sha256: 'text',
    added_at: 'timestamp with time zone',
    added_by: 'uuid?',
    masked_from: 'uuid?',
  },
  item_attachment_readings: { attachment: 'uuid', reading: 'jsonb', reader: 'smallint' },
  item_pictures: {
    attachment: 'uuid',
    width: 'integer',
    height: 'integer',
    is_whole: 'boolean',
    file: 'uuid?',
    media_type: 'text?',
    bytes: 'integer',
    sha256: 'text?',
    made_at: 'timestamp with time zone',
  },
  exchange_packages: {
    id: 'uuid',
    number: 'integer',
    scope: 'text',
    items: 'integer',
    withdrawals: 'integer',
    file: 'uuid',
    bytes: 'integer',
    sha256: 'text',
    state: 'text',
    receipt: 'text?',
    made_at: 'timestamp with time zone',
    made_by: 'uuid?',
    decided_at: 'timestamp with time zone?',
  },
  exchange_package_items: { package: 'uuid', item: 'uuid', version: 'integer' },
  item_relations: { item: 'uuid', edition: 'integer', relation: 'text', target: 'uuid' },
  item_findings: {
    item: 'uuid',
    edition: 'integer',
    key: 'text',
    position: 'integer',
    gate: 'text',
    level: 'text',
    place: 'text',
    quote: 'text',
    message: 'text',
    suggestion: 'text',
  },
  catalogue_versions: {
    keeper: 'text',
    version: 'integer',
    at: 'timestamp with time zone',
    actor_kind: 'text',
    actor: 'uuid?',
    source: 'text',
    fields: 'ARRAY',
    added: 'integer',
    changed: 'integer',
    gone: 'integer',
  },
  catalogue_entries: {
    id: 'uuid',
    keeper: 'text',
    since: 'integer',
    until: 'integer?',
    position: 'integer',
    field: 'text',
    first_item: 'text',
    second_item: 'text',
    elements: 'text',
    basis: 'text',
    deadline_text: 'text',
    publisher: 'text',
    channels: 'ARRAY',
    audience: 'text?',
    ways: 'ARRAY',
    levels: 'ARRAY',
  },
  catalogue_acts: {
    entry: 'uuid',
    sequence: 'integer',
    kind: 'text',
    at: 'timestamp with time zone',
    actor_kind: 'text',
    actor: 'uuid?',
    facts: 'jsonb',
  },
  item_imports: {
    id: 'uuid',
    agency: 'text',
    prepared_by: 'uuid?',
    started_by: 'uuid?',
    source: 'text',
    place: 'text?',
    file: 'text?',
    name: 'text',
    mode: 'text',
    origin: 'text?',
    column_code: 'text?',
    kind: 'text?',
    theme: 'text?',
    state: 'text',
    total: 'integer',
    done: 'integer',
    trouble: 'text?',
    prepared_at: 'timestamp with time zone',
    changed_at: 'timestamp with time zone',
  },
  item_import_lines: {
    import: 'uuid',
    position: 'integer',
    line: 'jsonb',
    outcome: 'text?',
    message: 'text?',
    item: 'uuid?',
  },
  imported_items: { agency: 'text', key: 'text', item: 'uuid' },
  old_addresses: { path: 'text', item: 'uuid', attachment: 'uuid?' },
  item_search: { number: 'integer', item: 'uuid', keywords: 'ARRAY', folded: 'text', terms: 'ARRAY' },
  item_search_waiting: { position: 'bigint', item: 'uuid' },
  site_changes: { position: 'bigint', at: 'timestamp with time zone', item: 'uuid?', transaction: 'xid8' },
} as const satisfies {
  readonly [Table in keyof Schema]: {
    readonly [Column in keyof Schema[Table]]: SqlTypeOf<SelectType<Schema[Table][Column]>>;
  };
};

async function readColumns(queries: Queries): Promise<Record<string, Record<string, string>>> {
  // Of a view's columns PostgreSQL says that all may be null: only tables know better.
  const { rows } = await sql<{ table: string; column: string; type: string }>`
    select c.table_name as table, c.column_name as column,
           c.data_type || case when c.is_nullable = 'YES' and t.table_type = 'BASE TABLE' then '?' else '' end as type
    from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
    where c.table_schema = current_schema()`.execute(queries);
  const tables: Record<string, Record<string, string>> = {};
  for (const { table, column, type } of rows) (tables[table] ??= {})[column] = type;
  return tables;
}

test('the typed schema has the tables, columns and types of the database', async () => {
  await using database = await openTestDatabase();
  expect(await readColumns(database.queries)).toEqual(COLUMNS);
});

test('values come as the typed schema says: days, instants and big numbers without loss', async () => {
  await using database = await openTestDatabase();
  const { rows } = await sql`
    select date '2026-02-28' as day, timestamptz '2026-02-28 23:59:59.123456+08' as moment,
           9007199254740991 as big`.execute(database.queries);
  const { day, moment, big } = rows[0] as Record<string, unknown>;
  expect(day).toBe('2026-02-28');
  expect(Temporal.Instant.from(String(moment)).toString()).toBe('2026-02-28T15:59:59.123456Z');
  expect(big).toBe(9_007_199_254_740_991);
  await expect(sql`select 9007199254740993 as big`.execute(database.queries)).rejects.toThrow('bigint beyond');
});

/** Everything the migrations have made, one line each, in words that PostgreSQL 15 and 18 share. */
async function describeSchema(queries: Queries): Promise<string> {
  const { rows } = await sql<{ line: string }>`
    with ours as (
      select c.oid, c.relname, c.relkind from pg_class c
      where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'v')
    )
    select line from (
      select 1 as part, relname as owner, 0 as place, '' as name,
             case relkind when 'r' then 'table ' else 'view ' end || relname as line from ours
      union all
      select 1, o.relname, a.attnum, '', '  ' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
             || case when a.attnotnull then ' not null' else '' end
             || coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '')
      from ours o join pg_attribute a on a.attrelid = o.oid and a.attnum > 0 and not a.attisdropped
      left join pg_attrdef d on d.adrelid = o.oid and d.adnum = a.attnum
      union all
      select 1, o.relname, 1000, k.conname, '  constraint ' || k.conname || ' ' || pg_get_constraintdef(k.oid)
      from ours o join pg_constraint k on k.conrelid = o.oid and k.contype <> 'n'
      union all
      select 1, o.relname, 1001, i.relname, '  ' || pg_get_indexdef(i.oid)
      from ours o join pg_index x on x.indrelid = o.oid join pg_class i on i.oid = x.indexrelid
      union all
      select 1, o.relname, 1002, t.tgname, '  ' || pg_get_triggerdef(t.oid)
      from ours o join pg_trigger t on t.tgrelid = o.oid and not t.tgisinternal
      union all
      select 2, p.proname, 0, '', 'function ' || p.oid::regprocedure || ' ' || md5(p.prosrc)
      from pg_proc p where p.pronamespace = current_schema()::regnamespace
    ) described order by part, owner collate "C", place, name collate "C"`.execute(queries);
  return rows.map(row => `${row.line}\n`).join('');
}

test('the schema is the one in fixtures/schema/schema.txt (vitest -u writes a reviewed change)', async () => {
  await using database = await openTestDatabase();
  const snapshot = join(import.meta.dirname, '../../../fixtures/schema/schema.txt');
  await expect(await describeSchema(database.queries)).toMatchFileSnapshot(snapshot);
});
