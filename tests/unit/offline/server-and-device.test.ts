import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { foundByServer } from "@/components/diary/open-alerts";
import { evaluate } from "@/lib/domain/red-flags/evaluate";
import { TIERS, type Tier } from "@/lib/domain/red-flags/rule";
import { DAY_MS } from "@/lib/domain/time";
import { toWire } from "@/lib/offline/local-context";
import type { OutboxEntry } from "@/lib/offline/store";
import { toldAlertsOf } from "@/lib/offline/told-alerts";
import type { CheckInInput } from "@/lib/schemas/check-in";
import { judge, toCandidate, type AlertToStore } from "@/lib/server/check-in-judging";
import { contextAt, DEMO_PERSON_KINDS, DEMO_SEED, generatePerson, type DemoPerson } from "@/prisma/demo/person";
import { judged } from "../domain/red-flags/properties/arbitraries";
import { enteredOn, idOf, onDevice, onServer, wireOf, type Known } from "./two-sides";

vi.setConfig({ testTimeout: 120_000 }); // years of diary each, on a machine that may be busy
vi.mock("server-only", () => ({}));

const DEVICE_DAYS = 400;
const PEOPLE = DEMO_PERSON_KINDS.flatMap((kind, at) => [
  { kind, seed: DEMO_SEED, timeZone: "Europe/London" }, { kind, seed: 7 + at, timeZone: "America/St_Johns" },
]);

/** What was known when a check-in of the diary was made. */
function knownAt(person: DemoPerson, index: number): Known {
  const checkIn = person.checkIns[index]!;
  return { ...contextAt(person, checkIn.recordedAt, checkIn.day), history: person.checkIns.slice(0, index) };
}

/** The check-ins worth comparing: each that raises something, and every tenth of the others. */
function* worthComparing(person: DemoPerson, from: number) {
  for (let index = from; index < person.checkIns.length; index += 1) {
    const known = knownAt(person, index);
    const server = evaluate(person.checkIns[index]!, onServer(known));
    if (server.alerts.length > 0 || index % 10 === 0) yield { index, checkIn: person.checkIns[index]!, known, server };
  }
}

/** Who found what, over all diaries: with less on one side, each finds something the other does not. */
const finders = new Set<string>();

describe.each(PEOPLE)("the diary of a $kind person, seed $seed", ({ kind, seed, timeZone }) => {
  const person = generatePerson(kind, { seed, lastDay: "2026-11-15", timeZone, days: 900 });
  const lastMonths = person.checkIns.length - 180;

  it("is judged the same on the device, and with its last 400 days the same as with all of it", () => {
    let compared = 0;
    for (const { checkIn, known, server } of worthComparing(person, lastMonths)) {
      expect(evaluate(checkIn, onDevice(wireOf(known), known.now))).toEqual(server);
      const kept = known.history.filter(({ recordedAt }) => recordedAt.getTime() >= known.now.getTime() - DEVICE_DAYS * DAY_MS);
      expect(kept.length).toBeLessThan(known.history.length);
      expect(evaluate(checkIn, onDevice(wireOf({ ...known, history: kept }), known.now))).toEqual(server);
      compared += 1;
    }
    expect(compared).toBeGreaterThan(17);
  });

  it.each([
    { device: "a new phone that holds nothing", keeps: () => false },
    { device: "a phone that missed the last week", keeps: (age: number) => age > 7 * DAY_MS },
    { device: "a phone that holds the last three days", keeps: (age: number) => age <= 3 * DAY_MS },
  ])("with $device the person gets what either side finds", async ({ keeps }) => {
    for (const { index, checkIn, known, server } of worthComparing(person, person.checkIns.length - 60)) {
      const held = known.history.filter(({ recordedAt }) => keeps(known.now.getTime() - recordedAt.getTime()));
      const { evaluation, sent } = await enteredOn(wireOf({ ...known, history: held }), checkIn, idOf(index));
      const stored = judge(toCandidate(sent), { ...onServer(known), now: new Date(known.now.getTime() + 60_000) });

      const both = new Set([...server.alerts, ...evaluation.alerts].map(({ ruleId }) => ruleId));
      expect(new Set(stored.alerts.map(({ ruleId }) => ruleId))).toEqual(both);
      expect(stored.alerts).toHaveLength(both.size);
      // On the device: what it found by itself and, once the server has answered, what only the server found.
      const entry = outboxEntryOf(sent, stored.alerts);
      const later = foundByServer(entry, []).map(({ ruleId }) => ruleId);
      expect(later).toEqual(stored.alerts.filter(({ foundBy }) => foundBy === "server").map(({ ruleId }) => ruleId));
      expect(new Set([...evaluation.alerts.map(({ ruleId }) => ruleId), ...later])).toEqual(both);
      const told = toldAlertsOf({ alerts: [], entries: [entry], responses: [], history: [toWire(sent)] });
      expect(new Map(told.map(({ ruleId, tier }) => [ruleId, tier]))).toEqual(new Map(stored.alerts.map(({ ruleId, tier }) => [ruleId, tier])));

      for (const { ruleId, tier, foundBy } of stored.alerts) {
        const [byServer, byDevice] = [server, evaluation].map(({ alerts }) => alerts.find((alert) => alert.ruleId === ruleId));
        finders.add(foundBy);
        expect(foundBy).toBe(byServer && byDevice ? "both" : byServer ? "server" : "device");
        expect(tier).toBe(moreUrgent(byServer?.tier, byDevice?.tier));
      }
    }
  });
});

