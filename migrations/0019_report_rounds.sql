-- 汇总: the round in which a supervising office collects a year's reports. An append-only log of acts, one round an office and year.
-- Kinds mirror REPORT_ROUND_ACT_KINDS in src/annual-report/rules/collection/round-log.ts.
create table report_rounds (
  office text not null references agencies (code),
  year smallint not null check (year between 2008 and 2200),
  version integer not null check (version >= 1),
  primary key (office, year)
);

create table report_round_acts (
  office text not null,
  year smallint not null,
  sequence integer not null check (sequence >= 1),
  kind text not null check (kind in (
    'opened', 'members-changed', 'deadline-moved', 'reminded', 'submitted', 'returned', 'accepted', 'closed', 'reopened'
  )),
  at timestamp with time zone not null,
  -- Nobody of ours where an agency sent a file by its code.
  actor uuid references staff (id),
  facts jsonb not null check (jsonb_typeof(facts) = 'object'),
  primary key (office, year, sequence),
  foreign key (office, year) references report_rounds (office, year)
);

create trigger report_round_acts_stay
  before update or delete on report_round_acts
  for each row execute function refuse_change_of_the_record();

create trigger report_round_acts_are_not_emptied
  before truncate on report_round_acts
  for each statement execute function refuse_change_of_the_record();

-- What was submitted, as it was read and audited then. `report` has the shape of ReportJson, `findings` are the contract's.
create table report_submissions (
  id uuid primary key,
  office text not null,
  year smallint not null,
  agency text not null references agencies (code),
  route text not null check (route in ('act', 'code', 'upload')),
  report jsonb not null check (jsonb_typeof(report) = 'object'),
  findings jsonb not null check (jsonb_typeof(findings) = 'array'),
  -- The file as it came, and its name; a report of this system has none.
  file uuid,
  file_name text,
  submitted_on date not null,
  foreign key (office, year) references report_rounds (office, year),
  check ((file is null) = (file_name is null)),
  check ((route = 'act') = (file is null))
);
create index report_submissions_by_agency on report_submissions (year, agency);

create trigger report_submissions_stay
  before update or delete on report_submissions
  for each row execute function refuse_change_of_the_record();

create trigger report_submissions_are_not_emptied
  before truncate on report_submissions
  for each statement execute function refuse_change_of_the_record();

-- Files on their way to a round: kept first, read by a job, filed or asked about. States mirror UPLOAD_STATES in
-- src/annual-report/rules/collection/round-upload.ts.
create table report_uploads (
  id uuid primary key,
  office text not null,
  year smallint not null,
  -- Those that came together.
  batch uuid not null,
  place integer not null check (place >= 1),
  route text not null check (route in ('code', 'upload')),
  file uuid not null,
  name text not null check (name <> ''),
  state text not null check (state in ('kept', 'unpacked', 'refused', 'asking', 'read', 'filed', 'dropped')),
  -- Why it was refused, in one sentence.
  sentence text,
  -- The agency as the file prints it, and the one that it was taken for.
  printed_name text,
  agency text references agencies (code),
  -- What was read and found, as in report_submissions; null until it is read.
  answer jsonb not null check (jsonb_typeof(answer) in ('null', 'object')),
  submission uuid references report_submissions (id),
  uploaded_by uuid references staff (id),
  uploaded_at timestamp with time zone not null,
  foreign key (office, year) references report_rounds (office, year),
  check ((state = 'filed') = (submission is not null)),
  check (state <> 'refused' or sentence is not null)
);
create index report_uploads_by_round on report_uploads (office, year, uploaded_at);
create index report_uploads_to_read on report_uploads (id) where state = 'kept';

-- Which agency a name in a file stands for, answered once by a person.
create table report_agency_names (
  office text not null references agencies (code),
  name text not null check (name <> ''),
  agency text not null references agencies (code),
  answered_by uuid not null references staff (id),
  answered_at timestamp with time zone not null,
  primary key (office, name)
);

-- 报送码: with it an agency that does not work here sends its report. Only the digest is kept.
create table report_codes (
  office text not null,
  year smallint not null,
  agency text not null references agencies (code),
  code_digest text not null unique,
  expires_on date not null,
  issued_at timestamp with time zone not null,
  primary key (office, year, agency),
  foreign key (office, year) references report_rounds (office, year)
);
