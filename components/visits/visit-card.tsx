import Link from "next/link";
import { RemoveVisit } from "@/components/visits/remove-visit";
import { wordVisitDay, wordWhenVisit } from "@/components/visits/visit-words";
import { Icon } from "@/components/ui/icon";
import type { CalendarDay } from "@/lib/domain/time";
import type { Visit } from "@/lib/domain/visits/visit";
import { fill } from "@/lib/i18n/fill";
import type { Messages } from "@/lib/i18n/messages";

type VisitCardProps = { diaryId: string; visit: Visit; today: CalendarDay; words: Messages["visits"] };

/** One visit with all that was noted, and what can be done with it. */
export function VisitCard({ diaryId, visit, today, words }: VisitCardProps) {
  const { id, time, withWhom, questions, mainConcern, agreed } = visit;
  const day = wordVisitDay(visit.day, today);
  const when = wordWhenVisit(visit.day, today, words.when);
  const isOver = visit.day <= today;
  const [label, long] = questions.length === 0 && !isOver ? [words.addQuestions, words.addQuestionsLong] : isOver && !agreed ? [words.addAgreed, words.addAgreedLong] : [words.change, words.changeLong];
  const details = [time && fill(words.at, { time }), withWhom].filter(Boolean).join(", ");
  return (
    <article className="card mt-0 grid gap-4 min-[900px]:p-5.5">
      <div>
        <div className="row between flex-wrap gap-y-1">
          <h3 className="text-lg">{day}</h3>
          {when && <span className="pill info">{when}</span>}
        </div>
        {details && <p className="small muted num mt-0.5 wrap-anywhere">{details.charAt(0).toUpperCase() + details.slice(1)}</p>}
      </div>
      {questions.length > 0 ? (
        <div>
          <h4 className="small muted font-medium">{words.questions}</h4>
          <ol className="mt-1 grid gap-1.5">
            {questions.map((question, place) => (
              <li key={place} className="grid grid-cols-[1.5rem_minmax(0,1fr)]"><span className="num b" aria-hidden="true">{place + 1}</span><span className="whitespace-pre-line wrap-anywhere">{question}</span></li>
            ))}
          </ol>
        </div>
      ) : !isOver && <p className="muted">{words.noQuestions}</p>}
      {mainConcern && <Text label={words.mainConcern} text={mainConcern} />}
      {agreed && <Text label={words.agreed} text={agreed} />}
      <div className="grid grid-cols-[repeat(auto-fit,minmax(148px,1fr))] gap-2.5">
        <Link className="btn line" href={`/visits/${id}`} prefetch={false} aria-label={fill(long, { day })}><Icon name="pen" size={20} />{label}</Link>
        <RemoveVisit diaryId={diaryId} visitId={id} day={day} words={words} />
      </div>
    </article>
  );
}

function Text({ label, text }: { label: string; text: string }) {
  return (
    <div>
      <h4 className="small muted font-medium">{label}</h4>
      <p className="mt-0.5 whitespace-pre-line wrap-anywhere">{text}</p>
    </div>
  );
}
