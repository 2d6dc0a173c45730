-- What the annual report counts of an application: whether it is one, and the day and row of the settlement that counts. A projection
-- of the log like its neighbours (src/applications/rules/counting.ts).
alter table applications
  add column counted boolean not null default true,
  add column counted_on date,
  add column counted_outcome text check (counted_outcome <> ''),
  add check ((counted_on is null) = (counted_outcome is null));

-- One range of an agency's index holds what a year counts: everything received that was not settled before the year began.
create index applications_by_counting on applications (agency, (coalesce(counted_on, 'infinity'::date)))
  include (counted_on, counted_outcome, received_on, applicant_kind)
  where counted and received_on is not null;

-- A year's report in the making: an append-only log of acts like an application. Kinds mirror REPORT_YEAR_ACT_KINDS in
-- src/annual-report/rules/year-log.ts.
create table annual_report_years (
  agency text not null references agencies (code),
  year smallint not null check (year between 2008 and 2200),
  version integer not null check (version >= 1),
  primary key (agency, year)
);

create table annual_report_acts (
  agency text not null,
  year smallint not null,
  sequence integer not null check (sequence >= 1),
  kind text not null check (kind in (
    'opened', 'figures-entered', 'prose-written', 'frozen', 'thawed', 'finding-waived', 'submitted', 'returned', 'approved',
    'published', 'correction-begun'
  )),
  at timestamp with time zone not null,
  actor uuid references staff (id),
  facts jsonb not null check (jsonb_typeof(facts) = 'object'),
  primary key (agency, year, sequence),
  foreign key (agency, year) references annual_report_years (agency, year)
);

create trigger annual_report_acts_stay
  before update or delete on annual_report_acts
  for each row execute function refuse_change_of_the_record();

create trigger annual_report_acts_are_not_emptied
  before truncate on annual_report_acts
  for each statement execute function refuse_change_of_the_record();
