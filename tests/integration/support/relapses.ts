import { v7 as uuidv7 } from "uuid";
import type { RelapseInput } from "@/lib/schemas/relapse";
import { withOwner } from "@/tests/integration/support/people";

/** A relapse of the past that the person confirms, with the least they can tell. */
export function relapseBody(changes: Partial<RelapseInput> = {}): RelapseInput {
  return {
    id: uuidv7(), own: "relapse", teamSaid: null, started: "2024-03", ended: "2024-04-12", symptoms: ["numbness"], sides: [], regions: [],
    infection: null, heat: null, daysOffWork: null, feltRecovery: null, note: null, steroids: null, ...changes,
  };
}

/** One that is there to be changed, put straight into the database. */
export async function spareRelapse(diaryId: string): Promise<{ id: string; updatedAt: string }> {
  const id = uuidv7();
  const { rows: [row] } = await withOwner((client) => client.query<{ updated_at: Date }>(
    `insert into relapses (diary_id, relapse_id, status, started_on, started_at, symptoms, created_at, updated_at)
     values ($1, $2, 'confirmed-by-me', '2020-01-01', '2020-01-01', '{vision}', now(), now()) returning updated_at`, [diaryId, id]));
  return { id, updatedAt: row!.updated_at.toISOString() };
}
