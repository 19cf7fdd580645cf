import { readdir, readFile } from "node:fs/promises";
import { SMTPServer } from "smtp-server";
import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fill } from "@/lib/i18n/fill";
import { messages } from "@/lib/i18n/messages";
import { listLocalMails } from "@/lib/server/data/local-mails";
import { useMailCode } from "@/lib/server/data/mail-codes";
import { disconnect } from "@/lib/server/db";
import { sendSignInCode } from "@/lib/server/jobs/send-sign-in-code";
import { sendMail } from "@/lib/server/mail/send";
import { useTestSettings } from "@/tests/integration/support/people";
import { requestSignInCode, type Asked } from "@/tests/integration/support/sign-in";

const { common } = messages;
const received: { from: string; to: string[]; source: string }[] = [];
let refuse = false;
const server = new SMTPServer({
  authOptional: true, disabledCommands: ["STARTTLS"],
  onMailFrom: (_address, _session, done) => done(refuse ? Object.assign(new Error("Try later"), { responseCode: 451 }) : null),
  onData: (stream, { envelope }, done) => {
    const chunks: Buffer[] = [];
    stream.on("data", (chunk: Buffer) => chunks.push(chunk));
    stream.on("end", () => {
      received.push({ from: envelope.mailFrom ? envelope.mailFrom.address : "", to: envelope.rcptTo.map(({ address }) => address), source: Buffer.concat(chunks).toString("utf8") });
      done();
    });
  },
});

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.server.address() as { port: number };
  useTestSettings({ SMTP_URL: `smtp://127.0.0.1:${port}`, MAIL_FROM: "Daymark <diary@daymark.example>" });
});
afterAll(async () => {
  await disconnect();
  await new Promise<void>((resolve) => server.close(resolve));
});

const isRight = async ({ attemptId }: Asked, source: string) =>
  (await useMailCode({ purpose: "sign-in", attemptId }, /^(\d{6})\r?$/m.exec(source)![1]!)).kind === "right";

describe("mail by SMTP", () => {
  it("brings the code to its address, and nothing to the local mailbox", async () => {
    const email = `${uuidv7()}@people.example`;
    const asked = await requestSignInCode(email);
    await sendSignInCode({ tokenId: asked.tokenId });
    expect(received).toMatchObject([{ from: "diary@daymark.example", to: [email] }]);
    const { source } = received[0]!;
    const subject = /^Subject: (.*)$/m.exec(source)?.[1];
    expect(subject).toBe("Your sign-in code for Daymark");
    expect(source).toMatch(/^Auto-Submitted: auto-generated/m);
    expect(await isRight(asked, source)).toBe(true);
    expect((await listLocalMails()).some(({ to }) => to === email)).toBe(false);
  });

  it("ends with what this is and is not, and the subject says nothing of it", async () => {
    await sendMail({ to: `${uuidv7()}@people.example`, subject: "Any mail", text: "What it is about.\n" });
    const { source } = received.at(-1)!;
    const text = source.slice(source.indexOf("\r\n\r\n")).replace(/=\r\n/g, "").replaceAll("\r\n", "\n").trim();
    expect(text).toBe(`What it is about.\n\nDaymark: ${fill(common.statement, { emergency: common.localNumber })}`);
    expect(text).toContain("Not a diagnosis, no treatment advice. No one watches it live; alerts can be late or fail. No alert does not mean no problem.");
    expect(source).toMatch(/^Subject: Any mail\r$/m);
  });
  it("of every kind goes through the one place that adds it", async () => {
    const files = await readdir("lib/server", { recursive: true });
    const senders = await Promise.all(files.filter((file) => file.endsWith(".ts") && !file.startsWith("generated")).map(async (file) => ({ file, source: await readFile(`lib/server/${file}`, "utf8") })));
    expect(senders.filter(({ source }) => /\.sendMail\(|createTransport\(|createLocalMail\(\w+\);/.test(source)).map(({ file }) => file)).toEqual(["mail/send.ts"]);
  });

  it("is tried again with another code when the server refuses", async () => {
    const email = `${uuidv7()}@people.example`;
    const asked = await requestSignInCode(email);
    const { tokenId } = asked;
    refuse = true;
    await expect(sendSignInCode({ tokenId })).rejects.toThrow();
    refuse = false;
    await sendSignInCode({ tokenId });
    expect(received.at(-1)?.to).toEqual([email]);
    expect(await isRight(asked, received.at(-1)!.source)).toBe(true);
  });
});
