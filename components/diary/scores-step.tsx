"use client";

import { useState, type ReactNode } from "react";
import { ScoreSlider } from "@/components/form/score-slider";
import { symptomName } from "@/components/diary/flow-props";
import { SameButton } from "@/components/diary/same-button";
import { formatDay } from "@/components/diary/format";
import type { CheckIn } from "@/components/diary/use-check-in";
import { HelpButton } from "@/components/shell/help-button";
import { Logo } from "@/components/ui/logo";
import { fullScores } from "@/lib/domain/check-in/flow";
import type { LastEntry } from "@/lib/domain/check-in/last";
import { SCORE_NAMES } from "@/lib/domain/check-in/vocabulary";
import { fill } from "@/lib/i18n/fill";

type ScoresStepProps = { check: CheckIn; last: LastEntry | null; isReady: boolean; onEarlier: () => void; /** alerts that stand */ above?: ReactNode };

/** The four scores on one screen. Nothing is preset; what was copied is copied by an explicit tap. */
export function ScoresStep({ check, last, isReady, onEarlier, above }: ScoresStepProps) {
  const { props, state, engine, act } = check;
  const { texts, profile, usual, today } = props;
  const words = texts.checkIn;
  const { draft } = state;
  const [showsMissing, setShowsMissing] = useState(false);
  const missing = SCORE_NAMES.filter((name) => draft.scores[name] === undefined);
  const errors = showsMissing && !last ? missing : [];
  const knowsUsual = SCORE_NAMES.some((name) => usual[name]);
  const lastLabel = last && (last.daysBack === 1 ? words.yesterday : last.daysBack === 0 ? words.earlierToday : formatDay(last.day, "weekday"));

  function press() {
    if (fullScores(draft.scores)) return act({ type: "next", ask: check.toAsk() });
    if (last) return check.copyRest(last.scores);
    setShowsMissing(true);
    document.getElementById(`score-${missing[0]}`)?.focus();
  }

  return (
    <>
      <header className="top">
        <span className="brand date min-h-12"><Logo />{formatDay(draft.day, "short")}</span>
        <HelpButton label={texts.common.help} />
      </header>
      <main id="main" tabIndex={-1}>
        <div className="max-w-[44rem]">
          {above}
          <h1>{draft.id ? words.titleChange : draft.day === today || !draft.recordedAt ? words.title : fill(words.titleEarlier, { day: formatDay(draft.day, "short") })}</h1>
          <p className="muted small row between mt-[3px] mb-[10px]">
            <span>{last || draft.id ? words.lead : words.leadFirst}</span>
            {knowsUsual
              ? <span className="row gap-[6px]"><svg width="14" height="12" viewBox="0 0 14 12" aria-hidden="true"><path d="M7 1l6.5 10H.5z" fill="currentColor" /></svg>{words.yourUsual}</span>
              : <span className="text-end">{words.usualUnknown}</span>}
          </p>
          {errors.length > 0 && (
            <div className="note urgent mb-3" role="alert">
              <p className="b">{words.error.title}</p>
              <ul>{errors.map((name) => <li key={name}><a className="inline-flex min-h-12 items-center" href={`#score-${name}`} onClick={(event) => { event.preventDefault(); document.getElementById(`score-${name}`)?.focus(); }}>{fill(words.error.missing, { name: symptomName(texts, profile, name) })}</a></li>)}</ul>
            </div>
          )}
          <section className="card scores" aria-label={words.scoresLabel}>
            {SCORE_NAMES.map((name) => (
              <ScoreSlider
                key={name} symptom={name} label={symptomName(texts, profile, name)} value={draft.scores[name] ?? null} usual={usual[name]?.median ?? null}
                last={last && lastLabel ? { label: lastLabel, value: last.scores[name] } : null} texts={words.slider} levels={texts.common.levels}
                error={errors.includes(name) ? fill(words.error.missing, { name: symptomName(texts, profile, name) }) : undefined}
                onChange={(value) => act({ type: "score", name, value })}
                onOpenKeys={isReady ? () => act({ type: "open-keys", name, walk: false }) : undefined}
              />
            ))}
          </section>
          {!draft.id && (
            <p className="mt-2 flex flex-wrap items-center gap-x-3">
              <button type="button" className="btn text" onClick={onEarlier} disabled={!isReady}>{words.earlier.open}</button>
              {check.wasKept && <span className="muted small" role="status">{words.kept}</span>}
            </p>
          )}
        </div>
      </main>
      <div className="dock">
        <div className="max-w-[44rem]">
          <SameButton label={labelOf()} isWaiting={!isReady} onPress={press}
            hint={engine.status === "failed" ? words.notReady : isReady ? words.nextHint : words.waitingHint} />
        </div>
      </div>
    </>
  );

  function labelOf(): string {
    if (missing.length === 0 || !last) return words.next;
    if (missing.length < SCORE_NAMES.length) return words.same.rest;
    return last.daysBack === 1 ? words.same.yesterday : fill(words.same.last, { day: lastLabel! });
  }
}
