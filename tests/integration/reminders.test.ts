import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { askForDeletion } from "@/lib/server/data/account-deletion";
import { withdrawConsent } from "@/lib/server/data/consents";
import { planReminders } from "@/lib/server/data/reminder-plans";
import { getReminder, saveReminder } from "@/lib/server/data/reminders";
import { disconnect } from "@/lib/server/db";
import * as settings from "@/lib/server/env";
import { CRONTAB, TASKS } from "@/lib/server/jobs/tasks";
import { reminderToken } from "@/lib/server/reminder-token";
import { makeDiary, makePerson, useTestSettings, withOwner } from "@/tests/integration/support/people";
import { EVERY_DAY, jobsOf, makeReminded, rowOf } from "@/tests/integration/support/reminders";

type Caught = { to: string; source: string };
const caught: Caught[] = [];
let refuse = false;
const server = new SMTPServer({
  authOptional: true, disabledCommands: ["STARTTLS"],
  onMailFrom: (_address, _session, done) => done(refuse ? Object.assign(new Error("Try later"), { responseCode: 451 }) : null),
  onData: (stream, session, done) => {
    let source = "";
    stream.setEncoding("utf8").on("data", (part: string) => {
      source += part;
    });
    stream.on("end", () => {
      caught.push({ to: session.envelope.rcptTo[0]!.address, source: source.replace(/=\r\n|\r\n(?= )/g, "").replace(/=3D/g, "=") });
      done();
    });
  },
});

beforeAll(async () => {
  useTestSettings();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});
