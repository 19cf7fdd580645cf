import { SMTPServer } from "smtp-server";
import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { listLocalMails } from "@/lib/server/data/local-mails";
import { requestSignInCode, useSignInCode } from "@/lib/server/data/sign-in-codes";
import { disconnect } from "@/lib/server/db";
import { sendSignInCode } from "@/lib/server/jobs/send-sign-in-code";
import { useTestSettings, withOwner } from "@/tests/integration/support/people";

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

async function ask(email: string): Promise<string> {
  await requestSignInCode(email);
  return withOwner(async (client) => (await client.query<{ id: string }>("select id from verification_tokens where email = $1", [email])).rows[0]!.id);
}

describe("mail by SMTP", () => {
  it("brings the code to its address, and nothing to the local mailbox", async () => {
    const email = `${uuidv7()}@people.example`;
    await sendSignInCode({ tokenId: await ask(email) });
    expect(received).toMatchObject([{ from: "diary@daymark.example", to: [email] }]);
    const { source } = received[0]!;
    const subject = /^Subject: (.*)$/m.exec(source)?.[1];
    expect(subject).toBe("Your sign-in code for Daymark");
    expect(source).toMatch(/^Auto-Submitted: auto-generated/m);
    expect(await useSignInCode(email, /^(\d{6})\r?$/m.exec(source)![1]!)).toBe(true);
    expect((await listLocalMails()).some(({ to }) => to === email)).toBe(false);
  });

  it("is tried again with another code when the server refuses", async () => {
    const email = `${uuidv7()}@people.example`;
    const tokenId = await ask(email);
    refuse = true;
    await expect(sendSignInCode({ tokenId })).rejects.toThrow();
    refuse = false;
    await sendSignInCode({ tokenId });
    expect(received.at(-1)?.to).toEqual([email]);
    expect(await useSignInCode(email, /^(\d{6})\r?$/m.exec(received.at(-1)!.source)![1]!)).toBe(true);
  });
});
