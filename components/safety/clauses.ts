/** The trigger of a rule: what stands before its clauses "(a) ...; (b) ...", the clauses, and what stands after them. */
export type Clauses = { lead: string; clauses: string[]; rest: string };

/** Splits a trigger so that each clause can have a line. Put together again it is the same text. */
export function splitClauses(trigger: string): Clauses {
  const [lead = "", ...clauses] = trigger.split(/(?=\([a-z]\) )/);
  const last = clauses.at(-1);
  const end = last?.search(/(?<=\.) (?=[A-Z])/) ?? -1;
  if (last === undefined || end < 0) return { lead, clauses, rest: "" };
  return { lead, clauses: [...clauses.slice(0, -1), last.slice(0, end)], rest: last.slice(end) };
}
