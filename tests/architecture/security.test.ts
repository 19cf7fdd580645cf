import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { problemWith } from "./named-tests";

const text = readFileSync("docs/security.md", "utf8");
const ATTACKERS = ["A stranger on the internet", "An ex-partner with the phone, or with the mailbox", "A former caregiver", "A curious clinician", "The operator", "A stolen backup", "A hostile network"];

/** Tests are named as `file`: `name`. */
const testsIn = (part: string) => [...part.matchAll(/`(tests\/[^`]+\.tsx?)`: `([^`]+)`/g)].map(([, file = "", name = ""]) => ({ file, name }));
const sectionOf = (attacker: string) => (text.split(`### ${attacker}\n`)[1] ?? "").split(/^##/m)[0] ?? "";

describe("docs/security.md", () => {
  it("names tests that are there", () => {
    expect(testsIn(text).length).toBeGreaterThan(40);
    expect(testsIn(text).map(problemWith).filter((problem) => problem !== null)).toEqual([]);
  });

  it("names each test in the form that is checked", () => {
    const mentioned = text.match(/^ *- `tests\//gm) ?? [];
    expect(testsIn(text)).toHaveLength(mentioned.length);
  });

  it.each(ATTACKERS)("says of this one what they want, what stops them with tests, and what does not: %s", (attacker) => {
    const section = sectionOf(attacker);
    for (const part of ["**Wants.** ", "**Stopped by.**", "**Not stopped.** "]) expect(section).toContain(part);
    const stopped = section.split("**Stopped by.**")[1]!.split("**Not stopped.**")[0]!;
    const claims = stopped.split(/^- /m).slice(1);
    expect(claims.length).toBeGreaterThan(0);
    for (const claim of claims) expect(testsIn(claim).length, claim).toBeGreaterThan(0);
  });

  it("tells of no other attackers than these", () => {
    expect([...text.matchAll(/^### (.+)$/gm)].map(([, name]) => name)).toEqual(ATTACKERS);
  });
});
