import { GROUPS, type Group } from "./groups";
import type { Summary } from "./summary";

type Bar = { needless: number; all: number };
type Panel = { title: string; goal: number | null; bars: Record<Group, Bar> };

const WIDTH = 900;
const LABELS = 150;
const VALUES = 215;
const PLOT = WIDTH - LABELS - VALUES;
const ROW = 26;
const HEAD = 46;
const TOP = 96;
const PANEL = HEAD + GROUPS.length * ROW + 14;

/** Colours of the product's tokens, light and dark; the pattern tells needless from the rest without colour. */
const STYLE = `
  text { font: 15px Inter, system-ui, "Segoe UI", Roboto, sans-serif; fill: #17252a; }
  .title { font-size: 19px; font-weight: 600; } .head { font-weight: 600; } .soft { fill: #414c50; }
  .ground { fill: #ffffff; } .line { stroke: #dcd5c8; } .goal { stroke: #17252a; stroke-width: 2; stroke-dasharray: 4 3; }
  .all { fill: #dbeaeb; stroke: #0b4a58; } .needless { fill: #0b4a58; }
  @media (prefers-color-scheme: dark) {
    text { fill: #eef3f2; } .soft { fill: #c3cecd; } .ground { fill: #10191c; } .line { stroke: #3a484b; } .goal { stroke: #eef3f2; }
    .all { fill: #17363c; stroke: #8fd0d8; } .needless { fill: #8fd0d8; }
  }`;

/** Alerts shown a person and year, as one picture: a panel for each kind of alert, all on one scale. */
export function chartOf({ groups, people }: Summary): string {
  const panels = panelsOf(groups);
  const most = Math.max(...panels.flatMap(({ bars }) => Object.values(bars).map(({ all }) => all)), 1);
  const step = [0.5, 1, 2, 5, 10, 20].find((candidate) => most / candidate <= 6) ?? 50;
  const end = Math.ceil(most / step) * step;
  const x = (value: number) => LABELS + (value / end) * PLOT;
  const height = TOP + panels.length * PANEL + 12;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" aria-labelledby="title desc">
<title id="title">Alerts shown to made-up people, a person and year</title>
<desc id="desc">${panels.map((panel) => describe(panel)).join(" ")}</desc>
<style>${STYLE}
</style>
<rect class="ground" width="${WIDTH}" height="${height}" rx="14"/>
<text class="title" x="18" y="32">Alerts shown, a person and year (${people.toLocaleString("en-GB")} made-up people in each group)</text>
<rect class="needless" x="18" y="46" width="16" height="14"/><text class="soft" x="42" y="58">needless: nothing new was the matter</text>
<rect class="all" x="390" y="46" width="16" height="14"/><text class="soft" x="414" y="58">a relapse, infection, sign or fall stood behind it</text>
<line class="goal" x1="26" x2="26" y1="68" y2="86"/><text class="soft" x="42" y="82">goal for stable people</text>
${panels.map((panel, index) => draw(panel, TOP + index * PANEL, x, { step, end })).join("\n")}
</svg>
`;
}

function panelsOf(groups: Summary["groups"]): Panel[] {
  const bars = (of: (group: Summary["groups"][string]) => Bar) => Object.fromEntries(GROUPS.map((group) => [group, of(groups[group]!)])) as Record<Group, Bar>;
  return [
    { title: "EMERGENCY or URGENT", goal: 0.2, bars: bars(({ emergencyOrUrgent }) => emergencyOrUrgent) },
    { title: "SOON", goal: 1, bars: bars(({ shown }) => shown.SOON) },
    { title: "INFO", goal: null, bars: bars(({ shown }) => shown.INFO) },
  ];
}

function draw({ title, goal, bars }: Panel, top: number, x: (value: number) => number, { step, end }: { step: number; end: number }): string {
  const first = top + HEAD;
  const last = first + GROUPS.length * ROW;
  const ticks = Array.from({ length: Math.round(end / step) + 1 }, (_, index) => index * step);
  return [
    `<text class="head" x="18" y="${top + 34}">${title}</text>`,
    ...ticks.map((tick) => `<line class="line" x1="${x(tick)}" x2="${x(tick)}" y1="${first}" y2="${last}"/><text class="soft" x="${x(tick)}" y="${top + 36}" text-anchor="middle">${tick === 0 ? "" : tick}</text>`),
    ...GROUPS.flatMap((group, index) => {
      const { needless, all } = bars[group];
      const y = first + index * ROW;
      return [
        `<text x="18" y="${y + 18}">${group}</text>`,
        `<rect class="all" x="${x(0)}" y="${y + 4}" width="${width(x, all)}" height="${ROW - 8}"/>`,
        `<rect class="needless" x="${x(0)}" y="${y + 4}" width="${width(x, needless)}" height="${ROW - 8}"/>`,
        `<text class="soft" x="${WIDTH - VALUES + 12}" y="${y + 18}">${needless.toFixed(2)} needless of ${all.toFixed(2)}</text>`,
      ];
    }),
    ...(goal === null ? [] : [`<line class="goal" x1="${x(goal)}" x2="${x(goal)}" y1="${first}" y2="${first + ROW}"><title>Goal for stable people: at most ${goal}</title></line>`]),
  ].join("\n");
}

const width = (x: (value: number) => number, value: number): string => (x(value) - x(0)).toFixed(1);

const describe = ({ title, bars }: Panel): string =>
  `${title}: ${GROUPS.map((group) => `${group} ${bars[group].all.toFixed(2)}, of these ${bars[group].needless.toFixed(2)} needless`).join("; ")}.`;
