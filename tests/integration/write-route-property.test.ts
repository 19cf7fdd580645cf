import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { BLADDERS, INFECTIONS, ONSETS, SIGNS, VISION_LOSSES } from "@/lib/domain/check-in/vocabulary";
import { disconnect } from "@/lib/server/db";
import { checkInBody } from "@/tests/integration/support/check-ins";
import { cookieOf, makeDiary, makePerson, useTestSettings, withOwner } from "@/tests/integration/support/people";
import { callRoute } from "@/tests/integration/support/routes";

const ROUTE = "POST app/api/diaries/[diaryId]/check-ins/route.ts";
const RUNS = 2_000;

beforeAll(() => useTestSettings());
afterAll(() => disconnect());

const anything = fc.anything({ withNullPrototype: false, maxDepth: 2 }).map((value) => JSON.parse(JSON.stringify(value ?? null)) as unknown);
const text = fc.oneof(fc.string({ unit: "binary", maxLength: 40 }), fc.constantFrom("\u0000", "\ud800", "'; drop table check_ins; --", "\u202e", "\\u0000"));
const score = fc.oneof({ weight: 6, arbitrary: fc.integer({ min: 0, max: 10 }) }, { weight: 1, arbitrary: fc.oneof(fc.double(), text, fc.integer()) });
const answers = fc.oneof({ weight: 5, arbitrary: fc.record({
  signs: fc.uniqueArray(fc.constantFrom(...SIGNS), { maxLength: 5 }), bladder: fc.constantFrom(...BLADDERS),
  infection: fc.uniqueArray(fc.constantFrom(...INFECTIONS)), temperatureC: fc.oneof(fc.integer({ min: 330, max: 430 }).map((tenths) => tenths / 10), fc.double()),
  vision: fc.record({ loss: fc.constantFrom(...VISION_LOSSES), doubleVision: fc.boolean() }, { requiredKeys: [] }),
  onset: fc.record({ vision: fc.constantFrom(...ONSETS), weakness: fc.constantFrom(...ONSETS) }, { requiredKeys: [] }),
}, { requiredKeys: [] }) }, { weight: 1, arbitrary: anything });
const instant = fc.oneof({ weight: 5, arbitrary: fc.integer({ min: 0, max: 900 }).map((hours) => new Date(Date.now() - hours * 3_600_000).toISOString()) },
  { weight: 1, arbitrary: fc.oneof(fc.date({ noInvalidDate: true }).map((date) => date.toISOString()), text) });

const FIELDS = ["scores", "answers", "recordedAt", "note", "revision", "timeZone", "deviceAlerts", "confirmedUnchanged", "deviceCouldNotCheck", "extra"];

/** Mostly a check-in, with up to three of its fields replaced by anything. */
const item = fc.oneof(
  { weight: 6, arbitrary: fc.record({ changes: fc.record({
    scores: fc.record({ fatigue: score, numbness: score, vision: score, walking: score }), answers, recordedAt: instant, note: text,
    revision: fc.oneof({ weight: 4, arbitrary: fc.constant(1) }, { weight: 1, arbitrary: fc.oneof(fc.integer(), anything) }),
    timeZone: fc.oneof({ weight: 4, arbitrary: fc.constantFrom("Europe/London", "asia/kathmandu", "UTC", "+05:30") }, { weight: 1, arbitrary: text }),
    deviceAlerts: fc.oneof({ weight: 2, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: fc.array(fc.record({
      ruleId: fc.constantFrom("stroke-signs", "vision-sudden-loss", "made-up"), ruleVersion: fc.integer({ min: 0, max: 40_000 }),
      tier: fc.constantFrom("EMERGENCY", "SOON", "LOUD"), evidence: fc.array(fc.record({ field: text, value: fc.oneof(text, fc.double(), fc.boolean()) }), { maxLength: 3 }),
    }), { maxLength: 3 }) }),
    confirmedUnchanged: fc.oneof(fc.constant([]), fc.constant(["vision"]), anything), deviceCouldNotCheck: fc.oneof(fc.constant([]), fc.array(text, { maxLength: 3 })),
    extra: anything,
  }, { requiredKeys: [] }), fields: fc.subarray(FIELDS, { maxLength: 3 }) }).map(({ changes, fields }) => {
    const changed = Object.entries(changes).filter(([field]) => fields.includes(field));
    return { ...checkInBody(), ...Object.fromEntries(changed) };
  }) },
  { weight: 1, arbitrary: anything });
const body = fc.oneof({ weight: 8, arbitrary: fc.record({ checkIns: fc.array(item, { maxLength: 4 }) }) }, { weight: 1, arbitrary: anything });

it(`answers ${RUNS} generated bodies without ever failing, and stores exactly what it says it stored`, async () => {
  const owner = await makePerson();
  const cookie = await cookieOf(owner);
  let diaryId = await makeDiary(owner);
  let runs = 0;
  let stored = 0;
  let storedEver = 0;
  await fc.assert(fc.asyncProperty(body, async (value) => {
    if (runs % 250 === 249) { // keeps the history short, and the test fast
      await withOwner((client) => client.query("delete from diaries where diary_id = $1", [diaryId]));
      diaryId = await makeDiary(owner);
      stored = 0;
    }
    runs += 1;
    const response = await callRoute(ROUTE, { cookie, params: { diaryId }, body: value });
    const answer = await response.json() as { results?: { status: string }[]; error?: { code: string; fields: object } };
    if (response.status === 200) {
      expect(answer.results).toHaveLength((value as { checkIns: unknown[] }).checkIns.length);
      const storedNow = answer.results!.filter(({ status }) => status === "stored").length;
      stored += storedNow;
      storedEver += storedNow;
    } else {
      expect(response.status).toBe(400);
      expect(answer.error?.code).toBe("invalid");
      expect(Object.keys(answer.error?.fields ?? {})).not.toEqual([]);
    }
    if (runs % 50 === 0) {
      const { rows: [row] } = await withOwner((client) => client.query<{ count: number }>("select count(*)::int as count from check_ins where diary_id = $1", [diaryId]));
      expect(row?.count).toBe(stored);
    }
  }), { numRuns: RUNS, endOnFailure: true });
  expect(runs).toBe(RUNS);
  expect(storedEver).toBeGreaterThan(RUNS / 4);
}, 180_000);