afterAll(async () => {
  await new Promise<void>((resolve) => server.close(resolve));
  await disconnect();
});
beforeEach(async () => {
  refuse = false;
  vi.spyOn(settings, "env").mockReturnValue({ ...settings.env(), SMTP_URL: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`, MAIL_FROM: "Daymark <d@example.org>" });
  await withOwner((client) => client.query("delete from reminders"));
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

/** The reminder was due at that moment; whatever the real clock says. */
const dueAt = (diaryId: string, moment: string) => withOwner((client) => client.query("update reminders set next_at = $2 where diary_id = $1", [diaryId, moment]));
/** Does the jobs as the worker does, at the moment they stand for. */
async function work(diaryId: string, now: string): Promise<void> {
  const jobs = await jobsOf(diaryId);
  vi.useFakeTimers({ now: new Date(now), toFake: ["Date"] });
  for (const payload of jobs) await TASKS["send-reminder"]!(payload);
  vi.useRealTimers();
  await withOwner((client) => client.query("delete from graphile_worker._private_jobs where payload->>'diaryId' = $1", [diaryId]));
}
const mailsTo = (email: string) => caught.filter(({ to }) => to === email).map(({ source }) => source);
const logs = (diaryId: string, userId: string, day: string) => withOwner((client) => client.query(`insert into check_ins (diary_id, check_in_id, revision, recorded_at, entered_at, received_at, day, time_zone, fatigue, numbness,
  vision, walking, details, confirmed_unchanged, entered_by_id, rules_version, could_not_check, content_hash)
  values ($1, gen_random_uuid(), 1, $3::date, $3::date, now(), $3, 'Europe/Berlin', 1, 2, 3, 4, '{}', '{}', $2, '1', '{}', 'x')`, [diaryId, userId, day]));
/** One evening: the plan at its moment, and what it put into the queue. */
async function evening(diaryId: string, day: string): Promise<void> {
  await dueAt(diaryId, `${day}T18:30:00Z`);
  await planReminders(new Date(`${day}T18:30:20Z`));
  await work(diaryId, `${day}T18:30:21Z`);
}

describe("reminders", () => {
  it("are off until they are switched on, and the queue looks every minute", async () => {
    const person = await makePerson();
    const diaryId = await makeDiary(person);
    expect(await getReminder(person, diaryId)).toMatchObject({ isOn: false, updatedAt: null, nextAt: null });
    expect(CRONTAB.split(" ").slice(0, 6)).toEqual(["*", "*", "*", "*", "*", "plan-reminders"]);
    expect(Object.keys(TASKS)).toContain("plan-reminders");
  });

  it("reach the mail server once a day, with no word of health and a way to switch off", async () => {
    const { person, diaryId } = await makeReminded();
    await evening(diaryId, "2027-03-01");
    const [source, ...more] = mailsTo(person.email);
    expect(more).toEqual([]);
    expect(source).toContain("Subject: A reminder from Daymark\r\n");
    expect(source).toContain(`List-Unsubscribe: <http://localhost:3000/reminders-off#${reminderToken(diaryId)}>`);
    expect(source).toContain("You asked for this reminder. Open Daymark:");
    expect(source!.split("Daymark: ")[0]).not.toMatch(/symptom|fatigue|numb|vision|walking|sclerosis|\bMS\b|relapse/i);
    expect(await rowOf(diaryId)).toMatchObject({ missed: 1, next_at: new Date("2027-03-02T18:30:00Z") });
    await planReminders(new Date("2027-03-01T23:00:00Z"));
    await work(diaryId, "2027-03-01T23:00:00Z");
    expect(mailsTo(person.email)).toHaveLength(1);
  });

  it("leave a day alone on which something was logged, by the person's own date", async () => {
    const { person, diaryId } = await makeReminded();
    await logs(diaryId, person.userId, "2027-03-01");
    await evening(diaryId, "2027-03-01");
    expect(mailsTo(person.email)).toEqual([]);
    await evening(diaryId, "2027-03-02");
    expect(mailsTo(person.email)).toHaveLength(1);
  });

  it("leave it alone too when it is logged between the plan and the mail", async () => {
    const { person, diaryId } = await makeReminded();
    await dueAt(diaryId, "2027-03-01T18:30:00Z");
    await planReminders(new Date("2027-03-01T18:30:20Z"));
    await logs(diaryId, person.userId, "2027-03-01");
    await work(diaryId, "2027-03-01T18:31:00Z");
    expect(mailsTo(person.email)).toEqual([]);
  });

  it("are planned once by two workers at once, and mailed once however often the job runs", async () => {
    const { person, diaryId } = await makeReminded();
    await dueAt(diaryId, "2027-03-01T18:30:00Z");
    await Promise.all(Array.from({ length: 6 }, () => planReminders(new Date("2027-03-01T18:30:20Z"))));
    const jobs = await jobsOf(diaryId);
    expect(jobs).toHaveLength(1);
    vi.useFakeTimers({ now: new Date("2027-03-01T18:31:00Z"), toFake: ["Date"] });
    await Promise.all(Array.from({ length: 4 }, () => TASKS["send-reminder"]!(jobs[0])));
    vi.useRealTimers();
    expect(mailsTo(person.email)).toHaveLength(1);
    expect((await rowOf(diaryId)).missed).toBe(1);
  });

  it.each([["20:30:00", 1], ["20:30:01", 0]] as const)("after a standstill that ended at %s UTC leave %i times for 18:30, and the next day is planned", async (time, count) => {
    const { person, diaryId } = await makeReminded();
    await dueAt(diaryId, "2027-03-01T18:30:00Z");
    await planReminders(new Date(`2027-03-01T${time}Z`));
    await work(diaryId, "2027-03-01T20:30:00Z");
    expect(mailsTo(person.email)).toHaveLength(count);
    expect((await rowOf(diaryId)).next_at).toEqual(new Date("2027-03-02T18:30:00Z"));
  });

  it("are tried again while the mail server refuses, and not later than two hours", async () => {
    const { person, diaryId } = await makeReminded();
    refuse = true;
    await dueAt(diaryId, "2027-03-01T18:30:00Z");
    await planReminders(new Date("2027-03-01T18:30:20Z"));
    await expect(work(diaryId, "2027-03-01T18:31:00Z")).rejects.toThrow();
    vi.useRealTimers();
    refuse = false;
    const [job] = await jobsOf(diaryId);
    await work(diaryId, "2027-03-01T20:30:01Z");
    expect(mailsTo(person.email)).toEqual([]);
    vi.useFakeTimers({ now: new Date("2027-03-01T20:29:59Z"), toFake: ["Date"] });
    await TASKS["send-reminder"]!(job);
    vi.useRealTimers();
    expect(mailsTo(person.email)).toHaveLength(1);
  });

  it("ask once after three missed days, then are silent until there is an answer", async () => {
    const { person, diaryId } = await makeReminded();
    for (const day of ["2027-03-01", "2027-03-02", "2027-03-03", "2027-03-04", "2027-03-05", "2027-03-06"]) await evening(diaryId, day);
    const subjects = mailsTo(person.email).map((source) => /^Subject: (.*)\r$/m.exec(source)![1]);
    expect(subjects).toEqual([...Array.from({ length: 3 }, () => "A reminder from Daymark"), "A question from Daymark"]);
    expect(mailsTo(person.email)[3]).toContain("Shall we go on reminding you?");
    expect(mailsTo(person.email)[3]).not.toMatch(/missed|forgot|you did not/i);
    const quiet = await getReminder(person, diaryId);
    expect(quiet).toMatchObject({ isOn: true, isQuiet: true });
    await saveReminder(person, diaryId, { ...EVERY_DAY, updatedAt: quiet.updatedAt!.toISOString() });
    expect(await getReminder(person, diaryId)).toMatchObject({ isOn: true, isQuiet: false });
    await evening(diaryId, "2027-03-08");
    expect(mailsTo(person.email)).toHaveLength(5);
  });

  it("begin to count anew after an entry, also one that came after the reminder", async () => {
    const { person, diaryId } = await makeReminded();
    for (const day of ["2027-03-01", "2027-03-02", "2027-03-03"]) await evening(diaryId, day);
    await logs(diaryId, person.userId, "2027-03-03");
    await evening(diaryId, "2027-03-04");
    expect(mailsTo(person.email).map((source) => source.includes("Subject: A reminder"))).toEqual([true, true, true, true]);
    expect((await rowOf(diaryId)).missed).toBe(1);
  });

  it("pause, and keep to the chosen days", async () => {
    const { diaryId } = await makeReminded({ pausedUntil: "2030-01-07", weekdays: [3] });
    expect((await rowOf(diaryId)).next_at).toEqual(new Date("2030-01-09T18:30:00Z"));
  });

  it.each([["2027-03-02", 0], ["2027-03-01", 1]])("planned already, and paused until %s before it leaves: %i mails", async (pausedUntil, mails) => {
    const { person, diaryId } = await makeReminded();
    await dueAt(diaryId, "2027-03-01T18:30:00Z");
    await planReminders(new Date("2027-03-01T18:30:20Z"));
    await saveReminder(person, diaryId, { ...EVERY_DAY, pausedUntil, updatedAt: (await getReminder(person, diaryId)).updatedAt!.toISOString() });
    await work(diaryId, "2027-03-01T18:30:21Z");
    expect(mailsTo(person.email)).toHaveLength(mails);
  });

  it("keep the clock's hour over the nights of the change", async () => {
    const { diaryId } = await makeReminded();
    await evening(diaryId, "2027-03-26");
    expect((await rowOf(diaryId)).next_at).toEqual(new Date("2027-03-27T18:30:00Z"));
    await evening(diaryId, "2027-03-27");
    expect((await rowOf(diaryId)).next_at).toEqual(new Date("2027-03-28T17:30:00Z"));
  });
});

