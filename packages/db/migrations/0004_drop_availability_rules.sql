DROP POLICY "tenant" ON "availability_rules" CASCADE;--> statement-breakpoint
DROP TABLE "availability_rules" CASCADE;