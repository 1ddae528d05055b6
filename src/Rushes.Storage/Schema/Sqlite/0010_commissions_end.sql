-- How what a client asked for ended: after a restart nothing else tells whether a script was written anew or not.

ALTER TABLE commissions ADD COLUMN outcome TEXT;   -- null: it did not end yet, or the studio died before it could be noted
