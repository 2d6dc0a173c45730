-- 督促整改: what a supervising office orders an agency to mend in its annual report. An append-only log of acts; `stage` and `due_on` are
-- its projection, by which lists are drawn. Kinds and stages mirror src/annual-report/rules/rectification/rectification-log.ts.
create table rectifications (
  id uuid primary key,
  office text not null references agencies (code),
  agency text not null references agencies (code),
  year smallint not null check (year between 2008 and 2200),
  version integer not null check (version >= 1),
  stage text not null check (stage in ('open', 'answered', 'closed', 'withdrawn')),
  due_on date not null,
  ordered_at timestamp with time zone not null
);
create index rectifications_by_office on rectifications (office, ordered_at desc);
create index rectifications_by_agency on rectifications (agency, ordered_at desc);

create table rectification_acts (
  rectification uuid not null references rectifications (id),
  sequence integer not null check (sequence >= 1),
  kind text not null check (kind in ('ordered', 'answered', 'checked', 'returned', 'closed', 'withdrawn')),
  at timestamp with time zone not null,
  actor uuid references staff (id),
  facts jsonb not null check (jsonb_typeof(facts) = 'object'),
  primary key (rectification, sequence)
);

create trigger rectification_acts_stay
  before update or delete on rectification_acts
  for each row execute function refuse_change_of_the_record();

create trigger rectification_acts_are_not_emptied
  before truncate on rectification_acts
  for each statement execute function refuse_change_of_the_record();