it("either side found something that the other did not", () => {
  expect([...finders].sort()).toEqual(["both", "device", "server"]);
});

function outboxEntryOf(checkIn: CheckInInput, alerts: readonly AlertToStore[]): OutboxEntry {
  const serverAlerts = JSON.parse(JSON.stringify(alerts)) as NonNullable<OutboxEntry["serverAlerts"]>;
  return { key: `${checkIn.id}:1`, order: 1, diaryId: "d", userId: "u", checkIn, state: "sent", madeAt: checkIn.enteredAt, serverAlerts };
}

const moreUrgent = (...tiers: (Tier | undefined)[]): Tier | undefined => TIERS.find((tier) => tiers.includes(tier));

describe("any diary", () => {
  it("is judged the same on both sides, whatever was answered", () => {
    fc.assert(fc.property(judged(), ({ checkIn, context }) => {
      const plain = { ...checkIn, recordedAt: new Date(checkIn.recordedAt) };
      const direct = evaluate(plain, context);
      expect(evaluate(plain, onServer(context))).toEqual(direct);
      expect(evaluate(plain, onDevice(wireOf(context), context.now))).toEqual(direct);
    }), { numRuns: 400 });
  });

  it("keeps what only the device found, and the more urgent of two tiers", () => {
    fc.assert(fc.property(judged(), fc.subarray(["chest-pain", "possible-relapse", "a-rule-of-a-newer-list"]), fc.constantFrom(...TIERS), ({ checkIn, context }, only, tier) => {
      const { recordedAt, timeZone, day: _day, scores, ...answers } = checkIn;
      const sent = {
        id: idOf(1), revision: 1, recordedAt: recordedAt.toISOString(), enteredAt: recordedAt.toISOString(), timeZone, scores, confirmedUnchanged: [], answers,
        rulesVersion: "1", deviceAlerts: only.map((ruleId) => ({ ruleId, ruleVersion: 1, tier, evidence: [] })), deviceCouldNotCheck: ["walk-sudden-loss"],
      };
      const found = evaluate(checkIn, context).alerts;
      const stored = judge(toCandidate(sent as Parameters<typeof toCandidate>[0]), context);
      expect(stored.couldNotCheck).toEqual(["walk-sudden-loss"]);
      expect(new Set(stored.alerts.map(({ ruleId }) => ruleId))).toEqual(new Set([...found.map(({ ruleId }) => ruleId), ...only]));
      for (const alert of stored.alerts) {
        expect(alert.tier).toBe(moreUrgent(found.find(({ ruleId }) => ruleId === alert.ruleId)?.tier, only.includes(alert.ruleId) ? tier : undefined));
      }
    }), { numRuns: 400 });
  });
});
