-- Scenes that begin with the last frame of the one before.

ALTER TABLE takes ADD COLUMN after_scene INTEGER;                         -- waits for a clip of this scene; null: waits for none
ALTER TABLE takes ADD COLUMN first_frame TEXT;                            -- the frame that its current or last attempt was to begin with
