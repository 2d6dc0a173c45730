-- Annual reports (政府信息公开工作年度报告) as they were published. `report` has the shape of ReportJson in
-- src/annual-report/rules/interchange.ts. What was published stays: a correction is a new version.
create table published_annual_reports (
  agency text not null references agencies (code),
  year smallint not null check (year between 2008 and 2200),
  version smallint not null check (version >= 1),
  published_on date not null check (extract(year from published_on) >= year),
  report jsonb not null check (
    jsonb_typeof(report) = 'object' and coalesce(report ->> 'form', '') in ('2019', '2021')
  ),
  filed_at timestamp with time zone not null default now(),
  primary key (agency, year, version)
);

create function refuse_change_of_published() returns trigger language plpgsql as $$
begin
  raise exception 'What was published is not changed: file a new version (table %)', tg_table_name;
end
$$;

create trigger published_annual_reports_stay
  before update or delete on published_annual_reports
  for each row execute function refuse_change_of_published();

create trigger published_annual_reports_are_not_emptied
  before truncate on published_annual_reports
  for each statement execute function refuse_change_of_published();

create view current_annual_reports as
  select distinct on (agency, year) agency, year, version, published_on, report, filed_at
  from published_annual_reports
  order by agency, year, version desc;
