-- What is so about this installation, such as that the sample district is loaded.
create table installation_facts (
  key text primary key check (key ~ '^[a-z][a-z0-9-]*$'),
  value text not null,
  noted_at timestamp with time zone not null default now()
);
