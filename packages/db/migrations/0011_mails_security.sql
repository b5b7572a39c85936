ALTER TABLE mails FORCE ROW LEVEL SECURITY;--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON mails TO astralis_app;--> statement-breakpoint
GRANT SELECT ON mails TO astralis_sweep;--> statement-breakpoint

-- Events that were booked before there were reminders get the usual ones (reminder-offsets.ts in core).
INSERT INTO mails (org_id, id, kind, recipient_email, event_id, uid, event_version, offset_minutes, due_at, status, created_at)
SELECT e.org_id, gen_random_uuid(), 'reminder', p.email, e.id, coalesce(e.series_id, e.id), e.version, o.minutes,
  e.starts_at - o.minutes * interval '1 minute', 'PENDING', now()
FROM events e
JOIN participants p ON p.org_id = e.org_id AND p.event_id = e.id AND p.status <> 'declined'
CROSS JOIN LATERAL unnest(CASE WHEN e.all_day THEN '{420}'::int[] ELSE '{1440,60}'::int[] END) AS o(minutes)
WHERE e.source = 'internal' AND e.status IN ('SCHEDULED', 'CONFIRMED', 'CONFLICT')
  AND e.starts_at - o.minutes * interval '1 minute' > now();
