import { checkHealth } from "@/lib/server/data/health";

/** 200 once database, migrations and worker are up, else 503 with the part that is not. */
export async function GET(): Promise<Response> {
  const health = await checkHealth();
  return Response.json(health, { status: health.status === "ok" ? 200 : 503, headers: { "cache-control": "no-store" } });
}
