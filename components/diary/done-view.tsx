import { InfoNotes } from "@/components/alerts/info-notes";
import { StillCards } from "@/components/alerts/still-cards";
import type { FlowProps } from "@/components/diary/flow-props";
import { ResultHead } from "@/components/diary/result-head";
import { ScoreRows, summaryLine } from "@/components/diary/score-rows";
import { HelpButton } from "@/components/shell/help-button";
import { Logo } from "@/components/ui/logo";
import { isAlarm } from "@/lib/domain/alerts/alert";
import type { CheckIn } from "@/lib/domain/check-in/check-in";

/** Today's entry as the server draws it; the browser's result with its buttons takes over when it has come. */
export function DoneView({ props, entry }: { props: FlowProps; entry: CheckIn }) {
  const { texts, profile, usual, recent } = props;
  const isCalm = !props.cards.some(isAlarm);
  return (
    <>
      <header className="top"><span className="brand min-h-12"><Logo />{texts.common.brand}</span><HelpButton label={texts.common.help} /></header>
      <main id="main" tabIndex={-1}>
        <div className="max-w-[44rem]">
          <ResultHead isCalm={isCalm} title={isCalm ? texts.checkIn.result.title : texts.checkIn.result.saved} line={isCalm ? summaryLine(texts, profile, entry.scores, usual) : ""} />
          <StillCards props={props} />
          <ScoreRows texts={texts} profile={profile} scores={entry.scores} usual={usual} history={recent} day={entry.day} />
          <InfoNotes alerts={isCalm ? props.notes : []} day={entry.day} texts={texts} country={profile.country} timeZone={entry.timeZone} />
        </div>
      </main>
    </>
  );
}
