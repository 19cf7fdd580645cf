import "server-only";
import { showTypedCode } from "@/lib/domain/account/typed-code";
import { isTimeZone } from "@/lib/domain/time";
import { fill } from "@/lib/i18n/fill";
import mail from "@/lib/i18n/messages/en/mail.json";
import type { Notice, NoticeKind } from "@/lib/server/data/account-notices";
import { publicUrl } from "@/lib/server/env";
import type { Mail } from "@/lib/server/mail/send";

export type NoticeFacts = Notice & {
  /** how the change of an address is undone; null where there is nothing to undo */
  undo: { code: string; until: Date } | null;
};

type Words = { subject: string; what: string; wasYou?: string; wasNotYou?: string };
const KINDS: Record<NoticeKind, Words> = mail.notices.kinds;

/** Says what happened to an account, when, on what kind of device, and what to do about it. The subject names no one and no code. */
export function accountNoticeMail({ kind, email, at, device, place, undo, until }: NoticeFacts): Mail {
  const { notices } = mail;
  const words: Words = KINDS[kind];
  const code = undo ? showTypedCode(undo.code) : "";
  const address = publicUrl();
  // The code stands behind the "#": a browser sends that part to no server.
  const values = { address, code, link: `${address}/undo-email#${code}`, until: wordUntil(undo?.until ?? until, place) };
  const facts = [fill(notices.facts.when, { when: wordInstant(at, place) }), fill(notices.facts.device, { device: device ?? notices.facts.unknownDevice })];
  const parts = [words.what, facts.join("\n"), words.wasYou ?? notices.wasYou, words.wasNotYou ?? notices.wasNotYou];
  return { to: email, subject: words.subject, text: parts.map((part) => fill(part, values)).join("\n\n") };
}

const wordUntil = (until: Date | null, place: string | null) => (until ? wordInstant(until, place) : "");

/** "Saturday 21 November 2026 at 17:40 (Europe/Berlin)": a moment is never told without its zone. */
export function wordInstant(instant: Date, place: string | null): string {
  const timeZone = place !== null && isTimeZone(place) ? place : "UTC";
  const words = new Intl.DateTimeFormat("en-GB", { weekday: "long", day: "numeric", month: "long", year: "numeric", hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone }).format(instant);
  return `${words.replace(/^(\w+),/, "$1")} (${timeZone})`;
}
