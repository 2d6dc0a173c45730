-- 政府信息公开行政复议、行政诉讼: a dispute is an append-only log of acts, and what is shown and counted is its fold. Who applied or
-- sued stands in a sealed column alone. Kinds mirror DISPUTE_ACT_KINDS in src/disputes/rules/dispute-log.ts.
create table disputes (
  id uuid primary key,
  agency text not null references agencies (code),
  sealed_party text not null,
  version integer not null check (version >= 1),
  entered_at timestamp with time zone not null
);
create index disputes_by_agency on disputes (agency, entered_at desc);

create table dispute_acts (
  dispute uuid not null references disputes (id),
  sequence integer not null check (sequence >= 1),
  kind text not null check (kind in ('entered', 'amended', 'closed', 'reopened')),
  at timestamp with time zone not null,
  actor uuid references staff (id),
  -- The act without its kind; days are ISO text.
  facts jsonb not null check (jsonb_typeof(facts) = 'object'),
  primary key (dispute, sequence)
);

create trigger dispute_acts_stay
  before update or delete on dispute_acts
  for each row execute function refuse_change_of_the_record();

create trigger dispute_acts_are_not_emptied
  before truncate on dispute_acts
  for each statement execute function refuse_change_of_the_record();
