-- Fine limits of quota groups, what lanes know of each other's speed, and attempts to enlarge a clip.

ALTER TABLE accounts ADD COLUMN requests_per_minute INTEGER;              -- null: no such limit

-- The submissions of the last minute, for groups that count them.
CREATE TABLE requests (
  quota_group TEXT NOT NULL,
  at          INTEGER NOT NULL
);
CREATE INDEX requests_of_group ON requests (quota_group, at);

-- What a group bears: less than it allows after it throttled, more again with every so many submissions that it accepts.
ALTER TABLE quota_groups ADD COLUMN slots INTEGER;                        -- null: all that it allows
ALTER TABLE quota_groups ADD COLUMN accepted INTEGER NOT NULL DEFAULT 0;  -- since the slots last changed
ALTER TABLE quota_groups ADD COLUMN throttles INTEGER NOT NULL DEFAULT 0;

-- How long an account takes for a take of a model, from intent to the poll that found it generated.
CREATE TABLE speeds (
  account     TEXT NOT NULL,
  model       TEXT NOT NULL,
  expected_ms INTEGER NOT NULL,
  PRIMARY KEY (account, model)
) WITHOUT ROWID;
CREATE INDEX speeds_of_model ON speeds (model, expected_ms);

-- A take is filmed by one attempt and may be enlarged by another, which may cost money too.
ALTER TABLE attempts ADD COLUMN purpose TEXT NOT NULL DEFAULT 'film';
DROP INDEX one_live_attempt;
CREATE UNIQUE INDEX one_live_attempt ON attempts (take, purpose) WHERE state IN ('intent', 'submitted', 'done', 'unknown');
DROP INDEX attempts_timed;
CREATE INDEX attempts_timed ON attempts (account, generated_at) WHERE generated_at IS NOT NULL AND purpose = 'film';
