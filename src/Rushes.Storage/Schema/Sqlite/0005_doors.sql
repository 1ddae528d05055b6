-- Who may enter a studio that others can reach. Neither the password nor what a pass shows is in here, only what fits them.

CREATE TABLE owner (
  id       INTEGER PRIMARY KEY CHECK (id = 1),
  password TEXT NOT NULL
);

CREATE TABLE door_passes (
  digest     TEXT PRIMARY KEY,
  kind       TEXT NOT NULL,             -- session, token
  name       TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL
) WITHOUT ROWID;
