-- The journal of acts and looks. Append-only; each entry is hashed together with the hash of the one before it.
create table journal (
  id uuid primary key,
  at timestamp with time zone not null,
  agency text,
  -- Mirrors ACTOR_KINDS in src/people/rules/journal.ts.
  actor_kind text not null check (actor_kind in ('officer', 'applicant', 'system', 'visitor')),
  actor uuid check ((actor is not null) = (actor_kind = 'officer')),
  event text not null check (event ~ '^[a-z][a-z0-9-]*$'),
  subject text,
  detail jsonb not null check (jsonb_typeof(detail) = 'object')
);

create index journal_by_agency on journal (agency, at);
create index journal_by_actor on journal (actor, at);
create index journal_by_subject on journal (subject, at) where subject is not null;

create table journal_links (
  position bigint primary key,
  entry uuid not null unique,
  hash text not null check (hash ~ '^[0-9a-f]{64}$')
);

-- The end of the chain: one row, and the lock that puts commits in a row.
create table journal_head (
  single boolean primary key default true check (single),
  position bigint not null,
  hash text not null
) with (fillfactor = 10);

insert into journal_head (position, hash) values (0, repeat('0', 64));

-- Runs when the transaction commits, so that the lock is held for the commit alone and not for the work before it.
create function link_journal_entry() returns trigger language plpgsql as $$
declare
  head journal_head;
  next_hash text;
begin
  select * into head from journal_head for update;
  next_hash := encode(sha256(convert_to(to_jsonb(array[
    (head.position + 1)::text, head.hash, new.id::text,
    to_char(new.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
    new.agency, new.actor_kind, new.actor::text, new.event, new.subject, new.detail::text
  ])::text, 'UTF8')), 'hex');
  insert into journal_links (position, entry, hash) values (head.position + 1, new.id, next_hash);
  update journal_head set position = head.position + 1, hash = next_hash;
  return null;
end
$$;

create constraint trigger journal_entries_are_linked
  after insert on journal deferrable initially deferred
  for each row execute function link_journal_entry();

create function refuse_change_of_journal() returns trigger language plpgsql as $$
begin
  raise exception 'The journal is only ever added to (table %)', tg_table_name;
end
$$;

create trigger journal_stays before update or delete on journal
  for each row execute function refuse_change_of_journal();
create trigger journal_is_not_emptied before truncate on journal
  for each statement execute function refuse_change_of_journal();
create trigger journal_links_stay before update or delete on journal_links
  for each row execute function refuse_change_of_journal();
create trigger journal_links_are_not_emptied before truncate on journal_links
  for each statement execute function refuse_change_of_journal();
create trigger journal_head_only_advances before update on journal_head
  for each row when (new.position <> old.position + 1) execute function refuse_change_of_journal();
create trigger journal_head_stays before delete on journal_head
  for each row execute function refuse_change_of_journal();
create trigger journal_head_is_not_emptied before truncate on journal_head
  for each statement execute function refuse_change_of_journal();
