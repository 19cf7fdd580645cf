import { describe, expect, it } from "vitest";
import { envSchema } from "@/lib/schemas/env";

const enough = { DATABASE_URL: "postgres://diary@db/diary", NEXTAUTH_SECRET: "x".repeat(32) };
const messages = (more: Record<string, string | undefined>) => envSchema.safeParse({ ...enough, ...more }).error?.issues.map(({ message }) => message) ?? [];

describe("envSchema", () => {
  it("has presets for what is not set, or set to nothing", () =>
    expect(envSchema.parse({ ...enough, PORT: "", DAYMARK_ALERTS: "", SMTP_URL: "", DAYMARK_SIGN_UP: "" })).toMatchObject({
      PORT: 3000, DAYMARK_ALERTS: true, DAYMARK_DEMO: false, DAYMARK_SIGN_UP: "open", DATABASE_POOL: 10 }));

  it("reads the operator's postal address line by line", () => {
    expect(envSchema.parse({ ...enough, DAYMARK_OPERATOR_ADDRESS: " 1 Example Street | |Example Town " }).DAYMARK_OPERATOR_ADDRESS).toEqual(["1 Example Street", "Example Town"]);
    expect(envSchema.parse({ ...enough, DAYMARK_OPERATOR_ADDRESS: "" }).DAYMARK_OPERATOR_ADDRESS).toEqual([]);
  });

  it.each([
    [{}, { idle: 30, max: 180 }],
    [{ DAYMARK_SESSION_IDLE_DAYS: "", DAYMARK_SESSION_MAX_DAYS: "7" }, { idle: 7, max: 7 }],
    [{ DAYMARK_SESSION_IDLE_DAYS: "1", DAYMARK_SESSION_MAX_DAYS: "365" }, { idle: 1, max: 365 }],
    [{ DAYMARK_SESSION_IDLE_DAYS: "180" }, { idle: 180, max: 180 }],
  ])("reads how long a sign-in lasts from %j", (given, { idle, max }) =>
    expect(envSchema.parse({ ...enough, ...given })).toMatchObject({ DAYMARK_SESSION_IDLE_DAYS: idle, DAYMARK_SESSION_MAX_DAYS: max }));

  it.each([
    [{}, { sessions: 0, codes: 1, mails: 30 }],
    [{ DAYMARK_KEEP_SESSION_DAYS: "", DAYMARK_KEEP_CODE_DAYS: "", DAYMARK_KEEP_MAIL_DAYS: "" }, { sessions: 0, codes: 1, mails: 30 }],
    [{ DAYMARK_KEEP_SESSION_DAYS: "365", DAYMARK_KEEP_CODE_DAYS: "7", DAYMARK_KEEP_MAIL_DAYS: "1" }, { sessions: 365, codes: 7, mails: 1 }],
  ])("reads how long what ended is kept from %j", (given, { sessions, codes, mails }) =>
    expect(envSchema.parse({ ...enough, ...given })).toMatchObject({ DAYMARK_KEEP_SESSION_DAYS: sessions, DAYMARK_KEEP_CODE_DAYS: codes, DAYMARK_KEEP_MAIL_DAYS: mails }));

  it.each([
    [{ DATABASE_URL: undefined }, "DATABASE_URL is missing: set it to the address of a Postgres database."],
    [{ DATABASE_URL: "mysql://x" }, "DATABASE_URL must be an address that begins with postgres://."],
    [{ NEXTAUTH_SECRET: "short" }, "NEXTAUTH_SECRET must have at least 32 characters."],
    [{ DAYMARK_ALERTS: "maybe" }, 'DAYMARK_ALERTS must be "on" or "off".'],
    [{ DAYMARK_SIGN_UP: "shut" }, 'DAYMARK_SIGN_UP must be "open", "invited" or "closed".'],
    [{ DAYMARK_URL: "diary.example" }, "DAYMARK_URL must be the public address, like https://diary.example."],
    [{ SMTP_URL: "smtp://mail.example" }, "MAIL_FROM is missing: set it to the address that mails come from."],
    [{ DAYMARK_OPERATOR_EMAIL: "nobody" }, "DAYMARK_OPERATOR_EMAIL must be a mail address."],
    [{ DAYMARK_SESSION_IDLE_DAYS: "0" }, "DAYMARK_SESSION_IDLE_DAYS must be a number of days, 1 to 365."],
    [{ DAYMARK_SESSION_MAX_DAYS: "366" }, "DAYMARK_SESSION_MAX_DAYS must be a number of days, 1 to 365."],
    [{ DAYMARK_SESSION_MAX_DAYS: "ten" }, "DAYMARK_SESSION_MAX_DAYS must be a number of days, 1 to 365."],
    [{ DAYMARK_SESSION_IDLE_DAYS: "181" }, "DAYMARK_SESSION_IDLE_DAYS must be at most DAYMARK_SESSION_MAX_DAYS, which is 180."],
    [{ DAYMARK_SESSION_IDLE_DAYS: "8", DAYMARK_SESSION_MAX_DAYS: "7" }, "DAYMARK_SESSION_IDLE_DAYS must be at most DAYMARK_SESSION_MAX_DAYS, which is 7."],
    [{ DAYMARK_KEEP_SESSION_DAYS: "366" }, "DAYMARK_KEEP_SESSION_DAYS must be a number of days, 0 to 365."],
    [{ DAYMARK_KEEP_CODE_DAYS: "0" }, "DAYMARK_KEEP_CODE_DAYS must be a number of days, 1 to 365."],
    [{ DAYMARK_KEEP_MAIL_DAYS: "-1" }, "DAYMARK_KEEP_MAIL_DAYS must be a number of days, 1 to 365."],
    [{ PORT: "70000" }, "PORT must be at most 65535."],
  ])("says what is wrong with %j in one sentence", (wrong, sentence) => expect(messages(wrong)).toEqual([sentence]));
});
