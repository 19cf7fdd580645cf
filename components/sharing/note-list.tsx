import { shortDay } from "@/components/sharing/when";
import type { CheckIn } from "@/lib/domain/check-in/check-in";
import type { CalendarDay } from "@/lib/domain/time";

type NoteListProps = { checkIns: readonly CheckIn[]; today: CalendarDay; title: string; statement: string };

/** Notes of the last days in the person's own words, newest first. Left out when there is none. */
export function NoteList({ checkIns, today, title, statement }: NoteListProps) {
  const notes = checkIns.filter(({ note }) => note).toReversed();
  if (notes.length === 0) return null;
  return (
    <section className="card min-[900px]:p-5.5">
      <h2>{title}</h2>
      <ul className="list">
        {notes.map(({ id, day, note }) => (
          <li key={id} className="items-start"><span className="grow whitespace-pre-wrap">{note}</span><span className="small muted num shrink-0">{shortDay(day, today)}</span></li>
        ))}
      </ul>
      <p className="small muted mt-1">{statement}</p>
    </section>
  );
}
