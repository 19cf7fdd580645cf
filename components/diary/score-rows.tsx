import { MiniTrend } from "@/components/charts/mini-trend";
import { SymptomMark } from "@/components/charts/symptom-mark";
import { symptomName, type FlowTexts, type UsualOf } from "@/components/diary/flow-props";
import type { Profile, Scores } from "@/lib/domain/check-in/check-in";
import { dayValues } from "@/lib/domain/check-in/last";
import { SCORE_NAMES } from "@/lib/domain/check-in/vocabulary";
import type { CalendarDay } from "@/lib/domain/time";
import { fill } from "@/lib/i18n/fill";
import type { CheckInWire } from "@/lib/schemas/rule-context";

type ScoreRowsProps = { texts: FlowTexts; profile: Profile; scores: Scores; usual: UsualOf; history: readonly CheckInWire[]; day: CalendarDay };

const DAYS = 14;

/** The four scores of an entry beside two weeks of mini trends. No hooks: the server draws it too. */
export function ScoreRows({ texts, profile, scores, usual, history, day }: ScoreRowsProps) {
  const { result } = texts.checkIn;
  const knowsUsual = SCORE_NAMES.some((name) => usual[name]);
  return (
    <section className="card px-4 pt-[6px] pb-3">
      <p className="xs muted flex justify-end pt-2 pb-1"><span className="flex w-[172px] justify-between"><span>{result.weeksAgo}</span><b className="text-ink">{result.today}</b></span></p>
      <ul className="list">
        {SCORE_NAMES.map((name) => (
          <li key={name} className="!min-h-[74px] !py-[5px]">
            <SymptomMark symptom={name} size={22} />
            <span className="grow"><b>{symptomName(texts, profile, name)}</b><br />
              <span className="small muted num">{wordScore(result, scores[name], usual[name]?.median ?? null)}</span></span>
            <MiniTrend symptom={name} values={dayValues(history, name, day, DAYS)} band={usual[name]} width={172} height={62} />
          </li>
        ))}
      </ul>
      <p className="small muted row border-line border-t pt-3">
        {knowsUsual
          ? <><svg width="36" height="18" viewBox="0 0 36 18" aria-hidden="true"><rect className="g-band" x="1" y="2" width="34" height="14" rx="3" /><path className="g-bandedge" d="M1 2H35M1 16H35" /></svg>{result.strip}</>
          : result.noUsual}
      </p>
    </section>
  );
}

function wordScore(words: FlowTexts["checkIn"]["result"], value: number, usual: number | null): string {
  if (usual === null) return fill(words.value, { value });
  const mark = Math.round(usual);
  return fill(value === mark ? words.asUsual : words.usualIs, { value, usual: mark });
}

/** What the result says in one line. Only "close to your usual", never that nothing is wrong. */
export function summaryLine(texts: FlowTexts, profile: Profile, scores: Scores, usual: UsualOf): string {
  const { result } = texts.checkIn;
  const known = SCORE_NAMES.filter((name) => usual[name]);
  if (known.length === 0) return result.noUsual;
  const worse = known.filter((name) => scores[name] >= usual[name]!.median + 2 && scores[name] > usual[name]!.high);
  if (worse.length === 0) return known.length === SCORE_NAMES.length ? result.close : result.closeKnown;
  return fill(result.worse, { names: worse.map((name) => symptomName(texts, profile, name)).join(", ") });
}
