-- Wording of letters and their numbers. Kinds mirror LETTER_KINDS in src/applications/rules/letters/letter-kinds.ts, series
-- NUMBER_SERIES in document-number.ts beside it.

-- 文书模板: version 1 of each kind is built in; what an administrator writes follows it. `agency` null: for every agency that has
-- none of its own. A letter once signed keeps its words, whatever follows here.
create table letter_templates (
  kind text not null check (kind in (
    'registration-receipt', 'clarification-notice', 'extension-notice', 'reasons-demand', 'deferral-notice',
    'third-party-consultation', 'consultation-notice', 'disclosure-decision', 'agency-consultation',
    'search-request', 'fee-notice', 'granted', 'already-public', 'partly-granted', 'withheld',
    'registry-inquiry', 'not-existing', 'not-ours', 'requires-creation', 'still-unclear', 'petition',
    'repeat', 'publication', 'vexatious', 'reissue', 'several-findings', 'clarification-lapsed', 'fee-lapsed',
    'withdrawal', 'record-corrected', 'record-transferred', 'record-kept'
  )),
  agency text references agencies (code),
  version integer not null check (version >= 2),
  title text not null check (title <> ''),
  wording text not null check (wording <> ''),
  edited_by uuid not null references staff (id),
  edited_at timestamp with time zone not null,
  unique nulls not distinct (kind, agency, version)
);

create trigger letter_templates_stay
  before update or delete on letter_templates
  for each row execute function refuse_change_of_the_record();

create trigger letter_templates_are_not_emptied
  before truncate on letter_templates
  for each statement execute function refuse_change_of_the_record();

-- 文号: one series a year for each agency and kind of series, without gaps. The row is locked by whoever takes a number until
-- their transaction ends; where it is undone, so is the number.
create table document_number_series (
  agency text not null references agencies (code),
  series text not null check (series in ('reply', 'procedure')),
  year smallint not null check (year between 2000 and 2200),
  last_number integer not null check (last_number >= 0),
  -- Numbers up to this one were given before this system was in use; its own follow.
  taken_before integer not null default 0 check (taken_before >= 0 and taken_before <= last_number),
  primary key (agency, series, year)
);

create table document_numbers (
  agency text not null,
  series text not null,
  year smallint not null,
  number integer not null check (number >= 1),
  letter uuid not null unique references application_letters (id),
  primary key (agency, series, year, number),
  foreign key (agency, series, year) references document_number_series (agency, series, year)
);

create trigger document_numbers_stay
  before update or delete on document_numbers
  for each row execute function refuse_change_of_the_record();

create trigger document_numbers_are_not_emptied
  before truncate on document_numbers
  for each statement execute function refuse_change_of_the_record();
