"use client";

import { useRouter } from "next/navigation";
import { useId, useState } from "react";
import { patchRelapse } from "@/components/relapse/call-relapses";
import { useSay } from "@/components/relapse/waiting-board";
import { Icon } from "@/components/ui/icon";
import { TEAM_WORDS, type TeamWord } from "@/lib/domain/relapse/record";
import type { DiaryOf } from "@/lib/offline/then-refresh";
import type { Messages } from "@/lib/i18n/messages";

type AnswerPossibleProps = {
  diary: DiaryOf;
  relapseId: string;
  /** ISO */
  updatedAt: string;
  /** names which one, where several wait */
  title: string;
  words: Pick<Messages["relapseForm"], "waiting" | "problems">;
};

type Answer = "yes" | "no" | TeamWord;

/** "Was this a relapse?" in one tap, or what the team said in two. Nobody needs to answer. */
export function AnswerPossible({ diary, relapseId, updatedAt, title, words: { waiting, problems } }: AnswerPossibleProps) {
  const router = useRouter();
  const say = useSay();
  const id = useId();
  const [busy, setBusy] = useState<Answer | null>(null);
  const [problem, setProblem] = useState("");
  async function answer(given: Answer): Promise<void> {
    if (busy) return;
    setBusy(given);
    setProblem("");
    const change = given === "yes" ? { own: "relapse" as const } : given === "no" ? { own: "not-a-relapse" as const } : { teamSaid: given };
    const outcome = await patchRelapse(diary, relapseId, { updatedAt, ...change });
    setBusy(null);
    if (outcome.kind !== "saved") return setProblem(outcome.kind === "invalid" ? problems.server : problems[outcome.kind]);
    say(waiting.saved[given]);
    router.refresh();
  }
  const button = (given: Answer, label: string) => (
    <button key={given} type="button" className="btn line" aria-disabled={busy !== null} onClick={() => void answer(given)}>{busy === given ? waiting.busy : label}</button>
  );
  return (
    <div role="group" aria-labelledby={`${id}-question`} className="mt-3">
      <p id={`${id}-question`} className="b">{waiting.question}<span className="vh"> {title}</span></p>
      <div className="mt-2 grid grid-cols-2 gap-2.5">{button("yes", waiting.yes)}{button("no", waiting.no)}</div>
      <details className="group mt-1">
        <summary className="min-h-12">{waiting.team}<span className="transition-transform duration-(--dm-fast) group-open:rotate-180"><Icon name="down" size={20} /></span></summary>
        <div role="group" aria-label={waiting.teamSays} className="grid gap-2.5 pb-1">{TEAM_WORDS.map((word) => button(word, waiting.teamWords[word]))}</div>
      </details>
      <p role="alert" className={problem ? "note urgent mt-2" : ""}>{problem}</p>
    </div>
  );
}
