ALTER TABLE connections FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE authorizations FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE calendars FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE links FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE sync_entries FORCE ROW LEVEL SECURITY;--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON connections, authorizations, calendars, links TO astralis_app;--> statement-breakpoint
-- Append-only, as the activity log is.
GRANT SELECT, INSERT ON sync_entries TO astralis_app;--> statement-breakpoint
GRANT SELECT ON calendars, links TO astralis_sweep;--> statement-breakpoint
-- A sweep asks which calendars are due, and has no business with tokens.
GRANT SELECT (org_id, id, status) ON connections TO astralis_sweep;
