import { Icon } from "@/components/ui/icon";

/** "Done for today" with the tick. Server and browser draw the same. */
export function ResultHead({ title, line }: { title: string; line: string }) {
  return (
    <div className="row mt-[2px] mb-[14px] gap-[14px]">
      <span className="bg-ok-soft text-ok-ink grid size-[52px] shrink-0 place-items-center rounded-full"><Icon name="check" size={30} /></span>
      <div><h1 id="result-title" tabIndex={-1} className="outline-none">{title}</h1><p className="muted mt-[3px]">{line}</p></div>
    </div>
  );
}
