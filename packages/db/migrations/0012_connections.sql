CREATE TYPE "public"."connection_status" AS ENUM('ACTIVE', 'NEEDS_REAUTH', 'SCOPES_MISSING', 'PAUSED', 'DISCONNECTED');--> statement-breakpoint
CREATE TYPE "public"."provider" AS ENUM('GOOGLE', 'MICROSOFT', 'APPLE');--> statement-breakpoint
CREATE TYPE "public"."access_role" AS ENUM('freeBusyReader', 'reader', 'writer', 'owner');--> statement-breakpoint
CREATE TYPE "public"."side" AS ENUM('here', 'there');--> statement-breakpoint
CREATE TYPE "public"."sync_direction" AS ENUM('pull', 'push', 'connection');--> statement-breakpoint
CREATE TYPE "public"."write_access" AS ENUM('all', 'answer', 'none');--> statement-breakpoint
CREATE TABLE "authorizations" (
	"org_id" uuid NOT NULL,
	"state_hash" text NOT NULL,
	"user_id" uuid NOT NULL,
	"session_id" text NOT NULL,
	"provider" "provider" NOT NULL,
	"code_verifier" text NOT NULL,
	"return_to" text NOT NULL,
	"expires_at" timestamp(6) with time zone NOT NULL,
	CONSTRAINT "authorizations_org_id_state_hash_pk" PRIMARY KEY("org_id","state_hash")
);
--> statement-breakpoint
ALTER TABLE "authorizations" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "connections" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"provider" "provider" NOT NULL,
	"account_id" text NOT NULL,
	"account_email" text NOT NULL,
	"status" "connection_status" NOT NULL,
	"scopes" text[] NOT NULL,
	"access_token" text,
	"access_expires_at" timestamp(6) with time zone,
	"refresh_token" text,
	"problem" text,
	"problem_detail" text,
	"problem_since" timestamp(6) with time zone,
	"last_sync_at" timestamp(6) with time zone,
	"created_at" timestamp(6) with time zone NOT NULL,
	"updated_at" timestamp(6) with time zone NOT NULL,
	CONSTRAINT "connections_org_id_id_pk" PRIMARY KEY("org_id","id"),
	CONSTRAINT "connections_account_unique" UNIQUE("org_id","user_id","provider","account_id")
);
--> statement-breakpoint
ALTER TABLE "connections" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "calendars" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"connection_id" uuid NOT NULL,
	"remote_id" text NOT NULL,
	"name" text NOT NULL,
	"time_zone" text NOT NULL,
	"access_role" "access_role" NOT NULL,
	"is_primary" boolean NOT NULL,
	"is_selected" boolean NOT NULL,
	"sync_token" text,
	"page_token" text,
	"generation" integer DEFAULT 0 NOT NULL,
	"pull_requested_at" timestamp(6) with time zone,
	"pulled_at" timestamp(6) with time zone,
	"pulled_items" integer DEFAULT 0 NOT NULL,
	"claim" uuid,
	"channel_id" uuid,
	"channel_token_hash" text,
	"channel_resource_id" text,
	"channel_expires_at" timestamp(6) with time zone,
	"watch_at" timestamp(6) with time zone,
	CONSTRAINT "calendars_org_id_id_pk" PRIMARY KEY("org_id","id"),
	CONSTRAINT "calendars_remote_unique" UNIQUE("org_id","connection_id","remote_id")
);
--> statement-breakpoint
ALTER TABLE "calendars" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "links" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"calendar_id" uuid NOT NULL,
	"remote_id" text,
	"id_generation" integer DEFAULT 0 NOT NULL,
	"own_id" uuid NOT NULL,
	"original_starts_at" timestamp(6) with time zone,
	"series_remote_id" text,
	"ical_uid" text,
	"etag" text,
	"web_link" text,
	"owner" "side" NOT NULL,
	"write_access" "write_access" NOT NULL,
	"base" jsonb,
	"generation" integer DEFAULT 0 NOT NULL,
	"push_requested_at" timestamp(6) with time zone,
	"problem" text,
	CONSTRAINT "links_org_id_id_pk" PRIMARY KEY("org_id","id"),
	CONSTRAINT "links_own_unique" UNIQUE NULLS NOT DISTINCT("org_id","calendar_id","own_id","original_starts_at")
);
--> statement-breakpoint
ALTER TABLE "links" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "sync_entries" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"at" timestamp(6) with time zone NOT NULL,
	"connection_id" uuid NOT NULL,
	"calendar_id" uuid,
	"direction" "sync_direction" NOT NULL,
	"outcome" text NOT NULL,
	"event_id" uuid,
	"title" text,
	"detail" jsonb,
	"needs_attention" boolean NOT NULL,
	CONSTRAINT "sync_entries_org_id_id_pk" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
