import { getTranslations } from "next-intl/server";
import type { LatestState } from "@/lib/domain/sharing/describe-latest";
import { wordList } from "@/components/sharing/when";

type LatestNoteProps = {
  /** null when check-ins are not shared */
  state: LatestState | null;
  isToday: boolean;
  /** the local emergency number, as people write it */
  emergency: string;
};

const PLAIN = "mt-3.5";

/** The newest entry in one sentence. Green only when nothing stands against it; red only for an emergency. */
export async function LatestNote({ state, isToday, emergency }: LatestNoteProps) {
  const t = await getTranslations("sharing.latest");
  const symptoms = await getTranslations("common.symptoms");
  if (state === null) return <p className={PLAIN}>{t("notSharedText")}</p>;
  switch (state.kind) {
    case "empty":
      return <p className={PLAIN}>{t("empty")}</p>;
    case "quiet":
      return <p className={PLAIN}>{t("quiet", { count: state.days })} {t("quietHint")}</p>;
    case "alert": {
      const look = { EMERGENCY: "border-emergency-ink bg-emergency-soft text-emergency-ink", URGENT: "urgent", SOON: "info", INFO: "info" }[state.tier];
      const told = state.tier === "INFO" ? "SOON" : state.tier;
      return <p className={`note ${look} mt-3.5`}><b className="b">{t(`alert.${told}`, { emergency })}</b> {t("alertSee")}</p>;
    }
    case "changed": {
      const names = state.scores.map((score, index) => (index === 0 ? symptoms(score) : symptoms(score).toLowerCase()));
      return <p className="note border-line-strong bg-sunken mt-3.5"><b className="b">{t("changed", { score: wordList(names), count: names.length })}</b> {t("changedHint")}</p>;
    }
    case "new-sign":
      return <p className="note border-line-strong bg-sunken mt-3.5"><b className="b">{t("newSign")}</b> {t("newSignHint")}</p>;
    case "incomplete":
      return <p className={PLAIN}>{t("incomplete")}</p>;
    case "no-usual":
      return <p className={PLAIN}>{t("noUsual")}</p>;
    case "usual": {
      const sentence = t("usual", { day: isToday ? "today" : "yesterday" });
      return state.alertsKnown
        ? <p className="note ok mt-3.5"><b className="b">{sentence}</b> {t("noAlert")}</p>
        : <p className="note border-line-strong bg-sunken mt-3.5">{sentence} {t("alertsUnknown")}</p>;
    }
  }
}
