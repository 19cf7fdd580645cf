import { tableDay } from "@/components/sharing/when";
import { SymptomMark } from "@/components/charts/symptom-mark";
import type { CheckIn } from "@/lib/domain/check-in/check-in";
import { SCORE_NAMES } from "@/lib/domain/check-in/vocabulary";
import { addDays, type CalendarDay } from "@/lib/domain/time";
import type { Messages } from "@/lib/i18n/messages";

type DaysTableProps = {
  checkIns: readonly CheckIn[];
  lastDay: CalendarDay;
  days: number;
  texts: Messages["sharing"]["person"];
  symptoms: Messages["common"]["symptoms"];
};

/** The numbers behind the lines, newest day first; a day without an entry is a row that says so. Two entries a day are two rows. */
export function DaysTable({ checkIns, lastDay, days, texts, symptoms }: DaysTableProps) {
  return (
    <table className="num text-sm">
      <thead>
        <tr>
          <th scope="col" className="py-2 pe-2">{texts.day}</th>
          {SCORE_NAMES.map((score) => (
            <th key={score} scope="col" className="px-1 py-2 text-center">
              <span className="inline-flex items-center gap-1.5"><SymptomMark symptom={score} size={16} /><span className="max-[639px]:sr-only">{symptoms[score]}</span></span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {Array.from({ length: days }, (_, index) => addDays(lastDay, -index)).flatMap((day) => {
          const entries = checkIns.filter((checkIn) => checkIn.day === day).toReversed();
          const head = <th scope="row" className="py-2 pe-2 font-medium text-ink whitespace-nowrap">{tableDay(day)}</th>;
          if (entries.length === 0) {
            return [<tr key={day} className="border-t border-line">{head}<td colSpan={SCORE_NAMES.length} className="text-center text-ink-2">{texts.noEntry}</td></tr>];
          }
          return entries.map((entry) => (
            <tr key={entry.id} className="border-t border-line">
              {head}
              {SCORE_NAMES.map((score) => <td key={score} className="px-1 py-2 text-center">{entry.scores[score]}</td>)}
            </tr>
          ));
        })}
      </tbody>
    </table>
  );
}
