CREATE TYPE "public"."channel" AS ENUM('resend', 'smtp', 'outbox');--> statement-breakpoint
CREATE TYPE "public"."mail_kind" AS ENUM('invitation', 'update', 'cancellation', 'removal', 'reminder');--> statement-breakpoint
CREATE TYPE "public"."mail_status" AS ENUM('PENDING', 'CLAIMED', 'SENT', 'SKIPPED', 'FAILED', 'UNKNOWN');--> statement-breakpoint
CREATE TYPE "public"."skip_reason" AS ENUM('CANCELLED', 'CHANGED', 'NOT_TAKING_PART', 'STARTED', 'NEARER_REMINDER', 'SUPERSEDED', 'NOTHING_NEW', 'NEVER_INVITED');--> statement-breakpoint
CREATE TABLE "mails" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"kind" "mail_kind" NOT NULL,
	"recipient_email" text NOT NULL,
	"event_id" uuid NOT NULL,
	"uid" uuid NOT NULL,
	"original_starts_at" timestamp(6) with time zone,
	"event_version" integer NOT NULL,
	"offset_minutes" integer,
	"due_at" timestamp(6) with time zone NOT NULL,
	"status" "mail_status" NOT NULL,
	"skip_reason" "skip_reason",
	"error" text,
	"claim" uuid,
	"attempted_at" timestamp(6) with time zone,
	"round" integer DEFAULT 0 NOT NULL,
	"sent_at" timestamp(6) with time zone,
	"channel" "channel",
	"content" jsonb,
	"message" jsonb,
	"token_hash" text,
	"created_at" timestamp(6) with time zone NOT NULL,
	CONSTRAINT "mails_org_id_id_pk" PRIMARY KEY("org_id","id"),
	CONSTRAINT "mails_offset" CHECK (("mails"."kind" = 'reminder') = ("mails"."offset_minutes" is not null)),
	CONSTRAINT "mails_sent" CHECK (("mails"."status" = 'SENT') = ("mails"."sent_at" is not null)),
	CONSTRAINT "mails_skipped" CHECK (("mails"."status" = 'SKIPPED') = ("mails"."skip_reason" is not null))
);
--> statement-breakpoint
ALTER TABLE "mails" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "sequence" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "reminder_offsets_minutes" integer[];--> statement-breakpoint
ALTER TABLE "series" ADD COLUMN "reminder_offsets_minutes" integer[];--> statement-breakpoint
ALTER TABLE "series" ADD COLUMN "sequence" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "reminder_offsets_minutes" integer[] DEFAULT '{1440,60}' NOT NULL;--> statement-breakpoint
ALTER TABLE "mails" ADD CONSTRAINT "mails_org_id_organizations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organizations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "mails_reminder_unique" ON "mails" USING btree ("org_id","event_id","recipient_email","offset_minutes","event_version") WHERE "mails"."kind" = 'reminder';--> statement-breakpoint
CREATE INDEX "mails_due_idx" ON "mails" USING btree ("org_id","due_at") WHERE "mails"."status" in ('PENDING', 'CLAIMED');--> statement-breakpoint
CREATE INDEX "mails_told_idx" ON "mails" USING btree ("org_id","uid","recipient_email") WHERE "mails"."kind" <> 'reminder';--> statement-breakpoint
CREATE UNIQUE INDEX "mails_token_unique" ON "mails" USING btree ("org_id","token_hash") WHERE "mails"."token_hash" is not null;--> statement-breakpoint
CREATE INDEX "mails_outbox_idx" ON "mails" USING btree ("org_id","sent_at") WHERE "mails"."channel" = 'outbox';--> statement-breakpoint
CREATE POLICY "tenant" ON "mails" AS PERMISSIVE FOR ALL TO "astralis_app" USING ("org_id" = current_org_id()) WITH CHECK ("org_id" = current_org_id());--> statement-breakpoint
CREATE POLICY "sweep" ON "mails" AS PERMISSIVE FOR SELECT TO "astralis_sweep" USING (true);