describe("who is not reminded", () => {
  const isSilent = async ({ person, diaryId }: Awaited<ReturnType<typeof makeReminded>>) => {
    await evening(diaryId, "2027-03-01");
    expect(mailsTo(person.email)).toEqual([]);
    expect(await jobsOf(diaryId)).toEqual([]);
  };
  it("who is leaving", async () => {
    const reminded = await makeReminded();
    await askForDeletion(reminded.person);
    await isSilent(reminded);
  });
  it("who withdrew their consent", async () => {
    const reminded = await makeReminded();
    await withdrawConsent(reminded.person);
    await isSilent(reminded);
  });
  it("whose account is closed", async () => {
    const reminded = await makeReminded();
    await withOwner((client) => client.query("update users set disabled_at = now() where id = $1", [reminded.person.userId]));
    await isSilent(reminded);
  });
  it("who began to leave between the plan and the mail", async () => {
    const { person, diaryId } = await makeReminded();
    await dueAt(diaryId, "2027-03-01T18:30:00Z");
    await planReminders(new Date("2027-03-01T18:30:20Z"));
    await askForDeletion(person);
    await work(diaryId, "2027-03-01T18:31:00Z");
    expect(mailsTo(person.email)).toEqual([]);
  });
  it("who switched off, and who has neither mail nor a device", async () => {
    await isSilent(await makeReminded({ isOn: false }));
    const reminded = await makeReminded({ byMail: false, byPush: true });
    await isSilent(reminded);
    expect((await rowOf(reminded.diaryId)).missed).toBe(0);
  });
});
