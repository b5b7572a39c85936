-- Every request asks for its session first. Its rows are found by primary keys, whatever the size of the tables, so the
-- plan may be kept: making it anew took three quarters of the time.
ALTER FUNCTION find_session(uuid, text) SET plan_cache_mode = 'auto';
