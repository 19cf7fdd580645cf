import { compareChange, type Change } from "@/lib/domain/sharing/describe-change";
import type { CalendarDay } from "@/lib/domain/time";

export const SORTS = ["name", "change", "alerts", "last"] as const;
export type SortKey = (typeof SORTS)[number];

type Sortable = { name: string; change: Change | null; alertCount: number | null; lastDay: CalendarDay | null };

/** The order asked for; largest change first unless told. */
export function parseSort(value: string | string[] | undefined): SortKey {
  return SORTS.find((sort) => sort === value) ?? "change";
}

/** A copy in the order asked for: names from A, alerts and entries from the newest or most. Not shared comes last. */
export function orderPatients<Row extends Sortable>(rows: readonly Row[], sort: SortKey): Row[] {
  const compare: Record<SortKey, (one: Row, other: Row) => number> = {
    name: (one, other) => one.name.localeCompare(other.name),
    change: (one, other) => (one.change && other.change ? compareChange(one.change, other.change) : Number(one.change === null) - Number(other.change === null)),
    alerts: (one, other) => (other.alertCount ?? -1) - (one.alertCount ?? -1),
    last: (one, other) => (other.lastDay ?? "").localeCompare(one.lastDay ?? ""),
  };
  return rows.toSorted(compare[sort]);
}
