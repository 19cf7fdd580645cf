import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import type { JudgedCheckIn } from "@/lib/domain/check-in/check-in";
import { draftOf } from "@/lib/domain/check-in/flow";
import { TRACKERS, type Trackers } from "@/lib/domain/check-in/trackers";
import { evaluate } from "@/lib/domain/red-flags/evaluate";
import { stageVignette } from "@/lib/domain/red-flags/vignette";
import { toJudged, toWire } from "@/lib/offline/local-context";
import { checkInSchema, type CheckInInput } from "@/lib/schemas/check-in";
import { parseVignette } from "@/lib/schemas/vignette";
import { toCandidate } from "@/lib/server/check-in-judging";

vi.mock("server-only", () => ({}));

const vignettes = JSON.parse(readFileSync(new URL("./vignettes.json", import.meta.url), "utf8")) as { id: string; title: string }[];
const value = fc.integer({ min: 0, max: 10 });
const someTrackers: fc.Arbitrary<Trackers> = fc.record({ thinking: value, pain: value, bladder: value, mood: value, spasms: value, heat: value }, { requiredKeys: [] });

const body = {
  id: "0195f1d0-0000-7000-8000-000000000000", revision: 1, recordedAt: "2026-03-01T08:00:00.000Z", enteredAt: "2026-03-01T08:00:00.000Z", timeZone: "Europe/London",
  scores: { fatigue: 4, numbness: 2, vision: 1, walking: 2 }, confirmedUnchanged: [], answers: { signs: [] }, rulesVersion: "1", deviceAlerts: [], deviceCouldNotCheck: [],
} satisfies CheckInInput;

describe("the rules and trackers", () => {
  it.each(vignettes.map((vignette) => [`${vignette.id}: ${vignette.title}`, vignette] as const))("%s: the same with and without trackers", (_name, vignette) => {
    const parsed = parseVignette(vignette, 1);
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problem));
    const { checkIn, context } = stageVignette(parsed.vignette);
    const without = evaluate(checkIn, context);
    fc.assert(fc.property(someTrackers, fc.array(someTrackers, { minLength: 1, maxLength: 5 }), (trackers, past) => {
      // As entries of the diary carry them, whatever is handed to the rules.
      const withTrackers = (entry: JudgedCheckIn, own: Trackers): JudgedCheckIn => Object.assign({ ...entry }, { trackers: own });
      const history = context.history.map((entry, at) => withTrackers(entry, past[at % past.length]!));
      expect(evaluate(withTrackers(checkIn, trackers), { ...context, history })).toEqual(without);
    }), { numRuns: 4, seed: 5 });
  });

  it.each(["red-flags", "relapse"])("no file of lib/domain/%s knows of them", (folder) => {
    const root = path.join(import.meta.dirname, "../../lib/domain", folder);
    const files = readdirSync(root, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".ts"));
    expect(files.length).toBeGreaterThan(5);
    expect(files.filter((name) => /trackers/i.test(readFileSync(path.join(root, name), "utf8")))).toEqual([]);
  });
});

describe("on the way to the rules", () => {
  it("server and device leave them out", () => {
    fc.assert(fc.property(someTrackers, (trackers) => {
      const input = checkInSchema.parse({ ...body, trackers });
      expect(toCandidate(input).judged).toEqual(toCandidate(checkInSchema.parse(body)).judged);
      expect(toJudged(toWire(input))).toEqual(toJudged(toWire(body)));
    }));
  });

  it("a tracker of the bladder never becomes the answer about the bladder", () => {
    const draft = draftOf({
      id: body.id, revision: 1, recordedAt: new Date(body.recordedAt), enteredAt: new Date(body.enteredAt), timeZone: body.timeZone, day: "2026-03-01", scores: body.scores,
      confirmedUnchanged: [], trackers: { bladder: 10 }, note: null, enteredBy: "owner", signs: [],
    });
    expect(draft.answers).toEqual({ signs: [] });
    expect(draft.trackers).toEqual({ bladder: 10 });
    expect(toCandidate(checkInSchema.parse({ ...body, trackers: { bladder: 10 } })).judged).not.toHaveProperty("bladder");
  });
});

describe("the hash of the content", () => {
  const hashOf = (trackers?: unknown) => toCandidate(checkInSchema.parse({ ...body, ...(trackers !== undefined && { trackers }) })).hash;
  it("is that of before there were trackers, when there are none", () => {
    expect(hashOf()).toBe("uEekyLnxEhDAXbTVASZ2PxRz7KJNT0NXsx-87XahVR0");
    expect(hashOf({})).toBe(hashOf());
  });
  it("tells every answer apart, 0 from not answered too", () => {
    const hashes = [hashOf(), ...TRACKERS.flatMap((name) => [hashOf({ [name]: 0 }), hashOf({ [name]: 10 })])];
    expect(new Set(hashes).size).toBe(hashes.length);
  });
  it("does not depend on the order in which they were tapped", () => {
    expect(hashOf({ mood: 3, pain: 2 })).toBe(hashOf({ pain: 2, mood: 3 }));
  });
});
