import { getTranslations } from "next-intl/server";
import { shortDay, wordList } from "@/components/sharing/when";
import type { CalendarDay } from "@/lib/domain/time";

export type RelapseLine = { id: string; status: string; startedOn: CalendarDay; endedOn: CalendarDay | null; symptoms: readonly string[] };

const PILLS: Record<string, string> = { possible: "info", "confirmed-by-me": "ok", "confirmed-by-team": "ok", "not-a-relapse": "plain" };

/** Relapses as a list: what, when, and whether it was confirmed. */
export async function RelapseLines({ relapses, today }: { relapses: readonly RelapseLine[]; today: CalendarDay }) {
  const t = await getTranslations("relapses");
  const symptoms = await getTranslations("common.symptoms");
  return (
    <ul className="list">
      {relapses.map(({ id, status, startedOn, endedOn, symptoms: names }) => {
        const words = names.filter((name) => symptoms.has(name)).map((name, index) => (index === 0 ? symptoms(name) : symptoms(name).toLowerCase()));
        return (
          <li key={id} className="flex-wrap">
            <span className="grow">
              <b className="b">{words.length > 0 ? wordList(words) : t("unnamed")}</b>
              <span className="small muted num block">{endedOn ? t("fromTo", { from: shortDay(startedOn, today), to: shortDay(endedOn, today) }) : t("since", { from: shortDay(startedOn, today) })}</span>
            </span>
            <span className={`pill ${PILLS[status] ?? "plain"}`}>{t(`status.${status}`)}</span>
          </li>
        );
      })}
    </ul>
  );
}
