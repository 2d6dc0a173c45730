-- 公示期: until which day what is published is shown, and whether its end is still to come. 撤下: whether the public addresses have
-- yet to prove that something is gone.
alter table items
  add column publicity_ends_on date,
  add column publicity_open boolean not null default false,
  add column take_down_open boolean not null default false,
  add constraint items_publicity_open_check check (publicity_ends_on is not null or not publicity_open);
update items set take_down_open = true where visibility in ('withdrawn', 'removed');
alter table items
  alter column publicity_open drop default,
  alter column take_down_open drop default;
create index items_in_publicity on items (publicity_ends_on) where publicity_open;
create index items_to_prove_gone on items (number) where take_down_open;

alter table item_acts drop constraint item_acts_kind_check;
alter table item_acts add constraint item_acts_kind_check check (kind in (
  'drafted', 'edited', 'attribute-set', 'checked', 'finding-overridden', 'submitted', 'recalled', 'secrecy-reviewed',
  'reviewed', 'approved', 'proofread', 'returned', 'scheduled', 'unscheduled', 'published', 'corrected',
  'emergency-published', 'taken-over', 'emergency-reviewed', 'withdrawn', 'reinstated', 'removed', 'archived', 'validity-changed',
  'reassessed', 'noted', 'addresses-verified', 'publicity-ended'
));
create index item_acts_of_secrecy on item_acts (at) where kind in ('secrecy-reviewed', 'submitted', 'reassessed');

-- A copy in which personal data were masked; the file that it was made from stays with the item and is never public again.
alter table item_attachments add column masked_from uuid references item_attachments (id) check (masked_from <> id);

-- Which version of the readers read the file: a later one reads it again.
alter table item_attachment_readings add column reader smallint not null default 1 check (reader >= 1);
