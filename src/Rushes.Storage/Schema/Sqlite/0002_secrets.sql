-- Credentials of accounts, sealed (Secrets/SealedSecret). The key is never in this file.
CREATE TABLE secrets (
  account TEXT PRIMARY KEY,
  sealed  BLOB NOT NULL
) WITHOUT ROWID;
