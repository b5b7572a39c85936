ALTER TABLE identities FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE member_invitations FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE api_tokens FORCE ROW LEVEL SECURITY;--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON identities, member_invitations, api_tokens, rate_limits TO astralis_app;--> statement-breakpoint
-- A sweep asks which invitations are over, and has no business with tokens.
GRANT SELECT (org_id, id, expires_at) ON member_invitations TO astralis_sweep;--> statement-breakpoint

-- Servers that still run while this migrates call the one with two arguments.
CREATE FUNCTION find_session(session_org_id uuid, session_id text, used_at timestamptz)
  RETURNS TABLE (user_id uuid, email text, name text, role role, time_zone text, organization_name text, expires_at timestamptz)
  LANGUAGE plpgsql
  SET plan_cache_mode = 'auto'
  AS $$
  #variable_conflict use_column
  BEGIN
    PERFORM set_config('astralis.org_id', session_org_id::text, true);
    -- To the minute: a page that asks a hundred things writes once.
    UPDATE sessions SET last_used_at = used_at
      WHERE org_id = session_org_id AND id = session_id AND last_used_at < used_at - interval '1 minute';
    RETURN QUERY
      SELECT u.id, u.email, u.name, u.role, u.time_zone, o.name, s.expires_at
      FROM sessions s
      JOIN users u ON u.org_id = s.org_id AND u.id = s.user_id
      JOIN organizations o ON o.id = s.org_id
      WHERE s.org_id = session_org_id AND s.id = session_id AND u.is_active;
  END
  $$;--> statement-breakpoint

-- An API token acts as the member who made it, with the lesser of both roles; ADMIN is the first of the enum.
CREATE FUNCTION find_api_token(token_org_id uuid, hash text, used_at timestamptz)
  RETURNS TABLE (user_id uuid, email text, name text, role role, time_zone text, organization_name text, token_name text)
  LANGUAGE plpgsql
  SET plan_cache_mode = 'auto'
  AS $$
  #variable_conflict use_column
  BEGIN
    PERFORM set_config('astralis.org_id', token_org_id::text, true);
    UPDATE api_tokens SET last_used_at = used_at
      WHERE org_id = token_org_id AND token_hash = hash
        AND (last_used_at IS NULL OR last_used_at < used_at - interval '1 minute');
    RETURN QUERY
      SELECT u.id, u.email, u.name, greatest(t.role, u.role), u.time_zone, o.name, t.name
      FROM api_tokens t
      JOIN users u ON u.org_id = t.org_id AND u.id = t.user_id
      JOIN organizations o ON o.id = t.org_id
      WHERE t.org_id = token_org_id AND t.token_hash = hash AND u.is_active
        AND (t.expires_at IS NULL OR t.expires_at > used_at);
  END
  $$;
