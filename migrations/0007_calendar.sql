-- Changes of the working-day calendar that an office adopts beside the notices that come with the program: next year's notice,
-- an extension in an emergency, local holidays. Kinds mirror NOTICE_KINDS in src/calendar/holiday-notice.ts. A change is never
-- altered: what it got wrong is put right by a further one, which prevails day by day.
create table calendar_changes (
  version integer primary key check (version >= 1),
  kind text not null check (kind in ('yearly', 'amendment', 'emergency', 'local')),
  year smallint not null check (year between 2019 and 2100),
  title text not null check (title <> '' and title = btrim(title)),
  number text check (number <> ''),
  issued_on date,
  -- [{name, from, to}], [{name, on}] and [day]: days are ISO text.
  holidays jsonb not null check (jsonb_typeof(holidays) = 'array'),
  make_up_days jsonb not null check (jsonb_typeof(make_up_days) = 'array'),
  ordinary_days jsonb not null check (jsonb_typeof(ordinary_days) = 'array'),
  -- The notice as it was pasted in.
  source_text text not null check (source_text <> ''),
  adopted_by uuid not null references staff (id),
  adopted_at timestamp with time zone not null
);

create trigger calendar_changes_stay
  before update or delete on calendar_changes
  for each row execute function refuse_change_of_published();

create trigger calendar_changes_are_not_emptied
  before truncate on calendar_changes
  for each statement execute function refuse_change_of_published();

-- Which open applications were computed anew after a change and whose days moved. The application's table comes later.
create table calendar_moves (
  calendar text not null check (calendar <> ''),
  application uuid not null,
  agency text not null references agencies (code),
  reply_due_before date,
  reply_due_after date,
  next_due_before date,
  next_due_after date,
  found_at timestamp with time zone not null,
  primary key (calendar, application)
);

create index calendar_moves_by_agency on calendar_moves (agency, calendar);
