-- Bulk import of items: from a folder, from a table with files beside it, from the export of an older site. Every line stands here
-- before the first is written; a batch of items, what became of their lines and the mark of progress are one transaction, so that
-- an import that was killed goes on where it was and nothing goes in twice.
create table item_imports (
  id uuid primary key,
  agency text not null references agencies (code),
  -- Null: on the command line of the server.
  prepared_by uuid references staff (id),
  started_by uuid references staff (id),
  -- A path on the server, or a file that was sent to us and is kept until the import has ended.
  source text not null check (source in ('path', 'upload')),
  place text check ((place is not null) = (source = 'path')),
  file text check (file is null or source = 'upload'),
  name text not null check (name <> ''),
  -- What becomes of a line that nothing stops: a draft, or what the older site had published (`origin` names that site).
  mode text not null check (mode in ('drafts', 'published')),
  origin text check (origin <> ''),
  column_code text references publication_columns (code),
  kind text check (kind in (
    'document', 'news', 'notice', 'data', 'interpretation', 'guide', 'system-document', 'organisation', 'leader',
    'catalogue-entry', 'call-result', 'annual-report', 'budget', 'gazette'
  )),
  theme text,
  state text not null check (state in ('trying', 'tried', 'importing', 'paused', 'done', 'cancelled')),
  total integer not null check (total >= 1),
  -- The lines before this mark are dealt with.
  done integer not null check (done between 0 and total),
  -- Why it stopped by itself, such as a full disk.
  trouble text,
  prepared_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  check ((mode = 'published') = (origin is not null))
);
create index item_imports_by_agency on item_imports (agency, prepared_at desc);
create index item_imports_under_way on item_imports (prepared_at) where state in ('trying', 'importing');
-- The same place is imported by one import at a time: whoever begins it again goes on with the one that is open.
create unique index item_imports_open on item_imports (agency, place)
  where state in ('trying', 'tried', 'importing', 'paused');

create table item_import_lines (
  import uuid not null references item_imports (id),
  -- From 1 without gaps, in the order in which they are dealt with.
  position integer not null check (position >= 1),
  -- The line as it was read: where it stands in its file, its fields as text.
  line jsonb not null check (jsonb_typeof(line) = 'object'),
  -- Null until its turn; of a trial it says what would become of it.
  outcome text check (outcome in ('published', 'draft', 'known', 'refused')),
  message text,
  item uuid references items (id),
  primary key (import, position)
);
create index item_import_lines_by_outcome on item_import_lines (import, outcome, position);

-- What has come in from where: the same line never makes a second item, whatever import it stands in.
create table imported_items (
  agency text not null references agencies (code),
  key text not null check (key <> ''),
  item uuid not null references items (id),
  primary key (agency, key)
);

-- Addresses of older sites, path and query: they lead to the item, or to a file of it, as soon as it is public.
create table old_addresses (
  path text primary key check (path like '/%'),
  item uuid not null references items (id),
  attachment uuid references item_attachments (id)
);
