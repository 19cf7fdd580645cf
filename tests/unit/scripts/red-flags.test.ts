import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const scores = { fatigue: 4, numbness: 2, vision: 1, walking: 2 };
const vignette = (rest: Record<string, unknown> = {}) => ({ id: "x-01", title: "A test", now: "2026-03-10T20:00:00Z", checkIn: { scores }, history: [], medications: [], profile: {}, relapses: [], expect: { tier: "none" }, source: "test", ...rest });

describe("the red-flags command", () => {
  let folder: string;
  beforeAll(() => { folder = mkdtempSync(join(tmpdir(), "daymark-vignettes-")); });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const run = (...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, ["--import", "tsx", "scripts/red-flags.ts", ...args], { cwd: root, encoding: "utf8" });
    return { status, stdout, stderr };
  };
  const runOn = (content: string) => {
    const file = join(folder, "vignettes.json");
    writeFileSync(file, content);
    return run(file);
  };

  it("prints one line for each vignette, in the order of the file, without reading what is expected", () => {
    const list = [
      vignette({ id: "b", checkIn: { scores, signs: ["confusion", "chest-pain"] }, expect: { tier: "none", rules: [] } }),
      vignette({ id: "a", expect: "whatever" }),
      vignette({ id: "old", checkIn: { scores, daysAgo: 8, signs: ["seizure"] } }),
    ];
    expect(runOn(JSON.stringify(list))).toEqual({
      status: 0, stderr: "",
      stdout: "{\"id\":\"b\",\"tier\":\"EMERGENCY\",\"rules\":[\"confusion-acute\",\"chest-pain\"]}\n{\"id\":\"a\",\"tier\":\"none\",\"rules\":[]}\n{\"id\":\"old\",\"tier\":\"SOON\",\"rules\":[\"seizure-new\"]}\n",
    });
  }, 20_000);

  it("finds in every clinical vignette what it expects", () => {
    const file = join(root, "tests/clinical/vignettes.json");
    const { status, stdout } = run(file);
    expect(status).toBe(0);
    const found = stdout.trimEnd().split("\n").map((line) => JSON.parse(line) as { id: string; tier: string; rules: string[] });
    const vignettes = JSON.parse(readFileSync(file, "utf8")) as { id: string; expect: { tier: string; rules: string[]; notRules: string[] } }[];
    expect(found.map(({ id, tier }) => ({ id, tier }))).toEqual(vignettes.map(({ id, expect: { tier } }) => ({ id, tier })));
    const wrong = vignettes.filter((vignette, index) => {
      const { rules } = found[index]!;
      return vignette.expect.rules.some((rule) => !rules.includes(rule)) || vignette.expect.notRules.some((rule) => rules.includes(rule));
    });
    expect(wrong.map(({ id }) => id)).toEqual([]);
  }, 20_000);

  it.each([
    ["a bad vignette after a good one", JSON.stringify([vignette(), vignette({ id: "bad-7", checkIn: { scores: { ...scores, walking: 12 } } })]), /^Vignette bad-7: the field checkIn\.scores\.walking .*\.\n$/],
    ["an unknown field", JSON.stringify([vignette({ extra: 1 })]), /^Vignette x-01: the field extra is not a known field\.\n$/],
    ["no list", JSON.stringify(vignette()), /does not hold a list of vignettes\.\n$/],
    ["no JSON", "[{", /is not JSON\.\n$/],
  ])("answers %s with one sentence and exit code 2", (_name, content, sentence) => {
    const { status, stdout, stderr } = runOn(content);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toMatch(sentence);
    expect(stderr.trimEnd().split("\n")).toHaveLength(1);
  }, 20_000);

  it("answers a missing file, or none at all, with one sentence and exit code 2", () => {
    for (const { status, stdout, stderr } of [run(join(folder, "nowhere.json")), run()]) {
      expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
      expect(stderr.trimEnd().split("\n")).toHaveLength(1);
    }
  }, 20_000);
});
