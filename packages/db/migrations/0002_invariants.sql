-- Invariant 1: nobody is SCHEDULED or CONFIRMED twice at the same time, whoever writes.
ALTER TABLE participants ADD CONSTRAINT participants_no_overlap
  EXCLUDE USING gist (org_id WITH =, email WITH =, tstzrange(starts_at, ends_at, '[)') WITH &&)
  WHERE (event_blocks AND NOT is_optional AND status <> 'declined');--> statement-breakpoint

-- Invariant 5: row-level security holds for the tables' owner too.
ALTER TABLE organizations FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE users FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE sessions FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE events FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE participants FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE event_conflicts FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE activity FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE availability_rules FORCE ROW LEVEL SECURITY;--> statement-breakpoint

GRANT SELECT, INSERT ON organizations, activity TO astralis_app;--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON users TO astralis_app;--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON sessions, events, participants, event_conflicts, availability_rules TO astralis_app;--> statement-breakpoint
GRANT SELECT ON organizations, events, participants, event_conflicts TO astralis_sweep;
