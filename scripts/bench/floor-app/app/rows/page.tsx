import { listRows } from "../../database";

type RowsProps = { searchParams: Promise<{ diary?: string }> };

/** The same 90 days, read and written down: no sign-in, no gate, no chart. */
export default async function RowsPage({ searchParams }: RowsProps) {
  const rows = await listRows((await searchParams).diary ?? "", 90);
  return (
    <main>
      <ul>
        {rows.map(({ id, day, fatigue, numbness, vision, walking }) => <li key={id}>{day.toISOString().slice(0, 10)}: {fatigue} {numbness} {vision} {walking}</li>)}
      </ul>
    </main>
  );
}
