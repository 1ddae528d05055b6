-- Times are milliseconds since 1970 (UTC). States are words, so that a person can read the books.

CREATE TABLE projects (
  id     INTEGER PRIMARY KEY,
  folder TEXT NOT NULL UNIQUE
);

CREATE TABLE accounts (
  position           INTEGER PRIMARY KEY,       -- order of entry
  id                 TEXT NOT NULL UNIQUE,
  name               TEXT NOT NULL,
  provider           TEXT NOT NULL,
  project_id         TEXT,
  enabled            INTEGER NOT NULL DEFAULT 1,
  base_url           TEXT,
  own_group          TEXT,                      -- as the user gave it; null: the account alone
  quota_group        TEXT NOT NULL,             -- whose limits count
  max_in_flight      INTEGER NOT NULL,
  submit_interval_ms INTEGER NOT NULL,
  epoch              INTEGER NOT NULL DEFAULT 0, -- the fence: raised whenever the lane is taken
  owner              TEXT,
  lease_until        INTEGER
);
CREATE INDEX accounts_of_group ON accounts (quota_group);

-- The gate that keeps the pace of every lane of a group, in whatever process it runs.
CREATE TABLE quota_groups (
  id             TEXT PRIMARY KEY,
  next_submit_at INTEGER NOT NULL
) WITHOUT ROWID;

-- Who rests: 'account:ID' or 'group:ID', for one model or ('') for all. A row that has run out still counts the strikes.
CREATE TABLE rests (
  holder  TEXT NOT NULL,
  model   TEXT NOT NULL,
  until   INTEGER,                              -- null: until the user does something
  code    TEXT NOT NULL,
  words   TEXT,
  strikes INTEGER NOT NULL,
  PRIMARY KEY (holder, model)
) WITHOUT ROWID;

CREATE TABLE runs (
  id         TEXT PRIMARY KEY,
  project    INTEGER NOT NULL REFERENCES projects (id),
  title      TEXT NOT NULL,
  state      TEXT NOT NULL,
  providers  TEXT NOT NULL,                     -- json list of names
  accounts   TEXT NOT NULL,                     -- json list of ids; empty: every account of the providers
  created_at INTEGER NOT NULL,
  served     INTEGER NOT NULL DEFAULT 0,        -- rises with each claim: the run served longest ago comes next
  started    INTEGER NOT NULL DEFAULT 0,        -- takes with an attempt
  total      INTEGER NOT NULL,
  film       TEXT
);
CREATE INDEX runs_filming ON runs (served) WHERE state = 'filming';

-- The processes that wait for a run; a run that nobody waits for is paused.
CREATE TABLE attendants (
  run   TEXT NOT NULL REFERENCES runs (id),
  owner TEXT NOT NULL,
  PRIMARY KEY (run, owner)
) WITHOUT ROWID;

CREATE TABLE takes (
  id           INTEGER PRIMARY KEY,
  run          TEXT NOT NULL REFERENCES runs (id),
  project      INTEGER NOT NULL REFERENCES projects (id),
  scene        INTEGER NOT NULL,
  take         INTEGER NOT NULL,
  position     INTEGER NOT NULL,                -- order of filming within the run
  state        TEXT NOT NULL,
  model        TEXT NOT NULL,                   -- '' when the order names none
  seed         INTEGER NOT NULL,
  digest       TEXT NOT NULL,
  only_account TEXT,
  account      TEXT,
  attempt      TEXT,                            -- the current or last one
  attempts     INTEGER NOT NULL DEFAULT 0,
  failures     INTEGER NOT NULL DEFAULT 0,
  refusals     INTEGER NOT NULL DEFAULT 0,
  uploads      INTEGER NOT NULL DEFAULT 0,
  code         TEXT,
  words        TEXT,
  clip         TEXT,
  bytes        INTEGER,
  normal       INTEGER NOT NULL DEFAULT 0,
  cost         TEXT,
  currency     TEXT,
  submitted_at INTEGER,
  ready_at     INTEGER
);
CREATE UNIQUE INDEX one_number ON takes (project, scene, take);
CREATE INDEX takes_of_run ON takes (run);
CREATE INDEX takes_queued ON takes (run, position) WHERE state = 'queued';
CREATE INDEX takes_in_work ON takes (account, state, run) WHERE state IN ('submitting', 'generating', 'downloading', 'upscaling');

-- What a take is filmed from; apart, because it is big and never changes.
CREATE TABLE orders (
  take INTEGER PRIMARY KEY REFERENCES takes (id),
  body TEXT NOT NULL
);

CREATE TABLE attempts (
  number       INTEGER PRIMARY KEY,             -- order of all attempts
  id           TEXT NOT NULL UNIQUE,            -- also the correlation id
  take         INTEGER NOT NULL REFERENCES takes (id),
  account      TEXT NOT NULL,
  model        TEXT NOT NULL,
  owner        TEXT NOT NULL,
  epoch        INTEGER NOT NULL,
  state        TEXT NOT NULL,
  digest       TEXT NOT NULL,
  seed         INTEGER NOT NULL,
  operation    TEXT,
  code         TEXT,
  words        TEXT,
  stop         INTEGER NOT NULL DEFAULT 0,      -- 1: the provider is to be asked to stop it
  begun_at     INTEGER NOT NULL,
  accepted_at  INTEGER,
  generated_at INTEGER
);
-- One attempt a take that may have cost money, whatever any process believes.
CREATE UNIQUE INDEX one_live_attempt ON attempts (take) WHERE state IN ('intent', 'submitted', 'done', 'unknown');
CREATE INDEX attempts_of_take ON attempts (take);
CREATE INDEX attempts_to_stop ON attempts (account) WHERE stop = 1;
CREATE INDEX attempts_timed ON attempts (account, generated_at) WHERE generated_at IS NOT NULL;

-- Operation ids that arrived for attempts that had been given up.
CREATE TABLE orphans (
  attempt     TEXT NOT NULL,
  operation   TEXT NOT NULL,
  recorded_at INTEGER NOT NULL,
  PRIMARY KEY (attempt, operation)
) WITHOUT ROWID;

-- Accounts that should not have a take again while another one could film it.
CREATE TABLE passes (
  take    INTEGER NOT NULL REFERENCES takes (id),
  account TEXT NOT NULL,
  PRIMARY KEY (take, account)
) WITHOUT ROWID;

CREATE TABLE events (
  run  TEXT NOT NULL REFERENCES runs (id),
  seq  INTEGER NOT NULL,
  at   INTEGER NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (run, seq)
) WITHOUT ROWID;
