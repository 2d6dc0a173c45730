-- 主动公开. An item is an append-only log of acts beside editions that never change; what else stands in its row is a projection of
-- both, written with every act and computed again by a test.
create table publication_columns (
  -- First part of the addresses of what is published here: unique in the installation and never given to another column.
  code text primary key check (code ~ '^[a-z][a-z0-9]*(-[a-z0-9]+)*$' and length(code) <= 40),
  agency text not null references agencies (code),
  parent text references publication_columns (code) check (parent <> code),
  name text not null check (name <> '' and name = btrim(name)),
  description text not null check (description <> ''),
  keywords text[] not null check (cardinality(keywords) >= 1),
  type text not null check (type in (
    '概况信息', '机构职能', '负责人信息', '政策文件', '政务动态', '信息公开指南', '信息公开目录', '信息公开年报', '数据发布',
    '政策解读', '回应关切', '办事服务', '咨询投诉', '征集调查', '在线访谈', '专题专栏'
  )),
  update_class text not null check (update_class in (
    'news', 'notices', 'interpretation', 'statistics', 'other', 'standing'
  )),
  law_item text check (law_item ~ '^20\.([1-9]|1[0-5])$'),
  block text check (block in ('guide', 'system', 'statutory', 'annual-reports', 'on-application')),
  position smallint not null check (position between 0 and 9999),
  closed_at timestamp with time zone
);
create unique index publication_columns_by_name on publication_columns (agency, coalesce(parent, ''), name)
  where closed_at is null;
create unique index publication_columns_by_block on publication_columns (agency, block) where closed_at is null;

create table index_number_series (
  agency text not null references agencies (code),
  year smallint not null check (year between 1949 and 2200),
  last integer not null check (last >= 0),
  primary key (agency, year)
);

-- The last number that an item was given; a row and no sequence, so that a back-up has it and no address is given twice.
create table item_numbers (
  single boolean primary key default true check (single),
  last bigint not null check (last >= 0)
);

create table items (
  id uuid primary key,
  number bigint not null unique check (number >= 1),
  agency text not null references agencies (code),
  kind text not null check (kind in (
    'document', 'news', 'notice', 'data', 'interpretation', 'guide', 'system-document', 'organisation', 'leader',
    'catalogue-entry', 'call-result', 'annual-report', 'budget'
  )),
  -- 政府信息公开条例第十二条: never reused, also of an item that came to nothing.
  index_number text not null unique check (index_number <> ''),
  -- Projection of the log and of the edition that is shown.
  version integer not null check (version >= 1),
  stage text not null check (stage in (
    'drafting', 'withheld', 'in-review', 'approved', 'scheduled', 'public', 'revising', 'revision-in-review',
    'revision-approved', 'withdrawn', 'removed', 'archived'
  )),
  visibility text not null check (visibility in ('unpublished', 'public', 'withdrawn', 'removed')),
  edition integer not null check (edition >= 1),
  public_edition integer check (public_edition >= 1),
  column_code text not null references publication_columns (code),
  title text not null check (title <> ''),
  document_number text check (document_number <> ''),
  genre text,
  theme text,
  issuer text not null check (issuer <> ''),
  made_on date,
  attribute text check (attribute in ('proactive', 'on-application', 'withheld')),
  publish_by date,
  next_step text check (next_step in ('secrecy', 'first', 'second', 'final')),
  publish_at timestamp with time zone,
  address text unique,
  published_at timestamp with time zone,
  published_on date,
  corrected_at timestamp with time zone,
  reassess_by date,
  emergency_open boolean not null,
  mend_by date,
  effective_on date,
  expires_on date,
  amended_on date,
  ended_on date,
  ended_how text check (ended_how in ('lapsed', 'repealed')),
  check ((visibility = 'unpublished') = (public_edition is null)),
  check ((public_edition is null) = (address is null)),
  check ((public_edition is null) = (published_at is null)),
  check ((public_edition is null) = (published_on is null)),
  check ((ended_on is null) = (ended_how is null)),
  -- 成文日期 ≤ 发布日期.
  check (published_on is null or made_on is null or made_on <= published_on)
);

create index items_published on items (agency, column_code, published_at desc, number desc) where visibility = 'public';
create index items_by_publication on items (agency, published_on, number) where published_on is not null;
create index items_in_work on items (agency, publish_by, number)
  where stage not in ('public', 'withdrawn', 'removed', 'archived');
