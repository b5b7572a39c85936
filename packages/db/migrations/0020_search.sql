-- Whoever searches. Under row-level security an index serves a condition only where the condition is known not to tell of
-- hidden rows, and `@@` is not. For this role the words looked for are part of the policy itself, beside the organization.
DO $$
BEGIN
  BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'astralis_search') THEN
      CREATE ROLE astralis_search NOLOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE;
    END IF;
  EXCEPTION WHEN duplicate_object OR unique_violation THEN
    NULL; -- another database's migration was a moment faster
  END;
  GRANT astralis_search TO CURRENT_USER;
END
$$;--> statement-breakpoint

-- What the transaction looks for; unset is NULL, which matches nothing.
CREATE FUNCTION current_search() RETURNS tsquery
  LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT nullif(current_setting('astralis.search', true), '')::tsquery $$;--> statement-breakpoint

CREATE TABLE "search_documents" (
	"org_id" uuid NOT NULL,
	"event_id" uuid NOT NULL,
	"words" "tsvector" NOT NULL,
	CONSTRAINT "search_documents_org_id_event_id_pk" PRIMARY KEY("org_id","event_id")
);
--> statement-breakpoint
ALTER TABLE "search_documents" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "search_documents" ADD CONSTRAINT "search_documents_event_fk" FOREIGN KEY ("org_id","event_id") REFERENCES "public"."events"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "search_documents_words_idx" ON "search_documents" USING gin ("words") WITH (gin_pending_list_limit=256);--> statement-breakpoint
CREATE INDEX "events_created_by_idx" ON "events" USING btree ("org_id","created_by");--> statement-breakpoint
CREATE POLICY "search" ON "events" AS PERMISSIVE FOR SELECT TO "astralis_search" USING (org_id = current_org_id());--> statement-breakpoint
CREATE POLICY "tenant" ON "search_documents" AS PERMISSIVE FOR ALL TO "astralis_app" USING ("org_id" = current_org_id()) WITH CHECK ("org_id" = current_org_id());--> statement-breakpoint
CREATE POLICY "search" ON "search_documents" AS PERMISSIVE FOR SELECT TO "astralis_search" USING (org_id = current_org_id() and words @@ current_search());--> statement-breakpoint

GRANT SELECT, INSERT, UPDATE, DELETE ON search_documents TO astralis_app;--> statement-breakpoint
GRANT SELECT ON search_documents TO astralis_search;--> statement-breakpoint
GRANT SELECT (org_id, id, series_id, starts_at, ends_at, status, source) ON events TO astralis_search;--> statement-breakpoint

