CREATE TABLE "changes" (
	"org_id" uuid NOT NULL,
	"xid" "xid8" DEFAULT pg_current_xact_id() NOT NULL,
	"topic" text NOT NULL,
	"created_at" timestamp(6) with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "changes_org_id_xid_topic_pk" PRIMARY KEY("org_id","xid","topic")
);
--> statement-breakpoint
ALTER TABLE "changes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY "tenant" ON "changes" AS PERMISSIVE FOR ALL TO "astralis_app" USING ("org_id" = current_org_id()) WITH CHECK ("org_id" = current_org_id());--> statement-breakpoint
CREATE POLICY "sweep" ON "changes" AS PERMISSIVE FOR SELECT TO "astralis_sweep" USING (true);--> statement-breakpoint
ALTER TABLE changes FORCE ROW LEVEL SECURITY;--> statement-breakpoint
GRANT SELECT, INSERT, DELETE ON changes TO astralis_app;--> statement-breakpoint
-- A sweep asks where there is something to forget.
GRANT SELECT (org_id, topic, created_at) ON changes TO astralis_sweep;--> statement-breakpoint

-- After a statement, for all of its rows at once. A migration that changes rows without naming their organization tells nobody:
-- forced row-level security would refuse it, and whoever looks on is about to get a new version of the page anyway.
CREATE FUNCTION note_changes() RETURNS trigger
  LANGUAGE plpgsql
  SET plan_cache_mode = 'auto'
  AS $$
  BEGIN
    IF current_org_id() IS NULL AND row_security_active('changes') THEN
      RETURN NULL;
    END IF;
    INSERT INTO changes (org_id, topic) SELECT DISTINCT org_id, TG_ARGV[0] FROM changed ON CONFLICT DO NOTHING;
    RETURN NULL;
  END
  $$;--> statement-breakpoint

-- After a row of a table that also keeps books: its trigger says which columns are shown, and costs nothing for the others.
CREATE FUNCTION note_change() RETURNS trigger
  LANGUAGE plpgsql
  SET plan_cache_mode = 'auto'
  AS $$
  BEGIN
    IF current_org_id() IS NULL AND row_security_active('changes') THEN
      RETURN NULL;
    END IF;
    INSERT INTO changes (org_id, topic) VALUES (NEW.org_id, TG_ARGV[0]) ON CONFLICT DO NOTHING;
    RETURN NULL;
  END
  $$;--> statement-breakpoint

DO $$
DECLARE
  shown record;
  command text;
BEGIN
  FOR shown IN SELECT * FROM (VALUES
    ('events', 'events', ARRAY['insert', 'update', 'delete']),
    ('participants', 'events', ARRAY['insert', 'update', 'delete']),
    ('event_conflicts', 'events', ARRAY['insert', 'delete']),
    ('links', 'events', ARRAY['delete']),
    ('availability', 'availability', ARRAY['insert', 'update', 'delete']),
    ('availability_overrides', 'availability', ARRAY['insert', 'update', 'delete']),
    ('users', 'members', ARRAY['insert']),
    ('member_invitations', 'members', ARRAY['insert', 'delete']),
    ('connections', 'connections', ARRAY['insert', 'delete']),
    ('calendars', 'connections', ARRAY['insert', 'delete']),
    ('sync_entries', 'connections', ARRAY['insert']),
    ('mails', 'mails', ARRAY['insert', 'delete']),
    ('sessions', 'account', ARRAY['insert', 'delete']),
    ('identities', 'account', ARRAY['insert', 'delete']),
    ('api_tokens', 'account', ARRAY['insert', 'delete'])
  ) AS list (name, topic, commands) LOOP
    FOREACH command IN ARRAY shown.commands LOOP
      EXECUTE format(
        'CREATE TRIGGER %I AFTER %s ON %I REFERENCING %s TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION note_changes(%L)',
        'note_' || command, command, shown.name, CASE command WHEN 'delete' THEN 'OLD' ELSE 'NEW' END, shown.topic);
    END LOOP;
  END LOOP;
END
$$;--> statement-breakpoint

