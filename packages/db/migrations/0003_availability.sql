CREATE TABLE "availability" (
	"org_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"time_zone" text NOT NULL,
	"rules" jsonb NOT NULL,
	"buffer_before_minutes" integer NOT NULL,
	"buffer_after_minutes" integer NOT NULL,
	CONSTRAINT "availability_org_id_user_id_pk" PRIMARY KEY("org_id","user_id")
);
--> statement-breakpoint
ALTER TABLE "availability" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "availability_overrides" (
	"org_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"date" date NOT NULL,
	"ranges" jsonb NOT NULL,
	CONSTRAINT "availability_overrides_org_id_user_id_date_pk" PRIMARY KEY("org_id","user_id","date")
);
--> statement-breakpoint
ALTER TABLE "availability_overrides" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "availability" ADD CONSTRAINT "availability_user_fk" FOREIGN KEY ("org_id","user_id") REFERENCES "public"."users"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "availability_overrides" ADD CONSTRAINT "availability_overrides_user_fk" FOREIGN KEY ("org_id","user_id") REFERENCES "public"."users"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE POLICY "tenant" ON "availability" AS PERMISSIVE FOR ALL TO "astralis_app" USING ("org_id" = current_org_id()) WITH CHECK ("org_id" = current_org_id());--> statement-breakpoint
CREATE POLICY "tenant" ON "availability_overrides" AS PERMISSIVE FOR ALL TO "astralis_app" USING ("org_id" = current_org_id()) WITH CHECK ("org_id" = current_org_id());--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON availability, availability_overrides TO astralis_app;--> statement-breakpoint

-- Hours were rows of their own. While row-level security is forced, the owner sees no tenant's rows.
ALTER TABLE availability_rules NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE users NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
INSERT INTO availability (org_id, user_id, time_zone, rules, buffer_before_minutes, buffer_after_minutes)
  SELECT r.org_id, r.user_id, u.time_zone,
    jsonb_agg(jsonb_build_object('dayOfWeek', r.day_of_week, 'startTime', to_char(r.start_time, 'HH24:MI'),
      'endTime', to_char(r.end_time, 'HH24:MI'), 'isActive', r.is_active) ORDER BY r.day_of_week, r.start_time), 0, 0
  FROM availability_rules r JOIN users u ON u.org_id = r.org_id AND u.id = r.user_id
  GROUP BY r.org_id, r.user_id, u.time_zone;--> statement-breakpoint
ALTER TABLE users FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE availability FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE availability_overrides FORCE ROW LEVEL SECURITY;
