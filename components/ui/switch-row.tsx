type SwitchRowProps = {
  id: string;
  label: string;
  hint?: string;
  isOn: boolean;
  words: { on: string; off: string };
  onChange: (isOn: boolean) => void;
};

/** A switch with its words beside it. What it is set to is written below it, not only drawn. */
export function SwitchRow({ id, label, hint, isOn, words, onChange }: SwitchRowProps) {
  return (
    <div className="row between">
      <span>
        <span id={id} className="block font-semibold">{label}</span>
        {hint && <span id={`${id}-hint`} className="block text-sm text-ink-2">{hint}</span>}
      </span>
      <button type="button" role="switch" aria-checked={isOn} aria-labelledby={id} {...(hint && { "aria-describedby": `${id}-hint` })}
        className="grid min-h-12 min-w-14 place-items-center border-0 bg-transparent p-0" onClick={() => onChange(!isOn)}>
        <span className={isOn ? "switch on" : "switch"} />
        <span className="text-xs text-ink-2">{isOn ? words.on : words.off}</span>
      </button>
    </div>
  );
}
