import type { FlowProps } from "@/components/diary/flow-props";
import { ResultHead } from "@/components/diary/result-head";
import { ScoreRows, summaryLine } from "@/components/diary/score-rows";
import { HelpButton } from "@/components/shell/help-button";
import { Logo } from "@/components/ui/logo";
import type { CheckIn } from "@/lib/domain/check-in/check-in";

/** Today's entry as the server draws it; the browser's result with its buttons takes over when it has come. */
export function DoneView({ props: { texts, profile, usual, recent }, entry }: { props: FlowProps; entry: CheckIn }) {
  return (
    <>
      <header className="top"><span className="brand min-h-12"><Logo />{texts.common.brand}</span><HelpButton label={texts.common.help} /></header>
      <main id="main" tabIndex={-1}>
        <div className="max-w-[44rem]">
          <ResultHead title={texts.checkIn.result.title} line={summaryLine(texts, profile, entry.scores, usual)} />
          <ScoreRows texts={texts} profile={profile} scores={entry.scores} usual={usual} history={recent} day={entry.day} />
        </div>
      </main>
    </>
  );
}
