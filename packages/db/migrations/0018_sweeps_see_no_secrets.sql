-- A sweep asks what is due, and whether the invariants hold. The links in mails, and what notifications prove themselves by,
-- are none of its business.
REVOKE SELECT ON mails, calendars FROM astralis_sweep;--> statement-breakpoint
GRANT SELECT (org_id, id, kind, status, due_at, uid, event_id, event_version, original_starts_at, recipient_email, offset_minutes) ON mails TO astralis_sweep;--> statement-breakpoint
GRANT SELECT (org_id, id, connection_id, is_selected, pull_requested_at, pulled_at) ON calendars TO astralis_sweep;
