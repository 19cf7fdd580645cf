import { CHECK_PATH, IconFrame } from "@/components/ui/icon-frame";

type SameButtonProps = {
  label: string;
  /** waits visibly: the safety check is still loading, or nothing was touched that could be saved */
  isWaiting: boolean;
  hint: string;
  onPress: () => void;
};

/** The one primary action of the scores. It never does anything before a person touches it. */
export function SameButton({ label, isWaiting, hint, onPress }: SameButtonProps) {
  return (
    <>
      <button type="button" className={`btn primary wide ${isWaiting ? "opacity-60" : ""}`} aria-disabled={isWaiting} onClick={() => !isWaiting && onPress()}>
        {!isWaiting && <IconFrame size={26}>{CHECK_PATH}</IconFrame>}
        {label}
      </button>
      <p className="small muted mt-[9px] text-center" role="status">{hint}</p>
    </>
  );
}
