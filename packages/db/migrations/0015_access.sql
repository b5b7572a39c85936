ALTER TYPE "public"."mail_kind" ADD VALUE 'membership';--> statement-breakpoint
CREATE TABLE "api_tokens" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"name" text NOT NULL,
	"role" "role" NOT NULL,
	"token_hash" text NOT NULL,
	"expires_at" timestamp(6) with time zone,
	"last_used_at" timestamp(6) with time zone,
	"created_at" timestamp(6) with time zone NOT NULL,
	CONSTRAINT "api_tokens_org_id_id_pk" PRIMARY KEY("org_id","id"),
	CONSTRAINT "api_tokens_hash_unique" UNIQUE("org_id","token_hash")
);
--> statement-breakpoint
ALTER TABLE "api_tokens" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "identities" (
	"org_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"provider" "provider" NOT NULL,
	"account_id" text NOT NULL,
	"account_email" text NOT NULL,
	"created_at" timestamp(6) with time zone NOT NULL,
	CONSTRAINT "identities_org_id_user_id_provider_pk" PRIMARY KEY("org_id","user_id","provider"),
	CONSTRAINT "identities_account_unique" UNIQUE("provider","account_id")
);
--> statement-breakpoint
ALTER TABLE "identities" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "member_invitations" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"email" text NOT NULL,
	"role" "role" NOT NULL,
	"invited_by" uuid NOT NULL,
	"token_hash" text NOT NULL,
	"sealed_token" text,
	"expires_at" timestamp(6) with time zone NOT NULL,
	"created_at" timestamp(6) with time zone NOT NULL,
	CONSTRAINT "member_invitations_org_id_id_pk" PRIMARY KEY("org_id","id"),
	CONSTRAINT "member_invitations_email_unique" UNIQUE("org_id","email"),
	CONSTRAINT "member_invitations_token_unique" UNIQUE("org_id","token_hash"),
	CONSTRAINT "member_invitations_email_lower" CHECK ("member_invitations"."email" = lower("member_invitations"."email"))
);
--> statement-breakpoint
ALTER TABLE "member_invitations" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "rate_limits" (
	"key" text PRIMARY KEY NOT NULL,
	"attempts" integer NOT NULL,
	"resets_at" timestamp(6) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "public_id" uuid DEFAULT gen_random_uuid() NOT NULL;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "origin" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "user_agent" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "last_used_at" timestamp(6) with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "api_tokens" ADD CONSTRAINT "api_tokens_user_fk" FOREIGN KEY ("org_id","user_id") REFERENCES "public"."users"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identities" ADD CONSTRAINT "identities_user_fk" FOREIGN KEY ("org_id","user_id") REFERENCES "public"."users"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member_invitations" ADD CONSTRAINT "member_invitations_org_id_organizations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organizations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member_invitations" ADD CONSTRAINT "member_invitations_inviter_fk" FOREIGN KEY ("org_id","invited_by") REFERENCES "public"."users"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "api_tokens_user_idx" ON "api_tokens" USING btree ("org_id","user_id");--> statement-breakpoint
CREATE INDEX "rate_limits_resets_idx" ON "rate_limits" USING btree ("resets_at");--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_public_unique" UNIQUE("org_id","public_id");--> statement-breakpoint
CREATE POLICY "tenant" ON "api_tokens" AS PERMISSIVE FOR ALL TO "astralis_app" USING ("org_id" = current_org_id()) WITH CHECK ("org_id" = current_org_id());--> statement-breakpoint
CREATE POLICY "tenant" ON "identities" AS PERMISSIVE FOR ALL TO "astralis_app" USING ("org_id" = current_org_id()) WITH CHECK ("org_id" = current_org_id());--> statement-breakpoint
CREATE POLICY "sign_in" ON "identities" AS PERMISSIVE FOR SELECT TO "astralis_app" USING ("identities"."account_id" = nullif(current_setting('astralis.sign_in_account', true), ''));--> statement-breakpoint
CREATE POLICY "tenant" ON "member_invitations" AS PERMISSIVE FOR ALL TO "astralis_app" USING ("org_id" = current_org_id()) WITH CHECK ("org_id" = current_org_id());--> statement-breakpoint
CREATE POLICY "sweep" ON "member_invitations" AS PERMISSIVE FOR SELECT TO "astralis_sweep" USING (true);