-- 政府信息公开申请. An application is an append-only log of acts; what stands beside it here is either a fact that never changes
-- (the number, what was asked) or a projection of the log, written with every act and computed again from the log by a test.
-- Personal data stand only in sealed columns.
create table application_numbers (
  agency text not null references agencies (code),
  year smallint not null check (year between 2008 and 2200),
  last integer not null check (last >= 0),
  primary key (agency, year)
);

create table applications (
  id uuid primary key,
  agency text not null references agencies (code),
  year smallint not null check (year between 2008 and 2200),
  number integer not null check (number >= 1),
  case_kind text not null check (case_kind in ('information', 'record-correction')),
  -- What the applicant asks by, together with a password; never the number, which can be guessed.
  query_code text not null unique check (query_code ~ '^[2-9A-HJ-NP-Z]{12}$'),
  password_hash text,
  -- 政府信息公开条例第二十九条第（二）（三）项.
  requested_description text not null check (requested_description <> ''),
  requested_title text check (requested_title <> ''),
  requested_document_number text check (requested_document_number <> ''),
  supply_form text not null check (supply_form in ('paper', 'electronic', 'inspection', 'any')),
  supply_route text not null check (supply_route in ('post', 'email', 'collect', 'online', 'fax')),
  -- Two-character sequences of number, title and description, for the search of the desk.
  search_terms tsvector not null default '',
  -- 第四十三条: help for applicants with difficulties in reading, sight or hearing.
  assistance text check (assistance <> ''),
  notify_by text check (notify_by in ('email', 'sms')),
  lodged_at timestamp with time zone not null,
  -- Projection of the log.
  version integer not null check (version >= 1),
  stage text not null check (stage in (
    'awaiting-confirmation', 'in-hand', 'awaiting-clarification', 'awaiting-reasons', 'awaiting-payment', 'in-approval',
    'awaiting-delivery', 'settled', 'archived', 'split'
  )),
  handler uuid references staff (id),
  applicant_kind text not null check (applicant_kind in (
    'naturalPerson', 'enterprise', 'researchInstitute', 'publicInterestBody', 'legalService', 'otherOrganization'
  )),
  channel text not null check (channel in (
    'in-person', 'oral', 'signed-post', 'ordinary-post', 'online', 'email', 'fax'
  )),
  received_on date,
  reply_due_on date,
  -- The next day on which somebody must have acted (the applicant, a third party or the agency).
  next_due_on date,
  waits_for text check (waits_for in ('agency', 'applicant', 'third-party', 'other-agency')),
  provisional boolean not null default false,
  -- The steps of review for which letters of the file wait.
  review_steps text[] not null default '{}' check (review_steps <@ array['review', 'secrecy', 'legality', 'sign']),
  -- A signed letter that came back, or of which it is not known that it arrived.
  delivery text check (delivery in ('bounced', 'on-its-way')),
  settled_on date,
  outcome text check (outcome <> ''),
  done_late boolean,
  unique (agency, year, number)
);

-- The desk: open files of an agency by urgency, then everything by lodging.
create index applications_on_the_desk on applications (agency, next_due_on, number) include (waits_for, handler)
  where stage not in ('settled', 'archived', 'split');
create index applications_by_handler on applications (handler, next_due_on) where stage not in ('settled', 'archived', 'split');
-- Settled files that are not filed yet: letters to deliver, volumes to give.
create index applications_to_file on applications (agency, settled_on, number) where stage = 'settled';
create index applications_in_review on applications (agency, next_due_on, number) where review_steps <> '{}';
create index applications_by_lodging on applications (agency, lodged_at desc);
create index applications_by_receipt on applications (agency, received_on);
create index applications_by_settlement on applications (agency, settled_on) where settled_on is not null;
create index applications_by_terms on applications using gin (search_terms);

create table application_acts (
  application uuid not null references applications (id),
  sequence integer not null check (sequence >= 1),
  kind text not null check (kind in (
    'lodged', 'intake-corrected', 'contact-attempted', 'receipt-confirmed', 'assigned', 'noted', 'linked',
    'clarification-requested', 'clarification-notice-delivered', 'clarification-prolonged', 'clarification-received',
    'clarification-lapsed', 'reasons-demanded', 'reasons-received', 'deferred', 'third-party-consulted',
    'agency-consulted', 'consultation-delivered', 'third-party-answered', 'agency-answered', 'search-asked',
    'search-answered', 'extension-asked', 'extension-refused', 'extension-approved', 'extended', 'fee-noticed',
    'fee-notice-delivered', 'fee-paid', 'fee-waived', 'fee-refunded', 'fee-lapsed', 'letter-drafted',
    'letter-submitted', 'letter-passed', 'letter-returned', 'letter-withdrawn', 'letter-signed', 'letter-dispatched',
    'letter-delivered', 'letter-bounced', 'replied', 'withdrawn', 'merged', 'closed-otherwise', 'split', 'archived',
    'reply-ordered', 'promoted', 'satisfaction-given'
  )),
  at timestamp with time zone not null,
  actor_kind text not null check (actor_kind in ('officer', 'applicant', 'third-party', 'system')),
  actor uuid references staff (id) check ((actor is not null) = (actor_kind = 'officer')),
  -- The act without its kind; days are ISO text.
  facts jsonb not null check (jsonb_typeof(facts) = 'object'),
  primary key (application, sequence)
);

