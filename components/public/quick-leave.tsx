"use client";

type QuickLeaveProps = { label: string; hint: string };

/** An ordinary page that anyone might read. It opens without being told where one came from. */
const ELSEWHERE = "https://www.wikipedia.org/";

/**
 * Goes to another website at once and takes this page's place in the list behind the back button; it stays in reach while one
 * reads. Without scripts it is a link.
 */
export function QuickLeave({ label, hint }: QuickLeaveProps) {
  return (
    <>
      <div className="noprint sticky top-0 z-10 -mx-[16px] bg-bg px-[16px] py-2">
        <a className="btn primary wide" href={ELSEWHERE} rel="noreferrer" aria-describedby="leave-hint"
          onClick={(event) => {
            event.preventDefault();
            location.replace(ELSEWHERE);
          }}>
          {label}
        </a>
      </div>
      <p id="leave-hint" className="noprint mb-3 text-sm text-ink-2">{hint}</p>
    </>
  );
}
