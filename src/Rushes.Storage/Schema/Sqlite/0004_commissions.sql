-- What clients asked for over the wire: the same request twice begins one film, also after a restart.

CREATE TABLE commissions (
  id          TEXT PRIMARY KEY,
  request_key TEXT UNIQUE,              -- null: the client gave none
  digest      TEXT NOT NULL,
  answer      TEXT NOT NULL,
  project     TEXT,                     -- null until there is one
  begun_at    INTEGER NOT NULL
) WITHOUT ROWID;
