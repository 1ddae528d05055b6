-- Whether a take is waited for is asked each time one is settled: without this, every queued take of the run was looked at.

CREATE INDEX takes_following ON takes (run, after_scene) WHERE state = 'queued' AND after_scene IS NOT NULL;
