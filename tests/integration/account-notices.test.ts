import { v7 as uuidv7 } from "uuid";
import { SMTPServer } from "smtp-server";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import mail from "@/lib/i18n/messages/en/mail.json";
import { clearNotices, findUnsentNotice, queueNotice, type NoticeKind } from "@/lib/server/data/account-notices";
import * as settings from "@/lib/server/env";
import { createSession } from "@/lib/server/data/sessions";
import { db, disconnect } from "@/lib/server/db";
import { sendAccountNotice } from "@/lib/server/jobs/send-account-notice";
import { TASKS } from "@/lib/server/jobs/tasks";
import { accountNoticeMail } from "@/lib/server/mail/account-notice";
import { mailNotices, mailsTo } from "@/tests/integration/support/mailbox";
import { makePerson, useTestSettings, withOwner } from "@/tests/integration/support/people";

beforeAll(() => useTestSettings());
afterAll(() => disconnect());

const KINDS = Object.keys(mail.notices.kinds) as NoticeKind[];
const AT = new Date("2026-11-21T16:40:00Z");
const UNDO = { code: "7GK2Q0ZBM4T9XW3D", until: new Date("2026-11-28T16:40:00Z") };

describe("the subject of a mail", () => {
  const subjects = [...Object.values(mail.notices.kinds), mail.invitation, mail.addressInUse, mail.changeEmailCode, mail.signInCode].map(({ subject }) => subject);
  it.each(subjects)("%j holds no health word, no code, no name and no address", (subject) => {
    expect(subject).not.toMatch(/\d|@|[{}]|symptom|diary|health|sclerosis|\bMS\b|relapse|check-in/i);
    expect(subject.length).toBeLessThan(70);
  });
});

describe.each(KINDS)("the notice %s", (kind) => {
  const word = () => accountNoticeMail({ kind, email: "ada@people.example", at: AT, device: "Chrome on Android", place: "Europe/Berlin", changeId: null, undo: UNDO, until: UNDO.until });
  it("says when, with the zone, from which kind of device, and what to do", () => {
    const { text, to } = word();
    expect(to).toBe("ada@people.example");
    expect(text).toContain("When: Saturday 21 November 2026 at 17:40 (Europe/Berlin)");
    expect(text).toContain("Was it you?");
    expect(text).toContain("Was it not you?");
    expect(text).toContain("Device: Chrome on Android");
    expect(text).toContain("http://localhost:3000/someone-else");
    if (kind === "email-changed" || kind === "email-undone" || kind === "consent-withdrawn" || kind === "account-leaving") return;
    expect(text).toContain("http://localhost:3000/more/account/sessions");
  });
  it("leaves no gap in its text, and is short and calm", () => {
    const { text } = word();
    expect(text).not.toMatch(/[{}]|undefined|null|!/);
    for (const sentence of text.replace(/^(?:https?:|When:|Device:).*$/gm, "").split(/[.:?]\s|\n/)) expect(sentence.split(" ").length, sentence).toBeLessThan(20);
  });
});

describe("what is not known of a device", () => {
  it("is said so, and the time is told in UTC", () => {
    const { text } = accountNoticeMail({ kind: "new-device", email: "a@b.example", at: AT, device: null, place: "Not/AZone", changeId: null, undo: null, until: null });
    expect(text).toContain("When: Saturday 21 November 2026 at 16:40 (UTC)");
    expect(text).toContain("Device: a device we could not name");
  });
});

describe("the notice of an account that will be deleted", () => {
  const word = () => accountNoticeMail({ kind: "account-leaving", email: "a@b.example", at: AT, device: null, place: "Europe/Berlin", changeId: null, undo: null, until: new Date("2026-11-28T16:40:00Z") }).text;
  it("names the day and the hour, and leads to where it can be kept", () => {
    expect(word()).toContain("It will be deleted after Saturday 28 November 2026 at 17:40 (Europe/Berlin).");
    expect(word().match(/https?:\S+/g)).toEqual(["http://localhost:3000/sign-in", "http://localhost:3000/sign-in", "http://localhost:3000/someone-else"]);
  });
});

