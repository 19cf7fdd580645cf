import { isUnanswered, type ToldAlert } from "@/lib/domain/alerts/alert";
import { groupBy } from "@/lib/domain/group-by";

/** Alarms of one entry that want an answer, with those of older entries that the same answer speaks of. */
export type Asked = { checkInId: string; revision: number; alerts: ToldAlert[]; also: ToldAlert[] };

/**
 * What is asked before a new check-in begins ("Did you get help?"): the alarms nobody answered, and those answered "not yet", an
 * entry at a time, the newest first, the alerts of each in the order given. "My usual" answers this question. An older entry whose rules are all among those of a newer one is answered with it.
 */
export function helpToAsk(alerts: readonly ToldAlert[], now: Date): Asked[] {
  const open = alerts.filter((alert) => alert.response !== "my-usual" && isUnanswered(alert, now));
  const groups = [...groupBy(open, ({ checkInId }) => checkInId).values()]
    .sort((one, other) => raised(other) - raised(one));
  return groups.reduce<Asked[]>((asked, group) => {
    const newer = asked.find(({ alerts: told }) => group.every(({ ruleId }) => told.some((alert) => alert.ruleId === ruleId)));
    if (newer) newer.also.push(...group);
    else asked.push({ checkInId: group[0]!.checkInId, revision: group[0]!.revision, alerts: group, also: [] });
    return asked;
  }, []);
}

const raised = (group: readonly ToldAlert[]) => Math.max(...group.map(({ raisedAt }) => raisedAt.getTime()));
