import "server-only";

/** The newest folder in prisma/migrations; a test compares them. The health route answers 503 until it is applied. */
export const NEWEST_MIGRATION = "20261122109000_findings_for_the_app";
