-- What every list shows of an item is kept in memory by each process (src/publishing/public-list/); what has changed since is read
-- from site_changes. The index answers one question alone: which items hold these words.

-- `transaction` tells in which order changes can still appear: whoever has seen every transaction below one number looks at those
-- from there on. Kept for a day; what a process read before that, it reads whole again.
alter table site_changes
  add column item uuid,
  add column transaction xid8 not null default pg_current_xact_id();
create index site_changes_by_transaction on site_changes (transaction);

create function note_item_change() returns trigger language plpgsql as $$
begin
  insert into site_changes (item)
    select new.id
    union
    select target from item_relations where item = new.id and relation = 'interprets';
  return null;
end
$$;

drop trigger items_change_the_site on items;
create trigger items_change_the_site
  after insert or update on items
  for each row when (new.public_edition is not null) execute function note_item_change();

drop table item_search;
create unlogged table item_search (
  number integer primary key,
  item uuid not null unique,
  keywords text[] not null,
  -- Title, metadata, body and attachments with nothing but letters and figures, parts on lines of their own.
  folded text not null,
  -- Every UTF-16 unit, and every pair of neighbours as one number: shorter and quicker to compare than words.
  terms integer[] not null
)
-- Long texts stand apart, so that finding items reads short rows.
with (toast_tuple_target = 128);
-- Pairs are as many as there are; nobody can guess from a sample how often one stands.
alter table item_search alter terms set statistics 0;
-- New entries are sorted in together: one by one, each would look for its place in the tree by itself.
create index item_search_by_term on item_search using gin (terms) with (fastupdate = on, gin_pending_list_limit = 65536);

-- The numbers of the items that hold all terms, as an array in its binary form; with at most `most` of them, only of those whose text
-- holds all words. Reading every row would be ten times slower than the index, which the planner cannot know.
create function items_holding(wanted integer[], words text[], most integer) returns bytea
language plpgsql stable
set enable_seqscan = off set jit = off set max_parallel_workers_per_gather = 0
as $$
declare
  numbers integer[];
begin
  select array_agg(number) into numbers from item_search where terms @> wanted;
  if cardinality(words) > 0 and cardinality(numbers) <= most then
    select array_agg(number) into numbers
    from item_search
    where number = any(numbers) and (select bool_and(strpos(folded, word) > 0) from unnest(words) word);
  end if;
  return array_send(coalesce(numbers, '{}'));
end
$$;

-- Only what is searched anew waits: acts on a draft beside the public edition change nothing that is found.
create or replace function note_item_for_search() returns trigger language plpgsql as $$
begin
  if new.visibility <> 'public' then
    delete from item_search where item = new.id;
  elsif tg_op = 'INSERT' or old.visibility <> 'public' or new.public_edition is distinct from old.public_edition then
    insert into item_search_waiting (item) values (new.id);
  end if;
  return null;
end
$$;

-- Whether an item is interpreted is no matter of the index any more, but lists show it.
create or replace function note_target_for_search() returns trigger language plpgsql as $$
begin
  insert into site_changes (item) values (new.target);
  return null;
end
$$;

-- A file can be read again by a later version of the readers. Whatever waits for the index is a change of the site: who has seen no
-- change need not ask whether something waits.
create or replace function note_reading_for_search() returns trigger language plpgsql as $$
begin
  insert into item_search_waiting (item) select item from item_attachments where id = new.attachment;
  insert into site_changes default values;
  return null;
end
$$;

drop trigger attachments_are_searched on item_attachment_readings;
create trigger attachments_are_searched
  after insert or update on item_attachment_readings
  for each row execute function note_reading_for_search();

-- The new index is filled from the items at the first search.
delete from item_search_waiting;