-- Everything else of an event is in its own row.
CREATE TRIGGER note_update AFTER UPDATE ON series FOR EACH ROW
  WHEN ((OLD.rules, OLD.local_starts_at, OLD.time_zone) IS DISTINCT FROM (NEW.rules, NEW.local_starts_at, NEW.time_zone))
  EXECUTE FUNCTION note_change('events');--> statement-breakpoint
CREATE TRIGGER note_update AFTER UPDATE ON links FOR EACH ROW
  WHEN ((OLD.web_link, OLD.write_access, OLD.problem) IS DISTINCT FROM (NEW.web_link, NEW.write_access, NEW.problem))
  EXECUTE FUNCTION note_change('events');--> statement-breakpoint
CREATE TRIGGER note_update AFTER UPDATE ON users FOR EACH ROW
  WHEN ((OLD.email, OLD.name, OLD.role, OLD.is_active, OLD.time_zone)
    IS DISTINCT FROM (NEW.email, NEW.name, NEW.role, NEW.is_active, NEW.time_zone))
  EXECUTE FUNCTION note_change('members');--> statement-breakpoint
CREATE TRIGGER note_settings AFTER UPDATE ON users FOR EACH ROW
  WHEN (OLD.reminder_offsets_minutes IS DISTINCT FROM NEW.reminder_offsets_minutes)
  EXECUTE FUNCTION note_change('account');--> statement-breakpoint
CREATE TRIGGER note_update AFTER UPDATE ON member_invitations FOR EACH ROW
  WHEN ((OLD.role, OLD.token_hash, OLD.expires_at) IS DISTINCT FROM (NEW.role, NEW.token_hash, NEW.expires_at))
  EXECUTE FUNCTION note_change('members');--> statement-breakpoint
-- When it was last read changes every few minutes, for each account of the organization: a page that shows it asks by itself.
CREATE TRIGGER note_update AFTER UPDATE ON connections FOR EACH ROW
  WHEN ((OLD.status, OLD.account_email, OLD.problem, OLD.problem_since)
    IS DISTINCT FROM (NEW.status, NEW.account_email, NEW.problem, NEW.problem_since))
  EXECUTE FUNCTION note_change('connections');--> statement-breakpoint
CREATE TRIGGER note_update AFTER UPDATE ON calendars FOR EACH ROW
  WHEN ((OLD.name, OLD.access_role, OLD.is_primary, OLD.is_selected)
    IS DISTINCT FROM (NEW.name, NEW.access_role, NEW.is_primary, NEW.is_selected))
  EXECUTE FUNCTION note_change('connections');--> statement-breakpoint
-- That a worker has taken a mail is nobody's news; what became of it is.
CREATE TRIGGER note_update AFTER UPDATE ON mails FOR EACH ROW
  WHEN (NEW.status <> 'CLAIMED'
    AND (OLD.status, OLD.due_at, OLD.skip_reason, OLD.error, OLD.sent_at)
      IS DISTINCT FROM (NEW.status, NEW.due_at, NEW.skip_reason, NEW.error, NEW.sent_at))
  EXECUTE FUNCTION note_change('mails');--> statement-breakpoint

-- One look for all who listen, in one round trip: which transactions may still be running, and what is there from where each
-- goes on. It runs with the caller's rights, and enters one organization after the other, for this statement alone. (Opening all
-- of them by one policy took a millisecond for each row.) Who begins is told of the last minute, in which their page has asked
-- its first questions.
CREATE FUNCTION read_changes(org_ids uuid[], sinces xid8[])
  RETURNS TABLE (nth int, oldest text, newest text, change text, topic text)
  LANGUAGE plpgsql
  SET plan_cache_mode = 'auto'
  AS $$
  #variable_conflict use_column
  BEGIN
    FOR place IN 1 .. cardinality(org_ids) LOOP
      PERFORM set_config('astralis.org_id', org_ids[place]::text, true);
      RETURN QUERY
        SELECT place, pg_snapshot_xmin(snapshot)::text, pg_snapshot_xmax(snapshot)::text, c.xid::text, c.topic
        FROM pg_current_snapshot() AS snapshot
        LEFT JOIN changes c ON c.org_id = org_ids[place] AND c.xid >= coalesce(sinces[place], '0')
          AND (sinces[place] IS NOT NULL OR c.created_at > now() - interval '1 minute');
    END LOOP;
  END
  $$;
