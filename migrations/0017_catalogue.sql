-- 基层政务公开标准目录. A file that is taken over makes a version; an entry that it changes gets another row and keeps its id, one that
-- it no longer has ends. What happens to an entry besides is an append-only log.
create table catalogue_versions (
  keeper text not null references agencies (code),
  version integer not null check (version >= 1),
  at timestamp with time zone not null,
  actor_kind text not null check (actor_kind in ('officer', 'system')),
  actor uuid references staff (id) check ((actor is not null) = (actor_kind = 'officer')),
  -- Name of the file, and the fields that it has; other fields stay as they were.
  source text not null check (source <> ''),
  fields text[] not null check (cardinality(fields) >= 1),
  added integer not null check (added >= 0),
  changed integer not null check (changed >= 0),
  gone integer not null check (gone >= 0),
  primary key (keeper, version)
);

create trigger catalogue_versions_stay
  before update or delete on catalogue_versions
  for each row execute function refuse_change_of_the_record();

create trigger catalogue_versions_are_not_emptied
  before truncate on catalogue_versions
  for each statement execute function refuse_change_of_the_record();

create table catalogue_entries (
  id uuid not null,
  keeper text not null,
  -- The version with which this row began, and the one with which it ended: null while it holds.
  since integer not null,
  until integer check (until > since),
  position integer not null check (position >= 1),
  field text not null check (field <> ''),
  first_item text not null,
  second_item text not null,
  elements text not null,
  basis text not null,
  deadline_text text not null,
  publisher text not null,
  channels text[] not null,
  audience text check (audience in ('everyone', 'some')),
  ways text[] not null check (ways <@ array['proactive', 'on-application']),
  levels text[] not null check (levels <@ array['county', 'township']),
  check (first_item <> '' or second_item <> ''),
  primary key (id, since),
  foreign key (keeper, since) references catalogue_versions (keeper, version),
  foreign key (keeper, until) references catalogue_versions (keeper, version)
);
create unique index catalogue_entries_held on catalogue_entries (id) where until is null;
create index catalogue_entries_by_keeper on catalogue_entries (keeper, position) where until is null;

-- A row only ends, once.
create function refuse_change_of_catalogue_entry() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and old.until is null and new.until is not null
    and to_jsonb(new) - 'until' = to_jsonb(old) - 'until' then
    return new;
  end if;
  raise exception 'Rows of catalogue_entries only end';
end
$$;

create trigger catalogue_entries_only_end
  before update or delete on catalogue_entries
  for each row execute function refuse_change_of_catalogue_entry();

create trigger catalogue_entries_are_not_emptied
  before truncate on catalogue_entries
  for each statement execute function refuse_change_of_the_record();

create table catalogue_acts (
  entry uuid not null,
  sequence integer not null check (sequence >= 1),
  kind text not null check (kind in (
    'linked', 'unlinked', 'event-noted', 'event-dropped', 'reviewed', 'set-aside', 'taken-up', 'deadline-set',
    'publishers-set'
  )),
  at timestamp with time zone not null,
  actor_kind text not null check (actor_kind in ('officer', 'system')),
  actor uuid references staff (id) check ((actor is not null) = (actor_kind = 'officer')),
  facts jsonb not null check (jsonb_typeof(facts) = 'object'),
  primary key (entry, sequence)
);

create index catalogue_acts_by_item on catalogue_acts ((facts ->> 'item')) where kind = 'linked';

create trigger catalogue_acts_stay
  before update or delete on catalogue_acts
  for each row execute function refuse_change_of_the_record();

create trigger catalogue_acts_are_not_emptied
  before truncate on catalogue_acts
  for each statement execute function refuse_change_of_the_record();

create trigger catalogue_versions_change_the_site
  after insert on catalogue_versions
  for each statement execute function note_site_change();
create trigger catalogue_acts_change_the_site
  after insert on catalogue_acts
  for each statement execute function note_site_change();

-- 政府公报: an issue is an item, and what it contains is related to it.
alter table items drop constraint items_kind_check;
alter table items add constraint items_kind_check check (kind in (
  'document', 'news', 'notice', 'data', 'interpretation', 'guide', 'system-document', 'organisation', 'leader',
  'catalogue-entry', 'call-result', 'annual-report', 'budget', 'gazette'
));
alter table item_relations drop constraint item_relations_relation_check;
alter table item_relations add constraint item_relations_relation_check check (relation in (
  'interprets', 'amends', 'repeals', 'basis', 'supports', 'forwards', 'answers-call', 'gathers'
));
