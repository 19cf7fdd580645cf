import type { Findings } from "@/lib/domain/red-flags/findings";
import type { Evidence, Rule } from "@/lib/domain/red-flags/rule";
import { answers, firesWhen } from "@/lib/domain/red-flags/verdict";
import { GROUPS } from "@/lib/domain/relapse/groups";
import { runEvidence, usualEvidence } from "@/lib/domain/relapse/run-evidence";

/** Every further input of the judgement: what the screen shows beside the runs. Not asked is not "no". */
const otherInputs = (f: Findings): Evidence[] => [
  { field: "recent.infection", value: f.infection.wasAsked() ? "no" : "not-asked" },
  { field: "recent.heat", value: f.infection.heatAnswer() },
  { field: "relapses.last", value: f.recorded.latest()?.startedAt.toISOString() ?? "none" },
];

export const possibleRelapse: Rule = {
  id: "possible-relapse", tier: "SOON", version: 1, sources: ["NG220", "MCD2017", "MSTRUST-REL"],
  judge: (f) => firesWhen(() => {
    const runs = f.course.possibleRelapse();
    return runs.length > 0 && [...runEvidence(f, runs), ...otherInputs(f)];
  }),
};

export const relapseWorsening: Rule = {
  id: "relapse-worsening", tier: "SOON", version: 1, sources: ["NHSE-RELAPSE", "MCD2017"],
  judge: (f) => firesWhen(() => {
    const worsening = f.course.worsening();
    if (!worsening) return false;
    const { scores, runs } = worsening;
    const runsOfScores = scores.flatMap((score) => f.runs.of(score) ?? []);
    const allRuns = [...new Set([...runsOfScores, ...runs])];
    return [...runEvidence(f, allRuns), ...scores.flatMap((score) => answers(f, `scores.${score}`)), ...otherInputs(f)];
  }),
};

export const relapseNotRecovering: Rule = {
  id: "relapse-not-recovering", tier: "SOON", version: 1, sources: ["NICE-CG186P", "KARGER-REC"],
  judge: (f) => firesWhen(() => {
    const scores = f.recovery.notRecovering();
    return scores.length > 0 && [
      ...scores.flatMap((score) => [...answers(f, `scores.${score}`), ...usualEvidence(score, f.recovery.usualBefore(score))]),
      { field: "relapses.last", value: f.recovery.relapse()!.startedAt.toISOString() },
    ];
  }),
};

export const pseudoRelapseInfection: Rule = {
  id: "pseudo-relapse-infection", tier: "SOON", version: 1, sources: ["MSPLUS", "PULSE"],
  judge: (f) => firesWhen(() => {
    if (!f.infection.recentInfection()) return false;
    const runs = GROUPS.flatMap((group) => f.runs.of(group) ?? []);
    return runs.length > 0 && [...runEvidence(f, runs), { field: "recent.infection", value: f.infection.recentSigns() }];
  }),
};
