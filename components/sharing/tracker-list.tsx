import { tableDay } from "@/components/sharing/when";
import type { CheckIn } from "@/lib/domain/check-in/check-in";
import { loggedTrackers } from "@/lib/domain/check-in/trackers";
import type { Messages } from "@/lib/i18n/messages";

type TrackerListProps = { /** oldest first */ checkIns: readonly CheckIn[]; texts: Messages["trackers"] };

/** What the owner logged beside the four, newest entry first. Nothing where no tracker was answered; one not answered has no line. */
export function TrackerList({ checkIns, texts }: TrackerListProps) {
  const entries = checkIns.filter(({ trackers }) => loggedTrackers(trackers).length > 0).toReversed();
  if (entries.length === 0) return null;
  return (
    <section className="card min-[900px]:p-5.5">
      <h2>{texts.shared.title}</h2>
      <p className="small muted mt-1 mb-2">{texts.shared.lead}</p>
      <dl className="num text-sm">
        {entries.map(({ id, day, trackers }) => (
          <div key={id} className="border-line grid grid-cols-[minmax(5.5rem,auto)_1fr] gap-x-4 border-t py-2">
            <dt className="font-medium">{tableDay(day)}</dt>
            <dd className="flex flex-wrap gap-x-4">
              {loggedTrackers(trackers).map((name) => <span key={name} className="whitespace-nowrap">{texts.names[name]} <b>{trackers[name]}</b></span>)}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
