import { getTranslations } from "next-intl/server";
import type { StripItem } from "@/components/relapse/relapse-strip";

/** What the marks of the strip mean; those that stand on it. */
export async function StripKey({ kinds }: { kinds: readonly StripItem["kind"][] }) {
  const t = await getTranslations("relapses");
  return (
    <ul className="xs muted mt-1.5 flex flex-wrap gap-x-4 gap-y-1">
      {kinds.map((kind) => <li key={kind} className="row gap-1.5"><Mark kind={kind} />{t(`strip.${kind}`)}</li>)}
    </ul>
  );
}

function Mark({ kind }: { kind: StripItem["kind"] }) {
  return (
    <svg width={16} height={16} viewBox="0 0 16 16" aria-hidden="true">
      {kind === "flare" ? <circle cx={8} cy={8} r={6} className="fill-surface stroke-heat" strokeWidth={2.5} />
        : <rect x={1} y={1} width={14} height={14} rx={3} className={kind === "relapse" ? "fill-relapse-line" : "fill-surface stroke-relapse-line"} strokeWidth={kind === "relapse" ? 0 : 2} strokeDasharray={kind === "possible" ? "4 3" : undefined} />}
    </svg>
  );
}