const queue = async (notice: Partial<Parameters<typeof queueNotice>[1]> = {}) => {
  const { userId, email } = await makePerson();
  await db().$transaction((tx) => queueNotice(tx, { userId, email, kind: "totp-added", ...notice }));
  const { id } = await db().accountNotice.findFirstOrThrow({ where: { userId } });
  return { userId, email, id };
};

describe("a notice", () => {
  it("is queued with what it tells, and not when that is rolled back; its job holds an id only", async () => {
    const { id } = await queue({ details: { device: "Firefox on Linux" } });
    const { rows } = await withOwner((client) => client.query("select payload, task_id from graphile_worker._private_jobs where payload->>'noticeId' = $1", [id]));
    expect(rows).toMatchObject([{ payload: { noticeId: id } }]);
    const person = await makePerson();
    await db().$transaction(async (tx) => {
      await queueNotice(tx, { userId: person.userId, email: person.email, kind: "totp-added" });
      throw new Error("rolled back");
    }).catch(() => undefined);
    expect(await db().accountNotice.count({ where: { userId: person.userId } })).toBe(0);
  });

  it("knows the device and the zone of the session that did it", async () => {
    const { userId, email } = await makePerson();
    const sessionId = await createSession({ userId, isStrong: false, isConfirmed: true, device: "Safari on iPhone", place: "Asia/Kathmandu" });
    await db().$transaction((tx) => queueNotice(tx, { userId, email, kind: "passkey-added", by: { sessionId } }));
    await mailNotices(userId);
    const { text } = (await mailsTo(email))[0]!;
    expect(text).toContain("Device: Safari on iPhone");
    expect(text).toMatch(/^When: .* \(Asia\/Kathmandu\)$/m);
  });

  it("is sent once, however often its job runs", async () => {
    const { id, email } = await queue();
    for (let times = 0; times < 3; times += 1) await TASKS["send-account-notice"]!({ noticeId: id });
    expect(await mailsTo(email)).toHaveLength(1);
    expect(await findUnsentNotice(id)).toBeNull();
  });

  it("of an account that is gone, or of nothing, is no error", async () => {
    await expect(sendAccountNotice({ noticeId: uuidv7() })).resolves.toBeUndefined();
  });

  it("that is older than a month is forgotten, a younger one kept", async () => {
    const [old, young] = [await queue(), await queue()];
    const age = (id: string, interval: string) => withOwner((client) => client.query("update account_notices set created_at = now() - $2::interval where id = $1", [id, interval]));
    await age(old.id, "30 days 1 minute");
    await age(young.id, "29 days 23 hours");
    await clearNotices();
    const left = await db().accountNotice.findMany({ where: { id: { in: [old.id, young.id] } }, select: { id: true } });
    expect(left).toEqual([{ id: young.id }]);
  });
});

describe("a mail server that refuses", () => {
  let refuse = true;
  let received = 0;
  const server = new SMTPServer({
    authOptional: true, disabledCommands: ["STARTTLS"],
    onMailFrom: (_address, _session, done) => done(refuse ? Object.assign(new Error("Try later"), { responseCode: 451 }) : null),
    onData: (stream, _session, done) => {
      stream.resume();
      stream.on("end", () => {
        received += 1;
        done();
      });
    },
  });
  let port = 0;
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    ({ port } = server.server.address() as { port: number });
  });
  afterAll(() => new Promise<void>((resolve) => server.close(resolve)));

  it("gets the notice again later, and then once", async () => {
    const spy = vi.spyOn(settings, "env").mockReturnValue({ ...settings.env(), SMTP_URL: `smtp://127.0.0.1:${port}`, MAIL_FROM: "diary@daymark.example" });
    try {
      const { id } = await queue();
      await expect(sendAccountNotice({ noticeId: id })).rejects.toThrow();
      expect(await findUnsentNotice(id)).not.toBeNull();
      refuse = false;
      await sendAccountNotice({ noticeId: id });
      await sendAccountNotice({ noticeId: id });
      expect(received).toBe(1);
    } finally {
      spy.mockRestore();
    }
  });
});
