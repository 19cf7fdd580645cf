import { describe, expect, it } from "vitest";
import { DIARY_SECTIONS, draftOf, withSection, type Draft } from "@/components/setup/draft";
import { emptyDiary, toDiaryInput } from "@/components/setup/stored-diary";
import { diarySchema, type DiaryInput } from "@/lib/schemas/profile";

const EMPTY: DiaryInput = { displayName: "Ada", profile: {}, setUpDone: false };
const FULL: DiaryInput = {
  displayName: "Ada", birthDate: "1980-02-29", msType: "relapsing-remitting", msYear: 2011, setUpDone: true,
  profile: {
    country: "NP", timeZone: "Asia/Kathmandu", mobility: "wheelchair-part-time", usualTemperatureC: 36.4, spinalLesion: false, pregnant: true, pregnancyMedicineReviewed: false, postpartum: false, contacts: { team: "01 2345 6789" },
    usual: {
      scores: { fatigue: 4, numbness: 0, vision: 1, walking: 10 }, vision: { loss: "blurred", eyes: "left", doubleVision: false },
      weakness: { severity: "mild", areas: ["left-leg"] }, numbness: [], walking: "one-aid", bladder: "catheter", bowel: "usual", signs: [],
    },
  },
};
const save = (stored: DiaryInput, section: (typeof DIARY_SECTIONS)[number], change: Partial<Draft>) => withSection(stored, section, { ...draftOf(stored), ...change });

describe("withSection", () => {
  it.each(DIARY_SECTIONS)("changes nothing on %s when nothing was touched", (section) => {
    expect(save(FULL, section, {})).toEqual(FULL);
    expect(save(EMPTY, section, {})).toEqual(EMPTY);
  });
  it("makes what the server accepts", () => {
    for (const section of DIARY_SECTIONS) expect(diarySchema.safeParse(save(FULL, section, {})).success).toBe(true);
  });
  it("never stores an unanswered question as no", () => {
    const stored = save(EMPTY, "daily", { pregnant: undefined, spinalLesion: undefined, signs: undefined });
    expect(stored).toEqual(EMPTY);
    expect(save(EMPTY, "body", {})).not.toHaveProperty("profile.usual");
  });
  it("keeps no, none of these and not answered apart", () => {
    expect(save(EMPTY, "daily", { spinalLesion: false, signs: [] })).toHaveProperty("profile", { spinalLesion: false, usual: { signs: [] } });
    expect(save(EMPTY, "body", { isNumb: false })).toHaveProperty("profile.usual.numbness", []);
    expect(save(EMPTY, "body", { loss: "none" })).toHaveProperty("profile.usual.vision", { loss: "none" });
  });
  it("takes an answer away when it is cleared", () => {
    expect(save(FULL, "daily", { bladder: undefined })).not.toHaveProperty("profile.usual.bladder");
    expect(save(FULL, "person", { country: "" })).not.toHaveProperty("profile.country");
    expect(save(FULL, "person", { team: " " })).not.toHaveProperty("profile.contacts");
    expect(save(FULL, "person", { eyeClinic: "01 99" })).toHaveProperty("profile.contacts", { team: "01 2345 6789", eyeClinic: "01 99" });
    expect(save(FULL, "ms", { msType: undefined, msYear: " " })).not.toHaveProperty("msYear");
    expect(save(FULL, "scores", { scores: {} })).not.toHaveProperty("profile.usual.scores");
  });
  it("drops the side and the place of a finding that is gone", () => {
    expect(save(FULL, "body", { loss: "none" })).toHaveProperty("profile.usual.vision", { loss: "none", doubleVision: false });
    expect(save(FULL, "body", { weakness: "none" })).toHaveProperty("profile.usual.weakness", { severity: "none" });
    expect(save(FULL, "daily", { pregnant: false })).not.toHaveProperty("profile.pregnancyMedicineReviewed");
  });
  it("names the scores that are still open", () => {
    expect(save(EMPTY, "scores", { scores: { fatigue: 0, vision: 2 } })).toEqual({ fields: { "profile.usual.scores": "scores.partial" }, missing: ["numbness", "walking"] });
  });
  it("reads 0 as a score, not as empty", () => {
    expect(save(EMPTY, "scores", { scores: { fatigue: 0, numbness: 0, vision: 0, walking: 0 } })).toHaveProperty("profile.usual.scores.fatigue", 0);
  });
  it("asks where it is numb when the answer is yes", () => {
    expect(save(EMPTY, "body", { isNumb: true, numbAreas: [] })).toEqual({ fields: { "profile.usual.numbness": "numbness.where" } });
  });
  it.each([["36,6", 36.6], ["36.6", 36.6], ["36", 36]])("reads a temperature of %s", (temperature, usualTemperatureC) => {
    expect(save(EMPTY, "daily", { temperature })).toHaveProperty("profile.usualTemperatureC", usualTemperatureC);
  });
  it.each(["hot", "366", "36.66", "-36"])("refuses a temperature of %s", (temperature) => {
    expect(save(EMPTY, "daily", { temperature })).toEqual({ fields: { "profile.usualTemperatureC": "temperature.range" } });
  });
  it.each(["19", "201O", "20 1"])("refuses a year of %s", (msYear) => {
    expect(save(EMPTY, "ms", { msYear })).toEqual({ fields: { msYear: "year.range" } });
  });
});

describe("toDiaryInput", () => {
  it("leaves out what is not known", () => {
    expect(toDiaryInput({ displayName: "Ada", birthDate: null, msType: null, msYear: null, profile: {}, setUpDone: true })).toEqual({ displayName: "Ada", profile: {}, setUpDone: true });
  });
});

describe("emptyDiary", () => {
  it("falls back on the account's name, then on the address", () => {
    expect(emptyDiary({ name: "Ada", email: "a@b.example" }).displayName).toBe("Ada");
    expect(emptyDiary({ name: null, email: "ada.l@b.example" }).displayName).toBe("ada.l");
  });
  it("makes what the server accepts, for the longest address too", () => {
    expect(diarySchema.safeParse(emptyDiary({ name: null, email: `${"a".repeat(200)}@b.example` })).success).toBe(true);
  });
});
