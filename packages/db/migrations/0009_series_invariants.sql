ALTER TABLE series FORCE ROW LEVEL SECURITY;--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON series TO astralis_app;--> statement-breakpoint
GRANT SELECT ON series TO astralis_sweep;--> statement-breakpoint

-- Each slot of a series is one event. Checked when a statement ends, because a whole series moves in one: the second
-- occurrence may go where the third still is. A constraint with equality alone is a partial, deferrable unique index.
ALTER TABLE events ADD CONSTRAINT events_slot_once
  EXCLUDE USING btree (org_id WITH =, series_id WITH =, original_starts_at WITH =)
  WHERE (series_id IS NOT NULL) DEFERRABLE INITIALLY IMMEDIATE;--> statement-breakpoint

-- Invariant 1 for the same reason at the end of each statement instead of each row: no statement leaves anybody booked
-- twice, as before.
ALTER TABLE participants DROP CONSTRAINT participants_no_overlap;--> statement-breakpoint
ALTER TABLE participants ADD CONSTRAINT participants_no_overlap
  EXCLUDE USING gist (org_id WITH =, email WITH =, tstzrange(starts_at, ends_at, '[)') WITH &&)
  WHERE (event_blocks AND NOT is_optional AND status <> 'declined') DEFERRABLE INITIALLY IMMEDIATE;