ALTER TABLE "sync_entries" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "series" ADD COLUMN "source" "event_source" DEFAULT 'internal' NOT NULL;--> statement-breakpoint
ALTER TABLE "authorizations" ADD CONSTRAINT "authorizations_org_id_organizations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organizations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "authorizations" ADD CONSTRAINT "authorizations_user_fk" FOREIGN KEY ("org_id","user_id") REFERENCES "public"."users"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "connections" ADD CONSTRAINT "connections_org_id_organizations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organizations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "connections" ADD CONSTRAINT "connections_user_fk" FOREIGN KEY ("org_id","user_id") REFERENCES "public"."users"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calendars" ADD CONSTRAINT "calendars_org_id_organizations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organizations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calendars" ADD CONSTRAINT "calendars_connection_fk" FOREIGN KEY ("org_id","connection_id") REFERENCES "public"."connections"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "links" ADD CONSTRAINT "links_org_id_organizations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organizations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "links" ADD CONSTRAINT "links_calendar_fk" FOREIGN KEY ("org_id","calendar_id") REFERENCES "public"."calendars"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sync_entries" ADD CONSTRAINT "sync_entries_org_id_organizations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organizations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sync_entries" ADD CONSTRAINT "sync_entries_connection_fk" FOREIGN KEY ("org_id","connection_id") REFERENCES "public"."connections"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "authorizations_expires_idx" ON "authorizations" USING btree ("org_id","expires_at");--> statement-breakpoint
CREATE UNIQUE INDEX "links_remote_unique" ON "links" USING btree ("org_id","calendar_id","remote_id");--> statement-breakpoint
CREATE INDEX "links_own_idx" ON "links" USING btree ("org_id","own_id");--> statement-breakpoint
CREATE INDEX "links_series_idx" ON "links" USING btree ("org_id","calendar_id","series_remote_id");--> statement-breakpoint
CREATE INDEX "links_uid_idx" ON "links" USING btree ("org_id","ical_uid") WHERE "links"."ical_uid" is not null;--> statement-breakpoint
CREATE INDEX "links_waiting_idx" ON "links" USING btree ("org_id","calendar_id") WHERE "links"."push_requested_at" is not null;--> statement-breakpoint
CREATE INDEX "sync_entries_connection_idx" ON "sync_entries" USING btree ("org_id","connection_id","at");--> statement-breakpoint
CREATE POLICY "tenant" ON "authorizations" AS PERMISSIVE FOR ALL TO "astralis_app" USING ("org_id" = current_org_id()) WITH CHECK ("org_id" = current_org_id());--> statement-breakpoint
CREATE POLICY "tenant" ON "connections" AS PERMISSIVE FOR ALL TO "astralis_app" USING ("org_id" = current_org_id()) WITH CHECK ("org_id" = current_org_id());--> statement-breakpoint
CREATE POLICY "sweep" ON "connections" AS PERMISSIVE FOR SELECT TO "astralis_sweep" USING (true);--> statement-breakpoint
CREATE POLICY "tenant" ON "calendars" AS PERMISSIVE FOR ALL TO "astralis_app" USING ("org_id" = current_org_id()) WITH CHECK ("org_id" = current_org_id());--> statement-breakpoint
CREATE POLICY "sweep" ON "calendars" AS PERMISSIVE FOR SELECT TO "astralis_sweep" USING (true);--> statement-breakpoint
CREATE POLICY "tenant" ON "links" AS PERMISSIVE FOR ALL TO "astralis_app" USING ("org_id" = current_org_id()) WITH CHECK ("org_id" = current_org_id());--> statement-breakpoint
CREATE POLICY "sweep" ON "links" AS PERMISSIVE FOR SELECT TO "astralis_sweep" USING (true);--> statement-breakpoint
CREATE POLICY "tenant" ON "sync_entries" AS PERMISSIVE FOR ALL TO "astralis_app" USING ("org_id" = current_org_id()) WITH CHECK ("org_id" = current_org_id());