create index items_in_review on items (agency, next_step) where next_step is not null;
create index items_scheduled on items (publish_at) where stage = 'scheduled';
create index items_to_reassess on items (agency, reassess_by) where reassess_by is not null;
create index items_to_mend on items (agency, mend_by) where mend_by is not null;
create index items_normative on items (agency, made_on) where effective_on is not null;
create index items_by_document_number on items (document_number) where document_number is not null;

create table item_acts (
  item uuid not null references items (id),
  sequence integer not null check (sequence >= 1),
  kind text not null check (kind in (
    'drafted', 'edited', 'attribute-set', 'checked', 'finding-overridden', 'submitted', 'recalled', 'secrecy-reviewed',
    'reviewed', 'approved', 'proofread', 'returned', 'scheduled', 'unscheduled', 'published', 'corrected',
    'emergency-published', 'taken-over', 'emergency-reviewed', 'withdrawn', 'reinstated', 'removed', 'archived', 'validity-changed',
    'reassessed', 'noted'
  )),
  at timestamp with time zone not null,
  actor_kind text not null check (actor_kind in ('officer', 'system')),
  actor uuid references staff (id) check ((actor is not null) = (actor_kind = 'officer')),
  -- The act without its kind; days and instants are ISO text.
  facts jsonb not null check (jsonb_typeof(facts) = 'object'),
  primary key (item, sequence)
);

create trigger item_acts_stay
  before update or delete on item_acts
  for each row execute function refuse_change_of_the_record();

create trigger item_acts_are_not_emptied
  before truncate on item_acts
  for each statement execute function refuse_change_of_the_record();

-- Every edition that was ever saved: an edit makes another, the public one stays as it was approved.
create table item_editions (
  item uuid not null references items (id),
  edition integer not null check (edition >= 1),
  content jsonb not null check (jsonb_typeof(content) = 'object'),
  -- The body as it is searched and proofread.
  plain_text text not null,
  author uuid references staff (id),
  saved_at timestamp with time zone not null,
  primary key (item, edition)
);

create trigger item_editions_stay
  before update or delete on item_editions
  for each row execute function refuse_change_of_the_record();

create trigger item_editions_are_not_emptied
  before truncate on item_editions
  for each statement execute function refuse_change_of_the_record();

create table item_attachments (
  id uuid primary key,
  item uuid not null references items (id),
  file text not null,
  name text not null check (name <> ''),
  media_type text not null,
  bytes integer not null check (bytes >= 0),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  added_at timestamp with time zone not null,
  added_by uuid references staff (id)
);
create index item_attachments_by_item on item_attachments (item);

create trigger item_attachments_stay
  before update or delete on item_attachments
  for each row execute function refuse_change_of_the_record();

create trigger item_attachments_are_not_emptied
  before truncate on item_attachments
  for each statement execute function refuse_change_of_the_record();

-- What readers found in a file, in a process apart: read once, because a file never changes.
create table item_attachment_readings (
  attachment uuid primary key references item_attachments (id),
  reading jsonb not null check (jsonb_typeof(reading) = 'object')
);

-- How an edition concerns other items; read from both ends.
create table item_relations (
  item uuid not null,
  edition integer not null,
  relation text not null check (relation in (
    'interprets', 'amends', 'repeals', 'basis', 'supports', 'forwards', 'answers-call'
  )),
  target uuid not null references items (id) check (target <> item),
  primary key (item, edition, relation, target),
  foreign key (item, edition) references item_editions (item, edition)
);
create index item_relations_by_target on item_relations (target, relation);

create trigger item_relations_stay
  before update or delete on item_relations
  for each row execute function refuse_change_of_the_record();

create trigger item_relations_are_not_emptied
  before truncate on item_relations
  for each statement execute function refuse_change_of_the_record();

-- What the gates found in the newest edition, personal data masked. The log holds the keys; here stands what a person reads.
create table item_findings (
  item uuid not null,
  edition integer not null,
  key text not null check (key ~ '^[0-9a-f]{16}$'),
  position integer not null check (position >= 0),
  gate text not null check (gate in (
    'wording', 'private-data', 'secrecy-marks', 'hidden-content', 'links', 'tables', 'pictures', 'file-names', 'unreadable',
    'metadata', 'interpretation'
  )),
  level text not null check (level in ('stop', 'advice')),
  place text not null,
  quote text not null,
  message text not null,
  suggestion text not null,
  primary key (item, edition, key),
  foreign key (item, edition) references item_editions (item, edition)
);
