-- The forms in which readers get an uploaded picture: the whole one and narrower ones, without what the camera wrote into it.
-- Made once. A row of no width says that the file could not be read as a picture: it is shown to nobody.
create table item_pictures (
  attachment uuid not null references item_attachments (id),
  width integer not null check (width between 0 and 100000),
  height integer not null check (height between 0 and 100000),
  is_whole boolean not null,
  file uuid,
  media_type text check (media_type in ('image/jpeg', 'image/png')),
  bytes integer not null check (bytes >= 0),
  sha256 text check (sha256 ~ '^[0-9a-f]{64}$'),
  made_at timestamp with time zone not null,
  primary key (attachment, width),
  check ((width = 0) = (file is null)),
  check ((file is null) = (media_type is null)),
  check ((file is null) = (sha256 is null)),
  check ((width = 0) = (height = 0))
);
create unique index item_pictures_whole on item_pictures (attachment) where is_whole;
create trigger pictures_change_the_site
  after insert on item_pictures
  for each statement execute function note_site_change();

-- 报送包: what is handed to the platform of the province. A package holds versions of items; what the other side has accepted is
-- not sent again until it has changed.
create table exchange_packages (
  id uuid primary key,
  number integer not null unique check (number >= 1),
  scope text not null check (scope in ('full', 'changes')),
  items integer not null check (items >= 0),
  withdrawals integer not null check (withdrawals >= 0),
  file uuid not null,
  bytes integer not null check (bytes > 0),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  state text not null check (state in ('made', 'waiting', 'accepted', 'refused')),
  -- What the other side answered.
  receipt text check (length(receipt) <= 2000),
  made_at timestamp with time zone not null,
  made_by uuid references staff (id),
  decided_at timestamp with time zone,
  check ((decided_at is not null) = (state in ('accepted', 'refused')))
);
create table exchange_package_items (
  package uuid not null references exchange_packages (id),
  item uuid not null references items (id),
  version integer not null check (version >= 1),
  primary key (package, item)
);
create index exchange_package_items_by_item on exchange_package_items (item, version);

alter table outbox_messages drop constraint outbox_messages_kind_check;
alter table outbox_messages add constraint outbox_messages_kind_check check (kind in ('mail', 'sms', 'package'));
