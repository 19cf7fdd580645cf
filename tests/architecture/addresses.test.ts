import { globSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { queryNames } from "./query-names";

/** All that pages read from an address. None says who someone is, opens anything, or may be kept only in a mail. */
const HARMLESS = ["compare", "correct", "country", "day", "log", "month", "need", "own", "q", "range", "removed", "returnTo", "sort", "stopped", "view"];

/** No address may carry these, not even one that is only linked to: addresses stand in histories, logs and what is shared. */
const SECRET = /[?&](token|code|secret|session|sid|email|address|password|key|invitation|undo)=/i;

describe("addresses of this site", () => {
  it("hold no secret that a page would read", () => {
    const found = globSync("app/**/{page,layout,route}.tsx").flatMap((file) => queryNames(file).map((name) => ({ file, name })));
    expect(new Set(found.map(({ name }) => name)).size).toBeGreaterThan(5);
    expect(found.filter(({ name }) => !HARMLESS.includes(name))).toEqual([]);
  });

  it("hold nothing that a JSON route, or the browser, reads", () => {
    const files = globSync("{app,components,lib}/**/*.{ts,tsx}").filter((file) => !file.startsWith("lib/server/generated/"));
    expect(files.length).toBeGreaterThan(200);
    const reading = files.filter((file) => /\buseSearchParams\b|\blocation\.search\b|\bnextUrl\b|new URL\(request\.url\)\.search/.test(readFileSync(file, "utf8")));
    expect(reading).toEqual(["components/setup/set-up.tsx"]); // carries it along when a step is taken, and reads nothing of it
    expect(globSync("app/api/**/*.ts").filter((file) => /searchParams/.test(readFileSync(file, "utf8")))).toEqual([]);
  });

  it("are never written with a secret in the query: those stand behind the #, which no server sees", () => {
    const files = globSync("{app,components,lib,scripts}/**/*.{ts,tsx,mjs,json}").filter((file) => !file.startsWith("lib/server/generated/"));
    expect(files.filter((file) => SECRET.test(readFileSync(file, "utf8")))).toEqual([]);
  });
});

describe("queryNames", () => {
  it("finds what is taken out directly and in a group, and says when it cannot tell", () => {
    expect(queryNames("tests/architecture/fixtures/query-names.txt")).toEqual(["view", "month", "returnTo", "?", "?"]);
  });
});
