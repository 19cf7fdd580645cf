/** Which part of which rule does what, for the people who review the rules. Figures stand in the tables, so that none is said twice. */
export const READING = `## What stands behind the figures

For the clinical review of the rules. They were run as they are written; nothing was changed to make a figure look better.

- \`possible-relapse\`: on an ordinary bad spell the app asks when it began, and people answer. A check-in with such an answer needs one point
  above the usual only, and makes the run firm: with "over hours, today" a spell that is still there the next evening is a possible relapse, with "over
  days" the first evening is. One normal entry ends a run, so a bad fortnight can be several runs, each shown once.
- \`pml-warning\` (natalizumab): the same spells, one tier higher. One in ten of these people takes natalizumab, and it is still among the largest parts of
  the needless URGENT alerts.
- \`optic-neuritis-suspected\`, \`s1p-vision\`: tired eyes called "blurred" and dated to today; where a blur is in the profile, "over hours" makes the known blur new again.
- \`weakness-new-marked\`: a part called moderately weak on a bad leg day, dated to today.
- \`sudden-change\`: for full-time wheelchair users and people of few steps "over hours, today" about moving is enough, on any day on which the app asks.
  One of a hundred answers "suddenly" does the rest in the other groups.
- \`spinal-cord-emergency\`, \`weakness-one-side\`: people who live with severe weakness are asked when it began. "Over hours" or "suddenly" makes all ticked
  areas new, also those of the profile ("if that leaves none": all ticked areas), so one wrong tap is an EMERGENCY; where the parts are not named, one unnamed
  area is "one side".
- \`walk-sudden-loss\`, \`walk-lost-days\`: a very bad walking day, rated 8 to 10 and dated to today, or few steps where the profile does not say how the person usually walks.
  In the progressive group a part of \`walk-lost-days\` comes after a step down for good; it is counted as needless all the same.
- \`infection-severe-immunosuppressed\`: a temperature below 36.0 counts with any item, a runny nose too; a usual temperature of 36.0 in the profile does not change it.
- \`pseudo-relapse-infection\`, \`infection-immunosuppressed\`, \`possible-uti\`: nearly all SOON alerts of stable people that are not needless. Each infection may raise them, a
  cough or sore throat is an infection sign, and a run of a single check-in is enough. With two or three colds a year the goal of one SOON cannot hold for all SOON.
- \`relapse-recovered\`: comes back every seven days for as long as the person leaves the relapse open; nothing ends it.
- In a relapse \`possible-relapse\` and \`relapse-worsening\` are shown several times: one better entry ends the run and the next one is new, until the relapse is recorded.
- \`slow-worsening\`: where scores swing widely the medians of 28 days and of 90 days differ by two points by chance.
- \`relapse-not-recovering\`: also of relapses that were written down by mistake and left open.`;
