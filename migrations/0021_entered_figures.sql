-- Figures that another system keeps are proposed to the office, which enters or declines them. Kinds mirror REPORT_YEAR_ACT_KINDS in
-- src/annual-report/rules/year-log.ts.
alter table annual_report_acts drop constraint annual_report_acts_kind_check;
alter table annual_report_acts add constraint annual_report_acts_kind_check check (kind in (
  'opened', 'figures-proposed', 'proposal-declined', 'figures-entered', 'prose-written', 'frozen', 'thawed', 'finding-waived',
  'submitted', 'returned', 'approved', 'published', 'correction-begun'
));

-- What proves an entered figure: the page of the register that it was taken from, or the file that was imported.
create table annual_report_evidence (
  id uuid primary key,
  agency text not null,
  year smallint not null,
  file uuid not null unique,
  name text not null check (name <> ''),
  media_type text not null check (media_type <> ''),
  bytes integer not null check (bytes > 0),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  kept_at timestamp with time zone not null,
  foreign key (agency, year) references annual_report_years (agency, year)
);

create index annual_report_evidence_of_a_year on annual_report_evidence (agency, year);

create trigger annual_report_evidence_stays
  before update or delete on annual_report_evidence
  for each row execute function refuse_change_of_the_record();

create trigger annual_report_evidence_is_not_emptied
  before truncate on annual_report_evidence
  for each statement execute function refuse_change_of_the_record();

-- 政府网站工作年度报表: an append-only log of acts for each year of the site. The key holds two writers apart: only one of them gets
-- the next number. Kinds mirror SITE_RETURN_ACT_KINDS in src/statistics/rules/site-return-log.ts.
create table site_return_acts (
  agency text not null references agencies (code),
  year smallint not null check (year between 2008 and 2200),
  sequence integer not null check (sequence >= 1),
  kind text not null check (kind in ('figures-entered', 'submitted', 'returned', 'approved', 'published', 'correction-begun')),
  at timestamp with time zone not null,
  actor uuid references staff (id),
  facts jsonb not null check (jsonb_typeof(facts) = 'object'),
  primary key (agency, year, sequence)
);

create trigger site_return_acts_stay
  before update or delete on site_return_acts
  for each row execute function refuse_change_of_the_record();

create trigger site_return_acts_are_not_emptied
  before truncate on site_return_acts
  for each statement execute function refuse_change_of_the_record();

create trigger site_return_acts_change_the_site
  after insert on site_return_acts
  for each statement execute function note_site_change();
