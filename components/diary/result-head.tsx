import { Icon } from "@/components/ui/icon";

type ResultHeadProps = { title: string; line: string; /** no tick and no comfort beside an emergency */ isCalm?: boolean };

/** "Done for today" with the tick. Server and browser draw the same. */
export function ResultHead({ title, line, isCalm = true }: ResultHeadProps) {
  return (
    <div className="row mt-[2px] mb-[14px] gap-[14px]">
      <span className={`grid size-[52px] shrink-0 place-items-center rounded-full ${isCalm ? "bg-ok-soft text-ok-ink" : "bg-sunken text-ink"}`}><Icon name={isCalm ? "check" : "saved"} size={30} /></span>
      <div><h1 id="result-title" tabIndex={-1} className="outline-none focus-visible:shadow-none">{title}</h1>{line && <p className="muted mt-[3px]">{line}</p>}</div>
    </div>
  );
}