-- Case and accents do not matter to a search. Core's `search/fold-text.ts` does the same to what is looked for, which a test
-- compares letter by letter. With what PostgreSQL has by itself, for not every owner of a database may make extensions.
CREATE FUNCTION fold_text(body text) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  AS $$
    SELECT replace(replace(replace(replace(
      translate(
        lower(normalize(regexp_replace(normalize(body, NFKD), '[\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670]', '', 'g'), NFKC)),
        'øłđħıς’', 'oldhiσ'''),
      'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'þ', 'th')
  $$;--> statement-breakpoint

-- Every place in a text where a word may begin, with what follows there: the start of each word, what comes after a mark in
-- it (`lima@…` in `ana.lima@…`), and each letter of a script whose words are written together or begin with particles. As in
-- core's `search/word-starts.ts`. Each begins with a part of the organization's id, so that in the index a search passes by
-- other organizations' words.
CREATE FUNCTION word_starts(org_id uuid, body text) RETURNS text[]
  LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE
  AS $$
  DECLARE
    space CONSTANT text := '\u0001-\u0022\u0028\u0029\u002c\u002d\u002f\u003a-\u003c\u003e\u003f\u005b\u005d\u007b-\u007d\u007f-\u00bf\u060c\u061b\u061f\u06d4\u2000-\u2018\u201a-\u205f\u3000-\u3003\u3008-\u3020\u30fb';
    mark CONSTANT text := '\u0023-\u0027\u002a\u002b\u002e\u003d\u0040\u005c\u005e-\u0060\u007e';
    dense CONSTANT text := '\u0590-\u06ff\u0750-\u077f\u08a0-\u08ff\u0e00-\u0eff\u1000-\u109f\u1100-\u11ff\u1780-\u17ff\u3005-\u3007\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff';
  BEGIN
    RETURN (
      SELECT coalesce(array_agg(left(org_id::text, 8) || start), '{}')
      FROM (
        SELECT left(array_to_string(pieces[place : place + 39], ''), CASE WHEN piece ~ ('^[' || dense || ']') THEN 12 ELSE 40 END) AS start
        FROM regexp_split_to_table(fold_text(body), '[' || space || ']+') AS whole,
          LATERAL left(whole, 400) AS word, -- so that none takes long
          LATERAL (SELECT CASE WHEN word ~ ('[' || mark || dense || ']') THEN string_to_array(regexp_replace(regexp_replace(word,
            '([' || mark || '])([^' || mark || '])', E'\\1\x01\\2', 'g'), '([' || dense || '])', E'\x01\\1', 'g'), E'\x01')
            ELSE ARRAY[word] END AS pieces) AS cut,
          LATERAL unnest(pieces) WITH ORDINALITY AS part(piece, place)
        WHERE piece <> ''
        LIMIT 5000 -- a tsvector holds a megabyte
      ) AS starts);
  END
  $$;--> statement-breakpoint

CREATE FUNCTION write_search_documents(of_org uuid, event_ids uuid[]) RETURNS void
  LANGUAGE plpgsql
  SET plan_cache_mode = 'auto'
  AS $$
  BEGIN
    INSERT INTO search_documents AS d (org_id, event_id, words)
      SELECT e.org_id, e.id,
        array_to_tsvector(word_starts(e.org_id, concat_ws(E'\n', e.title, e.location, p.people, e.description)) || p.addresses)
      FROM events e
      CROSS JOIN LATERAL (
        SELECT string_agg(concat_ws(E'\n', name, email), E'\n') AS people,
          -- Members are found by what they are called now, which leads to their addresses.
          array_agg(left(org_id::text, 8) || ' ' || email) AS addresses
        FROM participants WHERE org_id = e.org_id AND event_id = e.id) AS p
      WHERE e.org_id = of_org AND e.id = ANY (event_ids)
      ON CONFLICT (org_id, event_id) DO UPDATE SET words = excluded.words WHERE d.words <> excluded.words;
  END
  $$;--> statement-breakpoint

-- Whoever writes an event gives it participants, and what it says of itself is written before them. One that is deleted
-- takes its document along.
CREATE FUNCTION follow_participants() RETURNS trigger
  LANGUAGE plpgsql
  AS $$
  BEGIN
    PERFORM write_search_documents(org_id, array_agg(DISTINCT event_id)) FROM changed GROUP BY org_id;
    RETURN NULL;
  END
  $$;--> statement-breakpoint
CREATE TRIGGER search_participants_in AFTER INSERT ON participants
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION follow_participants();--> statement-breakpoint
CREATE TRIGGER search_participants_out AFTER DELETE ON participants
  REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION follow_participants();--> statement-breakpoint

CREATE FUNCTION follow_row() RETURNS trigger
  LANGUAGE plpgsql
  AS $$
  BEGIN
    PERFORM write_search_documents(NEW.org_id, ARRAY[(to_jsonb(NEW) ->> TG_ARGV[0])::uuid]);
    RETURN NULL;
  END
  $$;--> statement-breakpoint
CREATE TRIGGER search_event AFTER UPDATE OF title, location, description ON events FOR EACH ROW
  WHEN ((OLD.title, OLD.location, OLD.description) IS DISTINCT FROM (NEW.title, NEW.location, NEW.description))
  EXECUTE FUNCTION follow_row('id');--> statement-breakpoint
CREATE TRIGGER search_participant AFTER UPDATE OF name, email ON participants FOR EACH ROW
  WHEN ((OLD.name, OLD.email) IS DISTINCT FROM (NEW.name, NEW.email))
  EXECUTE FUNCTION follow_row('event_id');--> statement-breakpoint

-- What there is already. While row-level security is forced, the owner sees no tenant's rows.
ALTER TABLE events NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE participants NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
SELECT write_search_documents(org_id, array_agg(id)) FROM events GROUP BY org_id;--> statement-breakpoint
ALTER TABLE participants FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE events FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE search_documents FORCE ROW LEVEL SECURITY;
