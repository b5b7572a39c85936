-- btree_gist lets the exclusion constraint compare organization and address beside the time range.
CREATE EXTENSION IF NOT EXISTS btree_gist;--> statement-breakpoint

-- Roles belong to the whole server, so another database on it may have made them already. Neither can sign in: a
-- connection signs in as the user of DATABASE_URL and takes one of them (client.ts). astralis_app must never be a
-- member of astralis_sweep: it would inherit the policies that see every organization.
DO $$
DECLARE
  role_name text;
BEGIN
  FOREACH role_name IN ARRAY ARRAY['astralis_app', 'astralis_sweep'] LOOP
    BEGIN
      IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = role_name) THEN
        EXECUTE format('CREATE ROLE %I NOLOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE', role_name);
      END IF;
    EXCEPTION WHEN duplicate_object OR unique_violation THEN
      NULL; -- another database's migration was a moment faster
    END;
    IF NOT pg_has_role(current_user, role_name, 'MEMBER') THEN
      EXECUTE format('GRANT %I TO CURRENT_USER', role_name);
    END IF;
  END LOOP;
END
$$;--> statement-breakpoint

-- The organization that the transaction named; unset or empty is NULL, which equals no row.
CREATE FUNCTION current_org_id() RETURNS uuid
  LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT nullif(current_setting('astralis.org_id', true), '')::uuid $$;
