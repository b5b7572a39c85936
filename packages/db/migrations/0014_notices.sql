ALTER TYPE "public"."mail_kind" ADD VALUE 'notice';--> statement-breakpoint
ALTER TYPE "public"."skip_reason" ADD VALUE 'NOT_NEEDED';