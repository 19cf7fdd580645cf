import "server-only";
import { v7 as uuidv7 } from "uuid";
import { DAY_MS } from "@/lib/domain/time";
import { db } from "@/lib/server/db";
import { env } from "@/lib/server/env";

export type LocalMailRecord = { id: string; to: string; subject: string; text: string; createdAt: Date };

const SHOWN = 50;

/** Keeps a mail for the local mailbox page. Called in demo mode without SMTP settings only; the newest 50 are kept. */
export async function createLocalMail(mail: { to: string; subject: string; text: string }): Promise<void> {
  await db().localMail.createMany({ data: [{ id: uuidv7(), ...mail, createdAt: new Date() }] });
  const old = await db().localMail.findMany({ orderBy: [{ createdAt: "desc" }, { id: "desc" }], skip: SHOWN, select: { id: true } });
  if (old.length > 0) await db().localMail.deleteMany({ where: { id: { in: old.map(({ id }) => id) } } });
}

/** The mails of the local mailbox, newest first. The page that shows them exists in demo mode without SMTP settings only. */
export async function listLocalMails(): Promise<LocalMailRecord[]> {
  return db().localMail.findMany({ orderBy: [{ createdAt: "desc" }, { id: "desc" }], take: SHOWN });
}

/** Forgets mails that are older than the operator keeps them. */
export async function clearLocalMails(): Promise<void> {
  await db().localMail.deleteMany({ where: { createdAt: { lt: new Date(Date.now() - env().DAYMARK_KEEP_MAIL_DAYS * DAY_MS) } } });
}
