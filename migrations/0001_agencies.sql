-- The agencies (行政机关) of this installation. Kinds mirror AGENCY_KINDS in src/people/rules/agency.ts.
-- A code is the six-digit 行政区划代码, a hyphen and three digits.
create table agencies (
  code text primary key check (code ~ '^[0-9]{6}-[0-9]{3}$'),
  name text not null check (name <> '' and name = btrim(name)),
  short_name text not null check (short_name <> '' and short_name = btrim(short_name)),
  kind text not null check (kind in (
    'government', 'government-office', 'department', 'dispatched-office',
    'subdistrict', 'town', 'township', 'authorized-organization'
  )),
  parent text references agencies (code) check (parent <> code),
  -- 立法法: whether the agency may make rules (规章); a body without that power reports none.
  may_make_rules boolean not null default false,
  -- 政府信息公开条例第十二条: what the guide (公开指南) says of the office that handles applications.
  contact_office text check (contact_office <> ''),
  contact_address text check (contact_address <> ''),
  contact_postcode text check (contact_postcode ~ '^[0-9]{6}$'),
  contact_hours text check (contact_hours <> ''),
  contact_telephone text check (contact_telephone <> ''),
  contact_fax text check (contact_fax <> ''),
  contact_online text check (contact_online <> '')
);

create index agencies_by_parent on agencies (parent);
