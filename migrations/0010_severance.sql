-- 区分处理 (政府信息公开条例第三十七条): originals of which a copy is made, the passages marked in them, and the copies made.
-- What is withheld, and what a verification still found, may hold the very words: both are sealed.
create table severance_originals (
  original uuid primary key references application_files (id),
  application uuid not null references applications (id),
  -- The PDF that is worked on, in the file store; null where the original is one itself.
  working_file uuid,
  -- Set anew from a Word or Excel file: the layout is not the original's.
  set_anew boolean not null,
  pages integer not null check (pages >= 1),
  -- The passages marked so far.
  sealed_passages text not null,
  check (working_file is not null or not set_anew)
);
create index severance_originals_by_application on severance_originals (application);

create table severances (
  id uuid primary key,
  application uuid not null references applications (id),
  original uuid not null references severance_originals (original),
  sealed_passages text not null,
  outcome text not null check (outcome in ('released', 'blocked')),
  -- The copy that may be given out: there is one exactly where nothing was found in it any more.
  released uuid unique references application_files (id) check ((released is not null) = (outcome = 'released')),
  sealed_report text not null,
  made_by uuid not null references staff (id),
  made_at timestamp with time zone not null,
  check (released <> original)
);
create index severances_by_application on severances (application, made_at);

-- The grounds of Art. 14–16 and 37 that the passages rest on.
create table severance_grounds (
  severance uuid not null references severances (id),
  -- Mirrors SEVERANCE_GROUNDS in src/applications/rules/severance.ts.
  ground text not null check (ground in (
    'state-secret', 'forbidden-by-law', 'security-and-stability', 'third-party-interest', 'internal-affairs',
    'deliberative', 'enforcement-file', 'not-government-information'
  )),
  primary key (severance, ground)
);

create trigger severance_grounds_stay
  before update or delete on severance_grounds
  for each row execute function refuse_change_of_the_record();

create trigger severances_stay
  before update or delete on severances
  for each row execute function refuse_change_of_the_record();
