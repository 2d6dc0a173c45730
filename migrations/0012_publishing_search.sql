-- What is public, as it is searched and counted. Derived: nothing here lasts beyond a crash that the items do not hold, so it is
-- unlogged and in no back-up, and is made again from the items whenever it is empty.
create unlogged table item_search (
  item uuid primary key,
  number bigint not null,
  address text not null,
  agency text not null,
  column_code text not null,
  kind text not null,
  theme text,
  genre text,
  issuer text not null,
  title text not null,
  document_number text,
  -- The three boxes of 文号: 机关代字, year, number.
  number_prefix text,
  number_year smallint,
  number_serial integer,
  made_on date,
  published_at timestamp with time zone not null,
  published_on date not null,
  year smallint not null,
  effective_on date,
  expires_on date,
  amended_on date,
  ended_on date,
  ended_how text,
  interpreted boolean not null,
  keywords text[] not null,
  folded_title text not null,
  body text not null,
  -- Text of the attachments with their titles: [{"title": "…", "text": "…"}].
  attachments jsonb not null check (jsonb_typeof(attachments) = 'array'),
  -- Title, metadata, body and attachments with nothing but letters and figures, parts on lines of their own.
  folded text not null,
  terms tsvector not null
)
-- Long texts stand apart, so that counting reads short rows.
with (toast_tuple_target = 256);
create index item_search_by_term on item_search using gin (terms) with (fastupdate = off);
create index item_search_newest on item_search (published_at desc, number desc);
create index item_search_by_number on item_search (number_prefix, number_year, number_serial)
  where number_prefix is not null;

-- Items that the index has yet to take in. Only ever added to and taken from, so that publishing waits for nobody.
create unlogged table item_search_waiting (
  position bigint generated always as identity primary key,
  item uuid not null
);

-- What was taken down is found no more from the moment at which that holds.
create function note_item_for_search() returns trigger language plpgsql as $$
begin
  if new.visibility <> 'public' then
    delete from item_search where item = new.id;
  end if;
  insert into item_search_waiting (item) values (new.id);
  insert into item_search_waiting (item)
    select distinct target from item_relations where item = new.id and relation = 'interprets';
  return null;
end
$$;

create trigger items_are_searched
  after insert or update on items
  for each row when (new.public_edition is not null) execute function note_item_for_search();

create function note_target_for_search() returns trigger language plpgsql as $$
begin
  insert into item_search_waiting (item) values (new.target);
  return null;
end
$$;

create trigger interpretations_are_searched
  after insert on item_relations
  for each row when (new.relation = 'interprets') execute function note_target_for_search();

create function note_reading_for_search() returns trigger language plpgsql as $$
begin
  insert into item_search_waiting (item) select item from item_attachments where id = new.attachment;
  return null;
end
$$;

create trigger attachments_are_searched
  after insert on item_attachment_readings
  for each row execute function note_reading_for_search();

-- Changes of what the public pages show. A page made before a change is not shown after it: each process compares what it made
-- with what stands here. Rows are only added, so that no transaction waits for another; old ones are taken away by the readers.
create unlogged table site_changes (
  position bigint generated always as identity primary key,
  at timestamp with time zone not null default statement_timestamp()
);

create function note_site_change() returns trigger language plpgsql as $$
begin
  insert into site_changes default values;
  return null;
end
$$;

create trigger items_change_the_site
  after insert or update on items
  for each row when (new.public_edition is not null) execute function note_site_change();
create trigger columns_change_the_site
  after insert or update or delete on publication_columns
  for each statement execute function note_site_change();
create trigger agencies_change_the_site
  after insert or update or delete on agencies
  for each statement execute function note_site_change();
create trigger settings_change_the_site
  after insert or update or delete on settings
  for each statement execute function note_site_change();
create trigger reports_change_the_site
  after insert on published_annual_reports
  for each statement execute function note_site_change();
create trigger facts_change_the_site
  after insert or update on installation_facts
  for each statement execute function note_site_change();
