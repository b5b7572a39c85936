CREATE TYPE "public"."event_source" AS ENUM('internal', 'google', 'microsoft', 'apple');--> statement-breakpoint
CREATE TYPE "public"."event_status" AS ENUM('SCHEDULED', 'CONFIRMED', 'CANCELLED', 'COMPLETED', 'CONFLICT');--> statement-breakpoint
CREATE TYPE "public"."shows_as" AS ENUM('BUSY', 'FREE');--> statement-breakpoint
CREATE TYPE "public"."participant_status" AS ENUM('pending', 'accepted', 'declined', 'tentative');--> statement-breakpoint
CREATE TYPE "public"."role" AS ENUM('ADMIN', 'OPERATOR', 'CLIENT');--> statement-breakpoint
CREATE TABLE "activity" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"at" timestamp(6) with time zone NOT NULL,
	"actor_id" uuid,
	"origin" text NOT NULL,
	"action" text NOT NULL,
	"entity" text NOT NULL,
	"entity_id" uuid NOT NULL,
	"before" jsonb,
	"after" jsonb,
	CONSTRAINT "activity_org_id_id_pk" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
ALTER TABLE "activity" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "availability_rules" (
	"org_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"day_of_week" smallint NOT NULL,
	"start_time" time(0) NOT NULL,
	"end_time" time(0) NOT NULL,
	"is_active" boolean DEFAULT true NOT NULL,
	CONSTRAINT "availability_rules_org_id_user_id_day_of_week_start_time_pk" PRIMARY KEY("org_id","user_id","day_of_week","start_time"),
	CONSTRAINT "availability_rules_day" CHECK ("availability_rules"."day_of_week" between 1 and 7)
);
--> statement-breakpoint
ALTER TABLE "availability_rules" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "events" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"title" text NOT NULL,
	"description" text,
	"starts_at" timestamp(6) with time zone NOT NULL,
	"ends_at" timestamp(6) with time zone NOT NULL,
	"all_day" boolean NOT NULL,
	"time_zone" text NOT NULL,
	"location" text,
	"meeting_link" text,
	"shows_as" "shows_as" NOT NULL,
	"status" "event_status" NOT NULL,
	"source" "event_source" NOT NULL,
	"suggestion" jsonb,
	"created_by" uuid,
	"idempotency_key" text,
	"created_at" timestamp(6) with time zone NOT NULL,
	"updated_at" timestamp(6) with time zone NOT NULL,
	"spans_days" boolean GENERATED ALWAYS AS ("events"."ends_at" - "events"."starts_at" > interval '24 hours') STORED NOT NULL,
	"blocks" boolean GENERATED ALWAYS AS ("events"."shows_as" = 'BUSY' and "events"."status" in ('SCHEDULED', 'CONFIRMED') and "events"."source" = 'internal') STORED NOT NULL,
	CONSTRAINT "events_org_id_id_pk" PRIMARY KEY("org_id","id"),
	CONSTRAINT "events_share_unique" UNIQUE("org_id","id","starts_at","ends_at","blocks"),
	CONSTRAINT "events_span" CHECK ("events"."ends_at" > "events"."starts_at"),
	CONSTRAINT "events_finite" CHECK (isfinite("events"."starts_at") and isfinite("events"."ends_at"))
);
--> statement-breakpoint
ALTER TABLE "events" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "organizations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"created_at" timestamp(6) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "organizations" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "event_conflicts" (
	"org_id" uuid NOT NULL,
	"event_id" uuid NOT NULL,
	"other_event_id" uuid NOT NULL,
	"email" text NOT NULL,
	CONSTRAINT "event_conflicts_org_id_event_id_other_event_id_email_pk" PRIMARY KEY("org_id","event_id","other_event_id","email")
);
--> statement-breakpoint
ALTER TABLE "event_conflicts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "participants" (
	"org_id" uuid NOT NULL,
	"event_id" uuid NOT NULL,
	"email" text NOT NULL,
	"name" text,
	"status" "participant_status" NOT NULL,
	"is_optional" boolean NOT NULL,
	"is_organizer" boolean NOT NULL,
	"starts_at" timestamp(6) with time zone NOT NULL,
	"ends_at" timestamp(6) with time zone NOT NULL,
	"spans_days" boolean GENERATED ALWAYS AS ("participants"."ends_at" - "participants"."starts_at" > interval '24 hours') STORED NOT NULL,
	"event_blocks" boolean NOT NULL,
	CONSTRAINT "participants_org_id_event_id_email_pk" PRIMARY KEY("org_id","event_id","email"),
	CONSTRAINT "participants_email_lower" CHECK ("participants"."email" = lower("participants"."email"))
);
--> statement-breakpoint
ALTER TABLE "participants" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "sessions" (
	"org_id" uuid NOT NULL,
	"id" text NOT NULL,
	"user_id" uuid NOT NULL,
	"expires_at" timestamp(6) with time zone NOT NULL,
	"created_at" timestamp(6) with time zone NOT NULL,
	CONSTRAINT "sessions_org_id_id_pk" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
ALTER TABLE "sessions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "users" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"role" "role" NOT NULL,
	"is_active" boolean DEFAULT true NOT NULL,
	"time_zone" text NOT NULL,
	"password_hash" text NOT NULL,
	"created_at" timestamp(6) with time zone NOT NULL,
	CONSTRAINT "users_org_id_id_pk" PRIMARY KEY("org_id","id"),
	CONSTRAINT "users_email_unique" UNIQUE("email"),
	CONSTRAINT "users_org_email_unique" UNIQUE("org_id","email"),
	CONSTRAINT "users_email_lower" CHECK ("users"."email" = lower("users"."email"))
);
--> statement-breakpoint
ALTER TABLE "users" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "activity" ADD CONSTRAINT "activity_org_id_organizations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organizations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "availability_rules" ADD CONSTRAINT "availability_rules_user_fk" FOREIGN KEY ("org_id","user_id") REFERENCES "public"."users"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_org_id_organizations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organizations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_created_by_fk" FOREIGN KEY ("org_id","created_by") REFERENCES "public"."users"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_conflicts" ADD CONSTRAINT "event_conflicts_event_fk" FOREIGN KEY ("org_id","event_id") REFERENCES "public"."events"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_conflicts" ADD CONSTRAINT "event_conflicts_other_fk" FOREIGN KEY ("org_id","other_event_id") REFERENCES "public"."events"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "participants" ADD CONSTRAINT "participants_share_fk" FOREIGN KEY ("org_id","event_id","starts_at","ends_at","event_blocks") REFERENCES "public"."events"("org_id","id","starts_at","ends_at","blocks") ON DELETE cascade ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_fk" FOREIGN KEY ("org_id","user_id") REFERENCES "public"."users"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "users" ADD CONSTRAINT "users_org_id_organizations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organizations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "activity_at_idx" ON "activity" USING btree ("org_id","at");--> statement-breakpoint
CREATE INDEX "activity_entity_idx" ON "activity" USING btree ("org_id","entity_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "events_idempotency_unique" ON "events" USING btree ("org_id","created_by","idempotency_key") WHERE "events"."idempotency_key" is not null;--> statement-breakpoint
CREATE INDEX "events_starts_idx" ON "events" USING btree ("org_id","starts_at");--> statement-breakpoint
CREATE INDEX "events_spans_days_idx" ON "events" USING btree ("org_id","ends_at") WHERE "events"."spans_days";--> statement-breakpoint
CREATE INDEX "events_unfinished_idx" ON "events" USING btree ("org_id","ends_at") WHERE "events"."status" in ('SCHEDULED', 'CONFIRMED', 'CONFLICT');--> statement-breakpoint
CREATE INDEX "event_conflicts_other_idx" ON "event_conflicts" USING btree ("org_id","other_event_id");--> statement-breakpoint
CREATE INDEX "participants_person_idx" ON "participants" USING btree ("org_id","email","starts_at");--> statement-breakpoint
CREATE INDEX "participants_spans_days_idx" ON "participants" USING btree ("org_id","email","ends_at") WHERE "participants"."spans_days";--> statement-breakpoint
CREATE INDEX "sessions_user_idx" ON "sessions" USING btree ("org_id","user_id");--> statement-breakpoint
CREATE POLICY "tenant" ON "activity" AS PERMISSIVE FOR ALL TO "astralis_app" USING ("org_id" = current_org_id()) WITH CHECK ("org_id" = current_org_id());--> statement-breakpoint
CREATE POLICY "tenant" ON "availability_rules" AS PERMISSIVE FOR ALL TO "astralis_app" USING ("org_id" = current_org_id()) WITH CHECK ("org_id" = current_org_id());--> statement-breakpoint
CREATE POLICY "tenant" ON "events" AS PERMISSIVE FOR ALL TO "astralis_app" USING ("org_id" = current_org_id()) WITH CHECK ("org_id" = current_org_id());--> statement-breakpoint
CREATE POLICY "sweep" ON "events" AS PERMISSIVE FOR SELECT TO "astralis_sweep" USING (true);--> statement-breakpoint
CREATE POLICY "tenant" ON "organizations" AS PERMISSIVE FOR ALL TO "astralis_app" USING ("id" = current_org_id()) WITH CHECK ("id" = current_org_id());--> statement-breakpoint
CREATE POLICY "sweep" ON "organizations" AS PERMISSIVE FOR SELECT TO "astralis_sweep" USING (true);--> statement-breakpoint
CREATE POLICY "tenant" ON "event_conflicts" AS PERMISSIVE FOR ALL TO "astralis_app" USING ("org_id" = current_org_id()) WITH CHECK ("org_id" = current_org_id());--> statement-breakpoint
CREATE POLICY "sweep" ON "event_conflicts" AS PERMISSIVE FOR SELECT TO "astralis_sweep" USING (true);--> statement-breakpoint
CREATE POLICY "tenant" ON "participants" AS PERMISSIVE FOR ALL TO "astralis_app" USING ("org_id" = current_org_id()) WITH CHECK ("org_id" = current_org_id());--> statement-breakpoint
CREATE POLICY "sweep" ON "participants" AS PERMISSIVE FOR SELECT TO "astralis_sweep" USING (true);--> statement-breakpoint
CREATE POLICY "tenant" ON "sessions" AS PERMISSIVE FOR ALL TO "astralis_app" USING ("org_id" = current_org_id()) WITH CHECK ("org_id" = current_org_id());--> statement-breakpoint
CREATE POLICY "tenant" ON "users" AS PERMISSIVE FOR ALL TO "astralis_app" USING ("org_id" = current_org_id()) WITH CHECK ("org_id" = current_org_id());--> statement-breakpoint
CREATE POLICY "sign_in" ON "users" AS PERMISSIVE FOR SELECT TO "astralis_app" USING ("users"."email" = nullif(current_setting('astralis.sign_in_email', true), ''));