import Link from "next/link";
import type { TrendTexts } from "@/components/charts/words";
import type { Comparison } from "@/lib/domain/trends/compare";
import type { Range } from "@/lib/domain/trends/range";

type RangeControlProps = { texts: TrendTexts["range"]; ranges: readonly Range[]; current: Range; comparison: Comparison };

/** The time shown. Links, so that they work before scripts are up and can be kept as a bookmark. */
export function RangeControl({ texts, ranges, current, comparison }: RangeControlProps) {
  return (
    <nav className="segctl range-control" aria-label={texts.label}>
      {ranges.map((range) => (
        <Link key={range} href={`?range=${range}${comparison === "year" ? "&compare=year" : ""}`} prefetch={false} scroll={false} replace aria-current={range === current ? "true" : undefined} className="seg-link">
          {texts[range]}
        </Link>
      ))}
    </nav>
  );
}
