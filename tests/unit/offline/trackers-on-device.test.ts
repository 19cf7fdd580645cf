import { describe, expect, it } from "vitest";
import { flow, newDraft, startFlow } from "@/lib/domain/check-in/flow";
import { openCheckInService, type FullDraft } from "@/lib/offline/check-in-service";
import { entriesFile } from "@/lib/offline/entries-file";
import { memoryStore } from "@/lib/offline/store";
import { checkInSchema } from "@/lib/schemas/check-in";
import { anEntry } from "@/tests/unit/offline/device";

const ANN = "01920000-0000-7000-8000-00000000000a";
const open = () => openCheckInService({
  userId: ANN, diaryId: "d", alertsOn: true, fallback: { diaryId: "d", ownerId: ANN, profile: {}, medications: [], relapses: [], history: [] },
  store: memoryStore(), fetch: () => Promise.reject(new TypeError("offline")), now: () => new Date("2026-03-10T20:00:00Z"),
});
const draft: FullDraft = { ...newDraft("2026-03-10"), scores: { fatigue: 1, numbness: 2, vision: 3, walking: 4 }, answers: { signs: [] } };

describe("trackers on the device", () => {
  it("go with the next revision of the entry, and stand in the device's own history", async () => {
    const service = await open();
    const first = service.prepare(draft, service.judge(draft), new Map());
    const saved = flow({ ...startFlow(draft, {}), step: "done" }, { type: "saved", id: first.id, revision: 1, recordedAt: first.recordedAt, timeZone: first.timeZone });
    const added = flow(saved, { type: "add", part: { trackers: { bladder: 0, pain: 7 } } });
    expect(added).toMatchObject({ step: "done", isDirty: true, draft: { revision: 2, answers: { signs: [] } } });
    const next = service.prepare(added.draft as FullDraft, service.judge(added.draft as FullDraft), new Map());
    expect(checkInSchema.parse(next)).toMatchObject({ id: first.id, revision: 2, recordedAt: first.recordedAt, trackers: { bladder: 0, pain: 7 } });
    await service.keep(first);
    await service.keep(next);
    expect(service.history()).toMatchObject([{ id: first.id, revision: 2, answers: { signs: [] }, trackers: { bladder: 0, pain: 7 } }]);
    await service.close();
  });

  it.each([undefined, {}])("are not sent when none was answered: %j", async (trackers) => {
    const service = await open();
    expect(service.prepare({ ...draft, ...(trackers && { trackers }) }, service.judge(draft), new Map())).not.toHaveProperty("trackers");
    await service.close();
  });

  it("stay when the note or a score is changed afterwards", () => {
    const logged = flow(startFlow({ ...draft, trackers: { mood: 4 } }, {}), { type: "add", part: { note: "slept badly" } });
    expect(flow(logged, { type: "score", name: "fatigue", value: 9 }).draft).toMatchObject({ note: "slept badly", trackers: { mood: 4 } });
  });

  it("change nothing that the device judges", async () => {
    const service = await open();
    const bad: FullDraft = { ...draft, answers: { vision: { loss: "complete", eyes: "left" }, onset: { vision: "sudden" }, signs: [] } };
    const without = service.judge(bad);
    expect(without.alerts.length).toBeGreaterThan(0);
    expect(service.judge({ ...bad, trackers: { thinking: 10, pain: 10, bladder: 10, mood: 10, spasms: 10, heat: 10 } })).toEqual(without);
    await service.close();
  });

  it("stand in the file of what was not sent", () => {
    const entry = anEntry("ann", "a", "refused");
    const { text } = entriesFile([{ ...entry, checkIn: { ...entry.checkIn, trackers: { heat: 0 } } }], "", new Date("2026-03-12T08:00:00Z"));
    expect((JSON.parse(text) as { entries: unknown[] }).entries).toMatchObject([{ trackers: { heat: 0 } }]);
  });
});
