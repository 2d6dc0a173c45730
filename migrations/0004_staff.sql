-- Staff, their roles, absences and sign-in; what the agencies' letters and remedies need; settings.
-- Roles mirror ROLES in src/people/rules/role.ts.
create table staff (
  id uuid primary key,
  username text not null unique check (username ~ '^[a-z0-9][a-z0-9._-]{1,63}$'),
  name text not null check (name <> '' and name = btrim(name)),
  -- Null only for the first administrator, until the installation's own agency is registered.
  agency text references agencies (code),
  email text check (email <> ''),
  -- PHC string of argon2id; null for an account that signs in by 统一身份认证 alone.
  password_hash text,
  password_must_change boolean not null default false,
  -- Sealed; counts only once confirmed.
  totp_secret text,
  totp_confirmed_at timestamp with time zone,
  -- The time step of the last accepted code: a code works once.
  totp_last_step bigint,
  -- The claim by which 统一身份认证 names this person.
  federated_subject text unique check (federated_subject <> ''),
  disabled_at timestamp with time zone,
  created_at timestamp with time zone not null default now()
);

create index staff_by_agency on staff (agency);

create table staff_roles (
  staff uuid not null references staff (id),
  role text not null check (role in (
    'case-handler', 'reviewer', 'legal-reviewer', 'signatory', 'disclosure-head',
    'secrecy-reviewer', 'administrator', 'supervisor', 'auditor'
  )),
  primary key (staff, role)
);

create table delegations (
  id uuid primary key,
  absent uuid not null references staff (id),
  delegate uuid not null references staff (id) check (delegate <> absent),
  first_day date not null,
  last_day date not null check (last_day >= first_day),
  recorded_by uuid not null references staff (id),
  recorded_at timestamp with time zone not null,
  revoked_at timestamp with time zone
);

create index delegations_by_delegate on delegations (delegate, last_day);
create index delegations_by_absent on delegations (absent, last_day);

create table recovery_codes (
  staff uuid not null references staff (id),
  code_digest text not null,
  used_at timestamp with time zone,
  primary key (staff, code_digest)
);

-- `token_digest` is SHA-256 of the cookie's token: what is stored here opens no session.
create table sessions (
  id uuid primary key,
  token_digest text not null unique,
  staff uuid not null references staff (id),
  -- 'password' waits for the second factor and opens nothing; 'full' is signed in.
  stage text not null check (stage in ('password', 'full')),
  opened_at timestamp with time zone not null,
  last_seen_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  address text not null,
  browser text not null
);

create index sessions_by_staff on sessions (staff, opened_at);

-- Browsers that have signed in fully before: a flood of wrong passwords from elsewhere does not slow them down.
create table known_devices (
  token_digest text primary key,
  staff uuid not null references staff (id),
  last_used_at timestamp with time zone not null
);

create index known_devices_by_staff on known_devices (staff);

-- Attempts to sign in that failed or are under way, counted by what src/people/rules/sign-in-delay.ts calls scopes. Keys are digests.
create table sign_in_attempts (
  scope text not null check (scope in ('pair', 'address', 'account', 'code')),
  key text not null,
  failures integer not null check (failures >= 0),
  last_at timestamp with time zone not null,
  primary key (scope, key)
);

create index sign_in_attempts_by_age on sign_in_attempts (last_at);

alter table agencies
  -- The head of the 政府信息公开工作机构 (政府信息公开条例第四条), who consents to extensions (第三十三条).
  add column disclosure_head uuid references staff (id),
  -- Null: derived by src/people/rules/remedy-organs.ts.
  add column review_organ text check (review_organ <> ''),
  add column court text check (court <> ''),
  -- 发文机关标志 and 发文机关代字 (党政机关公文格式 GB/T 9704).
  add column letterhead text check (letterhead <> ''),
  add column number_prefix text check (number_prefix <> ''),
  -- Mirrors LEGAL_REVIEWS in src/people/rules/agency.ts.
  add column legal_review text not null default 'refusals' check (legal_review in ('none', 'refusals', 'every-reply'));

-- `scope` is '*' for the installation, or an agency's code; keys are those of src/people/rules/settings.ts and its kin.
create table settings (
  scope text not null check (scope = '*' or scope ~ '^[0-9]{6}-[0-9]{3}$'),
  key text not null check (key ~ '^[a-z][a-z0-9-]*$'),
  value jsonb not null,
  changed_at timestamp with time zone not null,
  primary key (scope, key)
);
