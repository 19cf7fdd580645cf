/** The part of Stryker's report (mutation testing elements) that the figures are made from. Lines and columns count from 1. */
export type MutationReport = { files: Record<string, { source: string; mutants: Mutant[] }> };
type Place = { line: number; column: number };
type Mutant = { mutatorName: string; replacement?: string; status: string; location: { start: Place; end: Place } };

/** A change of the code that no test can notice: `original` becomes `replacement` in a line that holds `line`. */
export type EquivalentMutant = { file: string; line: string; original: string; replacement: string; reason: string };

export const SCORE_GOAL = 95;

type Survivor = { file: string; line: number; text: string; original: string; replacement: string; status: string };

export type Figures = { rows: FileFigures[]; total: FileFigures; equivalent: { mutant: Survivor; reason: string }[]; open: Survivor[]; stale: EquivalentMutant[] };
export type FileFigures = { file: string; killed: number; survived: number; noCoverage: number; timeout: number; score: number };

/** Counts the mutants of each file, and sorts those that live into explained and open ones. Explained ones still count as alive. */
export function mutationFigures({ files }: MutationReport, explained: readonly EquivalentMutant[]): Figures {
  const rows = Object.entries(files).map(([file, { mutants }]) => ({ file, ...count(mutants) })).filter((row) => row.killed + row.survived + row.noCoverage + row.timeout > 0);
  const survivors = Object.entries(files).flatMap(([file, { source, mutants }]) =>
    mutants.filter(({ status }) => status === "Survived" || status === "NoCoverage").map((mutant) => describe(file, source, mutant)));
  const reasonOf = (mutant: Survivor) => explained.find((known) => matches(known, mutant))?.reason;
  return {
    rows,
    total: { file: "all", ...count(Object.values(files).flatMap(({ mutants }) => mutants)) },
    equivalent: survivors.flatMap((mutant) => {
      const reason = reasonOf(mutant);
      return reason === undefined ? [] : [{ mutant, reason }];
    }),
    open: survivors.filter((mutant) => reasonOf(mutant) === undefined),
    stale: explained.filter((known) => !survivors.some((mutant) => matches(known, mutant))),
  };
}

function count(mutants: readonly Mutant[]): Omit<FileFigures, "file"> {
  const of = (...statuses: string[]) => mutants.filter(({ status }) => statuses.includes(status)).length;
  const [killed, survived, noCoverage, timeout] = [of("Killed"), of("Survived"), of("NoCoverage"), of("Timeout")];
  const all = killed + survived + noCoverage + timeout;
  return { killed, survived, noCoverage, timeout, score: all === 0 ? 100 : (100 * (killed + timeout)) / all };
}

function describe(file: string, source: string, { replacement = "", status, location: { start, end } }: Mutant): Survivor {
  const lines = source.split("\n");
  const covered = lines.slice(start.line - 1, end.line);
  const original = covered.map((line, i) => line.slice(i === 0 ? start.column - 1 : 0, i === covered.length - 1 ? end.column - 1 : undefined)).join("\n");
  return { file, line: start.line, text: lines[start.line - 1]!.trim(), original: oneLine(original), replacement: oneLine(replacement), status };
}

const oneLine = (text: string): string => text.replace(/\s+/g, " ").trim();

const matches = (known: EquivalentMutant, mutant: Survivor): boolean =>
  known.file === mutant.file && mutant.text.includes(known.line) && known.original === mutant.original && known.replacement === mutant.replacement;

/** The figures as a page to read: what `docs/safety/mutation.md` holds. */
export function renderMutationFigures({ rows, total, equivalent, open }: Figures, day: string): string {
  return `# Mutation testing of the clinical core

Made by \`npm run mutation\` on ${day}; do not edit this page. Small faults, one at a time, are put into \`lib/domain/red-flags\` and
\`lib/domain/relapse\` (a limit moved, a condition turned round, a list emptied, a text changed), and the unit tests and vignettes are run. A fault that
no test notices is a survivor. Properties and enumerations are left out on purpose, see [README.md](README.md). All files of both folders are in, the
tables of numbers too.

**Score: ${total.score.toFixed(2)} %** (goal: at least ${SCORE_GOAL} %). Survivors that cannot be told from the original are named below with the reason; they still count against the
score.

| File | Killed | Timed out | Survived | Not covered | Score |
| --- | ---: | ---: | ---: | ---: | ---: |
${[...rows, { ...total, file: "**all**" }].map(({ file, killed, timeout, survived, noCoverage, score }) =>
    `| ${file.replace("lib/domain/", "")} | ${killed} | ${timeout} | ${survived} | ${noCoverage} | ${score.toFixed(1)} % |`).join("\n")}

## Survivors that are the same program

${equivalent.length === 0 ? "None." : equivalent.map(({ mutant, reason }) => `- ${worded(mutant)}: ${reason}`).join("\n")}

## Survivors that a test should notice

${open.length === 0 ? "None." : open.map((mutant) => `- ${worded(mutant)}`).join("\n")}
`;
}

const worded = ({ file, line, original, replacement, status }: Survivor): string =>
  `\`${file.replace("lib/domain/", "")}:${line}\` ${code(original)} became ${code(replacement)}${status === "NoCoverage" ? " (not covered)" : ""}`;

/** As code, also when it holds backticks itself; long ones are cut. */
function code(text: string): string {
  const short = text.length > 120 ? `${text.slice(0, 117)}...` : text || " ";
  return short.includes("`") ? `\`\` ${short} \`\`` : `\`${short}\``;
}
