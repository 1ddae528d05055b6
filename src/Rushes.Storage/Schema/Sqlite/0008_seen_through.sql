-- How long operations take, only of those that a lane watched from beginning to end: what was found finished after a night tells nothing.

ALTER TABLE attempts ADD COLUMN took_ms INTEGER;                          -- from acceptance to the poll that found it finished; null: not seen through