create function refuse_change_of_the_record() returns trigger language plpgsql as $$
begin
  raise exception 'The record is only ever added to (table %)', tg_table_name;
end
$$;

create trigger application_acts_stay
  before update or delete on application_acts
  for each row execute function refuse_change_of_the_record();

create trigger application_acts_are_not_emptied
  before truncate on application_acts
  for each statement execute function refuse_change_of_the_record();

-- Applicants: the first signatory is number 1 (共同申请). The digests find the same person again without reading anyone.
create table applicants (
  application uuid not null references applications (id),
  position smallint not null check (position >= 1),
  kind text not null check (kind in (
    'naturalPerson', 'enterprise', 'researchInstitute', 'publicInterestBody', 'legalService', 'otherOrganization'
  )),
  sealed text not null,
  masked_name text not null,
  name_digest text not null,
  identity_digest text,
  primary key (application, position)
);
create index applicants_by_identity on applicants (identity_digest);
create index applicants_by_name on applicants (name_digest);

-- What the citizen filled in, exactly as it stood on the page, or what a clerk filled in for them.
create table application_forms (
  application uuid not null references applications (id),
  part text not null check (part in ('application', 'clarification')),
  sealed text not null,
  kept_at timestamp with time zone not null,
  primary key (application, part)
);

create table application_files (
  id uuid primary key,
  application uuid not null references applications (id),
  purpose text not null check (purpose in (
    'identity-proof', 'attachment', 'clarification', 'opinion', 'delivery-proof', 'original', 'released', 'scan', 'other'
  )),
  file text not null,
  sealed_name text not null,
  media_type text not null,
  bytes integer not null check (bytes >= 0),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  is_scanned boolean not null,
  added_at timestamp with time zone not null,
  added_by uuid references staff (id)
);
create index application_files_by_application on application_files (application);

-- 文书: versions are kept; what was signed is never changed.
create table application_letters (
  id uuid primary key,
  application uuid not null references applications (id),
  kind text not null check (kind ~ '^[a-z][a-z0-9-]*$'),
  begun_at timestamp with time zone not null
);
create index application_letters_by_application on application_letters (application);

create table application_letter_versions (
  letter uuid not null references application_letters (id),
  version integer not null check (version >= 1),
  sealed_draft text not null,
  author uuid references staff (id),
  saved_at timestamp with time zone not null,
  primary key (letter, version)
);

create trigger application_letter_versions_stay
  before update or delete on application_letter_versions
  for each row execute function refuse_change_of_the_record();

create table signed_letters (
  letter uuid primary key references application_letters (id),
  version integer not null,
  document_number text,
  sealed_letter text not null,
  signed_on date not null,
  foreign key (letter, version) references application_letter_versions (letter, version)
);

create trigger signed_letters_stay
  before update or delete on signed_letters
  for each row execute function refuse_change_of_the_record();

-- 征求意见: who was asked, sealed; third parties answer on a page with a one-time code.
create table application_consultations (
  id uuid primary key,
  application uuid not null references applications (id),
  consulted text not null check (consulted in ('third-party', 'agency')),
  sealed_party text not null,
  code_digest text unique,
  sealed_opinion text,
  opened_at timestamp with time zone not null
);
create index application_consultations_by_application on application_consultations (application);

-- 协办: the tasks a unit sees; the acts in the log are the record.
create table search_tasks (
  id uuid primary key,
  application uuid not null references applications (id),
  unit text references agencies (code),
  question text not null check (question <> ''),
  due_on date not null,
  answered_on date
);
create index search_tasks_by_unit on search_tasks (unit, due_on) where answered_on is null;

-- 常用视图: an officer's saved filters of the desk (the query of the address).
create table saved_views (
  id uuid primary key,
  officer uuid not null references staff (id),
  name text not null check (name <> '' and name = btrim(name)),
  query text not null,
  unique (officer, name)
);

-- 提醒: what an officer is told in the office itself. Of one file, kind and day an officer is told once.
create table reminders (
  id uuid primary key,
  recipient uuid not null references staff (id),
  application uuid not null references applications (id),
  kind text not null check (kind in (
    'due-in-5', 'due-in-3', 'due-in-1', 'due-today', 'overdue', 'escalated', 'their-day-passed', 'silence-recorded',
    'unconfirmed'
  )),
  due_on date not null,
  made_at timestamp with time zone not null,
  read_at timestamp with time zone,
  unique (recipient, application, kind, due_on)
);
create index reminders_unread on reminders (recipient) where read_at is null;
create index reminders_by_recipient on reminders (recipient, made_at desc);

-- 日历订阅: the address under which an officer's calendar program reads due days; only its digest is kept.
create table due_date_feeds (
  officer uuid primary key references staff (id),
  token_digest text not null unique,
  made_at timestamp with time zone not null
);

-- 填写中的申请表: what a citizen has filled in between two pages and has not sent. Nobody may find it but the browser it came from;
-- it and the files that came with it are removed when its time is over. `application` is the id it gets when it is sent.
create table form_drafts (
  id uuid primary key,
  application uuid not null,
  sealed text not null,
  kept_until timestamp with time zone not null
);
create index form_drafts_by_end on form_drafts (kept_until);
