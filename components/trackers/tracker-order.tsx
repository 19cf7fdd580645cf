import { Icon } from "@/components/ui/icon";
import type { TrackerName } from "@/lib/domain/check-in/trackers";
import { fill } from "@/lib/i18n/fill";
import type { Messages } from "@/lib/i18n/messages";

type TrackerOrderProps = {
  list: readonly TrackerName[];
  names: Messages["trackers"]["names"];
  words: Messages["trackers"]["settings"];
  onMove: (name: TrackerName, direction: "up" | "down") => void;
};

/** The order in which they are asked. Buttons, not dragging; one at its end stays focusable, so that the keyboard keeps its place. */
export function TrackerOrder({ list, names, words, onMove }: TrackerOrderProps) {
  return (
    <section className="mt-5" aria-labelledby="order">
      <h2 id="order">{words.order}</h2>
      <p className="mt-1 text-sm text-ink-2">{words.orderHint}</p>
      <ol className="card mt-2 py-1">
        {list.map((name, place) => (
          <li key={name} className="row between border-line min-h-16 border-t first:border-0">
            <span className="font-semibold"><span className="num text-ink-2">{place + 1}.</span> {names[name]}</span>
            <span className="row gap-2">
              <MoveButton label={fill(words.up, { name: names[name] })} isUp isAtEnd={place === 0} onPress={() => onMove(name, "up")} />
              <MoveButton label={fill(words.down, { name: names[name] })} isAtEnd={place === list.length - 1} onPress={() => onMove(name, "down")} />
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

type MoveButtonProps = { label: string; isUp?: boolean; isAtEnd: boolean; onPress: () => void };

function MoveButton({ label, isUp = false, isAtEnd, onPress }: MoveButtonProps) {
  return (
    <button type="button" className="btn line size-12 min-h-12 p-0 aria-disabled:opacity-40" aria-disabled={isAtEnd} aria-label={label} onClick={() => !isAtEnd && onPress()}>
      <Icon name="down" size={22} {...(isUp && { className: "rotate-180" })} />
    </button>
  );
}
