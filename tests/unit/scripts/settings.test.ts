import { describe, expect, it } from "vitest";
import { readSettings } from "@/scripts/start/settings.mjs";

const real = {
  DATABASE_URL: "postgres://diary@db/diary", DAYMARK_URL: "https://diary.example.org", SMTP_URL: "smtps://mail.example.org", MAIL_FROM: "diary@example.org",
  DAYMARK_OPERATOR_NAME: "Example Clinic", DAYMARK_OPERATOR_ADDRESS: "1 Example Street|Example Town", DAYMARK_OPERATOR_EMAIL: "help@example.org",
};
const read = (more: Record<string, string | undefined>) => readSettings({ ...real, ...more }, "/tmp");

describe("who runs this Daymark", () => {
  it("is known: the start goes on", () => {
    expect(read({ DAYMARK_OPERATOR_PHONE: "+44 20 7946 0000", DAYMARK_PRIVACY_CONTACT: " Data officer, data@example.org " })).toMatchObject({
      problems: [],
      settings: { demo: false, operator: { name: "Example Clinic", address: "1 Example Street|Example Town", email: "help@example.org", phone: "+44 20 7946 0000", privacyContact: "Data officer, data@example.org" } },
    });
  });
  it.each(["DAYMARK_OPERATOR_NAME", "DAYMARK_OPERATOR_ADDRESS", "DAYMARK_OPERATOR_EMAIL"])("has to be told by %s when it is not a demo", (name) => {
    for (const nothing of [undefined, "", "  "]) {
      const { problems } = read({ [name]: nothing });
      expect(problems).toHaveLength(1);
      expect(problems[0]).toMatch(new RegExp(`^${name} is missing: .+\\.$`));
    }
  });
  it.each(["DAYMARK_OPERATOR_PHONE", "DAYMARK_PRIVACY_CONTACT"])("may leave out %s", (name) => expect(read({ [name]: undefined }).problems).toEqual([]));
  it("is not asked of a demo", () => {
    const nobody = { DAYMARK_OPERATOR_NAME: undefined, DAYMARK_OPERATOR_ADDRESS: undefined, DAYMARK_OPERATOR_EMAIL: undefined };
    expect(read({ DAYMARK_DEMO: "on", ...nobody }).problems).toEqual([]);
    expect(read({ DAYMARK_DEMO: "off", ...nobody }).problems).toHaveLength(3);
  });
  it.each([
    ["DAYMARK_OPERATOR_EMAIL", "nobody", 'DAYMARK_OPERATOR_EMAIL is "nobody": it must be a mail address, for example help@example.org.'],
    ["DAYMARK_OPERATOR_EMAIL", "Clinic <help@example.org>", 'DAYMARK_OPERATOR_EMAIL is "Clinic <help@example.org>": it must be a mail address, for example help@example.org.'],
    ["DAYMARK_OPERATOR_ADDRESS", " | ", "DAYMARK_OPERATOR_ADDRESS holds no line: set it to your postal address, lines split by |."],
  ])("stops the start with one sentence when %s is %j", (name, value, sentence) => expect(read({ [name]: value }).problems).toEqual([sentence]));
});

describe("how long a sign-in lasts", () => {
  const IDLE = "DAYMARK_SESSION_IDLE_DAYS";
  const MAX = "DAYMARK_SESSION_MAX_DAYS";
  it.each([
    [{}, { idle: undefined, max: undefined }],
    [{ [IDLE]: "1", [MAX]: "1" }, { idle: "1", max: "1" }],
    [{ [IDLE]: "180" }, { idle: "180", max: undefined }],
    [{ [IDLE]: "365", [MAX]: "365" }, { idle: "365", max: "365" }],
    [{ [MAX]: "7" }, { idle: undefined, max: "7" }],
  ])("is taken from %j", (given, sessionDays) => expect(read(given)).toMatchObject({ problems: [], settings: { sessionDays } }));
  it.each([
    [{ [IDLE]: "0" }, `${IDLE} is "0": it must be a number of days from 1 to 365.`],
    [{ [MAX]: "366" }, `${MAX} is "366": it must be a number of days from 1 to 365.`],
    [{ [MAX]: "half a year" }, `${MAX} is "half a year": it must be a number of days from 1 to 365.`],
    [{ [IDLE]: "1.5" }, `${IDLE} is "1.5": it must be a number of days from 1 to 365.`],
    [{ [IDLE]: "181" }, `${IDLE} is "181": it must be at most ${MAX}, which is 180.`],
    [{ [IDLE]: "8", [MAX]: "7" }, `${IDLE} is "8": it must be at most ${MAX}, which is 7.`],
  ])("stops the start with one sentence for %j", (given, sentence) => expect(read(given).problems).toEqual([sentence]));
});

describe("how long what ended is kept", () => {
  it.each([
    [{}, { sessions: undefined, codes: undefined, mails: undefined }],
    [{ DAYMARK_KEEP_SESSION_DAYS: "0", DAYMARK_KEEP_CODE_DAYS: "1", DAYMARK_KEEP_MAIL_DAYS: "365" }, { sessions: "0", codes: "1", mails: "365" }],
  ])("is taken from %j", (given, keepDays) => expect(read(given)).toMatchObject({ problems: [], settings: { keepDays } }));
  it.each([
    [{ DAYMARK_KEEP_SESSION_DAYS: "-1" }, 'DAYMARK_KEEP_SESSION_DAYS is "-1": it must be a number of days from 0 to 365.'],
    [{ DAYMARK_KEEP_CODE_DAYS: "0" }, 'DAYMARK_KEEP_CODE_DAYS is "0": it must be a number of days from 1 to 365.'],
    [{ DAYMARK_KEEP_MAIL_DAYS: "366" }, 'DAYMARK_KEEP_MAIL_DAYS is "366": it must be a number of days from 1 to 365.'],
  ])("stops the start with one sentence for %j", (given, sentence) => expect(read(given).problems).toEqual([sentence]));
});
