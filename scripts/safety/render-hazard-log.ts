/** A control either stands, with the tests that prove it, or is planned in a named area and proves nothing yet. */
export type Control = { what: string; tests: { file: string; name: string }[] } | { what: string; planned: string };
/** 1 to 5 each; the words are in `SEVERITY` and `LIKELIHOOD`. */
export type Estimate = { severity: number; likelihood: number };
export type Hazard = { id: string; hazard: string; cause: string; effect: string; before: Estimate; after: Estimate; controls: Control[] };

export const SEVERITY = ["bother", "short distress or a lost hour", "harm that passes, or a wrong record at a visit", "lasting harm, or health data in the wrong hands", "death or lasting disability"] as const;
export const LIKELIHOOD = ["hardly ever", "once in many years", "once in some years", "every year", "every week"] as const;

export const riskOf = ({ severity, likelihood }: Estimate): number => severity * likelihood;

export const isBuilt = (control: Control): control is Extract<Control, { tests: unknown }> => "tests" in control;

/** The hazard log as a page to read: what `docs/safety/hazard-log.md` holds. */
export function renderHazardLog(hazards: readonly Hazard[]): string {
  const planned = hazards.flatMap(({ controls }) => controls).filter((control) => !isBuilt(control)).length;
  const built = hazards.flatMap(({ controls }) => controls).length - planned;
  return `# Hazard log

Made from [hazards.json](hazards.json) by \`npm run hazard-log\`; do not edit this page. A test fails when the two differ, or when a
test named here does not exist.

${hazards.length} hazards, ${built} controls that stand, ${planned} that are planned. The figures are estimates of the developers for a diary used without any
other safeguard. **No clinician has confirmed them.** A planned control counts for nothing until it stands.

| | Severity: what can follow | Likelihood: for one person who logs daily |
| --- | --- | --- |
${SEVERITY.map((words, i) => `| ${i + 1} | ${words} | ${LIKELIHOOD[i]!} |`).join("\n")}

Risk is severity times likelihood. 15 and more must not stay without a reason; 8 to 14 is lowered as far as it can be; below 8 it is watched.
Some severities do not fall: what happens when a stroke is missed stays as bad, it only becomes rarer.

## Overview

| | Hazard | Before | After |
| --- | --- | --- | --- |
${hazards.map(({ id, hazard, before, after }) => `| [${id}](#${id.toLowerCase()}) | ${hazard} | ${worded(before)} | ${worded(after)} |`).join("\n")}

${hazards.map(renderHazard).join("\n\n")}
`;
}

const worded = (estimate: Estimate): string => `${estimate.severity} × ${estimate.likelihood} = ${riskOf(estimate)}`;

function renderHazard({ id, hazard, cause, effect, before, after, controls }: Hazard): string {
  return `## <a id="${id.toLowerCase()}"></a>${id}: ${hazard}

Cause: ${cause}. Effect: ${effect}.
Risk before: ${worded(before)}. After: ${worded(after)}.

${controls.map(renderControl).join("\n")}`;
}

function renderControl(control: Control): string {
  if (!isBuilt(control)) return `- Planned (${control.planned}): ${control.what}.`;
  return [`- ${control.what}.`, ...control.tests.map(({ file, name }) => `  - \`${file}\`: \`${name}\``)].join("\n");
}
