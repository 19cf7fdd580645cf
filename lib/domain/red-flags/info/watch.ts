import type { Findings } from "@/lib/domain/red-flags/findings";
import { hasHeat } from "@/lib/domain/red-flags/infection";
import type { Above, Evidence, Rule } from "@/lib/domain/red-flags/rule";
import { answers, firesWhen, type Clause } from "@/lib/domain/red-flags/verdict";
import { GROUPS } from "@/lib/domain/relapse/groups";
import { runEvidence } from "@/lib/domain/relapse/run-evidence";
import { DAY_MS } from "@/lib/domain/time";

/** The rules that speak of a relapse, whatever the tier. */
const RELAPSE_RULES = ["possible-relapse", "relapse-worsening", "pseudo-relapse-infection"] as const;
const LONG_FATIGUE_MS = 7 * DAY_MS;

/** Nothing quiet is said beside an alarm, nor beside what may be a relapse. Judged last: it throws where one was not checked. */
const noAlarm = (above: Above): boolean => above.areSilent("EMERGENCY", "URGENT");
const noAlarmNorRelapse = (above: Above): boolean => above.areSilent("EMERGENCY", "URGENT", ...RELAPSE_RULES);

const noFocalDurationMet = (f: Findings): boolean => !f.runs.focal().some(({ isDurationMet }) => isDurationMet);

export const heatPseudoRelapse: Rule = {
  id: "heat-pseudo-relapse", tier: "INFO", version: 1, sources: ["UHTHOFF", "UHT-STATP", "MSPLUS"],
  judge: (f, above) => firesWhen((): Clause => {
    if (!hasHeat(f.checkIn) || f.infection.recentInfection() || !noFocalDurationMet(f)) return false;
    const runs = GROUPS.flatMap((group) => f.runs.of(group) ?? []);
    return runs.length > 0 && noAlarmNorRelapse(above) && [...runEvidence(f, runs), { field: "recent.heat", value: "yes" }];
  }),
};

export const watch24h: Rule = {
  id: "watch-24h", tier: "INFO", version: 1, sources: ["MSAA"],
  judge: (f, above) => firesWhen(() => {
    if (hasHeat(f.checkIn) || f.infection.recentInfection() || !noFocalDurationMet(f)) return false;
    const runs = f.runs.focal().filter((run) => run.holdsFirm && !f.recorded.owns(run));
    return runs.length > 0 && noAlarmNorRelapse(above) && runEvidence(f, runs);
  }),
};

export const feverWatch: Rule = {
  id: "fever-watch", tier: "INFO", version: 1, sources: ["MSPLUS"],
  judge: (f, above) => firesWhen(() => f.infection.feverNow() && noAlarm(above) && answers(f, "temperatureC")),
};

export const fatigueOnly: Rule = {
  id: "fatigue-only", tier: "INFO", version: 1, sources: ["NG220", "MCD2017"],
  judge: (f, above) => firesWhen(() => {
    const run = f.runs.of("fatigue");
    return run !== null && run.lastsMs >= LONG_FATIGUE_MS && f.runs.focal().length === 0 && !f.infection.recentInfection()
      && noAlarm(above) && runEvidence(f, [run]);
  }),
};

export const slowWorsening: Rule = {
  id: "slow-worsening", tier: "INFO", version: 1, sources: ["NG220"],
  judge: (f, above) => firesWhen(() => {
    const worse = f.slowChange.slowlyWorse();
    return worse.length > 0 && noAlarmNorRelapse(above) && worse.flatMap(({ score, now, before }): Evidence[] =>
      [{ field: `lately.${score}`, value: now }, { field: `longAgo.${score}`, value: before }]);
  }),
};

export const relapseRecovered: Rule = {
  id: "relapse-recovered", tier: "INFO", version: 1, sources: ["KARGER-REC"],
  judge: (f, above) => firesWhen(() => f.recovery.isRecovered() && noAlarm(above) && [
    { field: "relapses.last", value: f.recovery.relapse()!.startedAt.toISOString() },
    ...answers(f, "scores.fatigue", "scores.numbness", "scores.vision", "scores.walking"),
  ]),
};

export const newSignNoted: Rule = {
  id: "new-sign-noted", tier: "INFO", version: 1, sources: ["K"],
  judge: (f, above) => firesWhen(() => {
    const evidence: Evidence[] = [
      ...(f.signs.all().length > 0 ? [{ field: "signs", value: f.signs.all() }] : []),
      ...(f.infection.signs().length > 0 ? [{ field: "infection", value: f.infection.signs() }] : []),
    ];
    return evidence.length > 0 && above.areSilent("EMERGENCY", "URGENT", "SOON") && evidence;
  }),
};
