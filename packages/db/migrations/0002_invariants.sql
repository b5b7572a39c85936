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
GRANT SELECT ON organizations, events, participants, event_conflicts TO astralis_sweep;--> statement-breakpoint

-- Who is signed in with this session: each request's first question, in one round trip. It runs with the caller's
-- rights, and the organization it enters lasts, outside a transaction, for this statement alone.
CREATE FUNCTION find_session(session_org_id uuid, session_id text)
  RETURNS TABLE (user_id uuid, email text, name text, role role, time_zone text, organization_name text, expires_at timestamptz)
  LANGUAGE plpgsql
  AS $$
  #variable_conflict use_column
  BEGIN
    PERFORM set_config('astralis.org_id', session_org_id::text, true);
    RETURN QUERY
      SELECT u.id, u.email, u.name, u.role, u.time_zone, o.name, s.expires_at
      FROM sessions s
      JOIN users u ON u.org_id = s.org_id AND u.id = s.user_id
      JOIN organizations o ON o.id = s.org_id
      WHERE s.org_id = session_org_id AND s.id = session_id AND u.is_active;
  END
  $$;
