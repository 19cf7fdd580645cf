import { Drawn } from "../../drawn";
import { listRows } from "../../database";

type DrawnProps = { searchParams: Promise<{ diary?: string }> };

/** The same 90 days, with all drawing left to recharts, which draws nothing on the server. */
export default async function DrawnPage({ searchParams }: DrawnProps) {
  const rows = await listRows((await searchParams).diary ?? "", 90);
  return <Drawn days={rows.map(({ day, fatigue, numbness, vision, walking }) => ({ day: day.toISOString().slice(0, 10), fatigue, numbness, vision, walking }))} />;
}
