import Link from "next/link";
import type { TrendTexts } from "@/components/charts/words";
import type { Range } from "@/lib/domain/trends/range";

type RangeControlProps = { texts: TrendTexts["range"]; ranges: readonly Range[]; current: Range };

/** The time shown. Links, so that they work before scripts are up and can be kept as a bookmark. */
export function RangeControl({ texts, ranges, current }: RangeControlProps) {
  return (
    <nav className="segctl grid-flow-row grid-cols-[repeat(auto-fit,minmax(calc(66*var(--dm-unit)),1fr))] min-[900px]:min-w-100" aria-label={texts.label}>
      {ranges.map((range) => (
        <Link key={range} href={`?range=${range}`} prefetch={false} scroll={false} replace aria-current={range === current ? "true" : undefined}
          className="grid min-h-12 min-w-0 place-items-center rounded-[11px] px-1.5 text-center text-sm/tight font-semibold text-ink-2 no-underline aria-[current]:bg-surface aria-[current]:text-ink aria-[current]:shadow-[0_0_0_2px_var(--dm-primary)]">
          {texts[range]}
        </Link>
      ))}
    </nav>
  );
}
