-- How often an account may be asked about the same operation, where its own server bears more, or less, than the provider asks for.

ALTER TABLE accounts ADD COLUMN poll_spacing_ms INTEGER;                  -- null: as the provider asks for
