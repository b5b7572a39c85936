CREATE TABLE "series" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"local_starts_at" text NOT NULL,
	"time_zone" text NOT NULL,
	"rules" text NOT NULL,
	"duration_minutes" integer NOT NULL,
	"all_day" boolean NOT NULL,
	"title" text NOT NULL,
	"description" text,
	"location" text,
	"meeting_link" text,
	"shows_as" "shows_as" NOT NULL,
	"status" "event_status" NOT NULL,
	"participants" jsonb NOT NULL,
	"next_starts_at" timestamp(6) with time zone,
	"split_from" uuid,
	"created_by" uuid,
	"created_at" timestamp(6) with time zone NOT NULL,
	"updated_at" timestamp(6) with time zone NOT NULL,
	CONSTRAINT "series_org_id_id_pk" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
ALTER TABLE "series" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "series_id" uuid;--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "original_starts_at" timestamp(6) with time zone;--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "own_fields" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "series" ADD CONSTRAINT "series_org_id_organizations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organizations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "series" ADD CONSTRAINT "series_created_by_fk" FOREIGN KEY ("org_id","created_by") REFERENCES "public"."users"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "series_next_idx" ON "series" USING btree ("org_id","next_starts_at") WHERE "series"."next_starts_at" is not null;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_series_fk" FOREIGN KEY ("org_id","series_id") REFERENCES "public"."series"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_occurrence" CHECK (("events"."series_id" is null) = ("events"."original_starts_at" is null));--> statement-breakpoint
CREATE POLICY "tenant" ON "series" AS PERMISSIVE FOR ALL TO "astralis_app" USING ("org_id" = current_org_id()) WITH CHECK ("org_id" = current_org_id());--> statement-breakpoint
CREATE POLICY "sweep" ON "series" AS PERMISSIVE FOR SELECT TO "astralis_sweep" USING (true);