-- Mails and short messages that wait to be sent. Written in the transaction of the act that they tell of.
create table outbox_messages (
  id uuid primary key,
  -- Mirrors MESSAGE_KINDS in src/platform/outbox/message.ts.
  kind text not null check (kind in ('mail', 'sms')),
  -- Recipient and content; bound to this row.
  sealed text not null,
  -- What the message is about, such as 'application:<id>', so that a file can show what became of its messages.
  about text,
  -- A message queued a second time under the same key is the same message.
  once text unique check (once <> ''),
  -- Mirrors MESSAGE_STATES in src/platform/outbox/message.ts.
  state text not null check (state in ('waiting', 'sent', 'failed', 'no-channel')),
  -- When it may be tried next. Whoever takes it moves this ahead, so that a killed sender's message comes up again.
  due_at timestamp with time zone not null,
  attempts integer not null default 0 check (attempts >= 0),
  -- Why the last attempt failed, without the recipient or the content.
  problem text,
  queued_at timestamp with time zone not null,
  sent_at timestamp with time zone check ((sent_at is not null) = (state = 'sent'))
);

create index outbox_messages_due on outbox_messages (due_at) where state = 'waiting';
create index outbox_messages_about on outbox_messages (about, queued_at) where about is not null;

-- Each occurrence of each daily job, so that it is run once whatever the number of processes.
create table job_runs (
  job text not null check (job ~ '^[a-z][a-z0-9-]*$'),
  occurrence timestamp with time zone not null,
  -- Mirrors RUN_STATES in src/platform/jobs/job.ts.
  state text not null check (state in ('running', 'done', 'failed')),
  -- Nobody else may take the occurrence before this.
  leased_until timestamp with time zone not null,
  attempts integer not null check (attempts >= 1),
  began_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  problem text,
  primary key (job, occurrence)
);

-- How far each address has used up what it may do. Unlogged: lost in a crash, which only forgets a limit.
create unlogged table rate_limits (
  -- Digest of purpose and address: tells neither.
  key text primary key,
  -- The moment at which nothing is used up any more.
  free_at timestamp with time zone not null
);

create index rate_limits_free_at on rate_limits (free_at);
