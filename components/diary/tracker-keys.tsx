import type { FlowTexts } from "@/components/diary/flow-props";
import { Sheet } from "@/components/diary/sheet";
import { SymptomMark } from "@/components/charts/symptom-mark";
import { BigKeys } from "@/components/form/big-keys";
import { Icon } from "@/components/ui/icon";
import { levelOf, type Level } from "@/lib/domain/check-in/level";
import type { TrackerName } from "@/lib/domain/check-in/trackers";
import { fill } from "@/lib/i18n/fill";

type TrackerProps = { name: TrackerName; value: number | null; words: FlowTexts["trackers"]; levels: Record<Level, string> };

/** A tracker as one large button, for who uses big keys: it opens them. */
export function TrackerRow({ name, value, words, levels, onOpen }: TrackerProps & { onOpen: () => void }) {
  const answer = value === null ? words.log.notSet : `${value}, ${levels[levelOf(value)]}`;
  return (
    <button type="button" className="min-h-16 w-full py-2 text-start" onClick={onOpen}
      aria-label={fill(words.log.keys, { name: words.names[name], value: answer, ends: words.ends[name] })}>
      <span className="flex flex-wrap items-center gap-x-[9px]">
        <SymptomMark symptom={name} size={22} />
        <b className="grow">{words.names[name]}</b>
        <span className={`flex items-center gap-1 ${value === null ? "muted" : "num font-semibold"}`}>{answer}<Icon name="chev" size={20} /></span>
      </span>
      <span className="small muted block">{words.ends[name]}</span>
    </button>
  );
}

type TrackerKeysProps = TrackerProps & { label: string; worst: string; onPick: (value: number | null) => void; onClose: () => void };

/** Eleven large keys for one tracker. A tap answers and closes; an answer can be taken back to unknown. */
export function TrackerKeys({ name, value, words, levels, label, worst, onPick, onClose }: TrackerKeysProps) {
  return (
    <Sheet title={words.names[name]} close={{ label: words.log.close, onClose }}>
      <p className="muted">{words.ends[name]}.</p>
      <BigKeys symptom={name} label={label} value={value} usual={null} levels={levels} worst={name === "mood" ? words.worstMood : worst} onPick={onPick} />
      {value !== null && <button type="button" className="btn text wide mt-3" onClick={() => onPick(null)}>{words.log.clear}</button>}
    </Sheet>
  );
}
