import { DAY_MS } from "@/lib/domain/time";

export type Wording = {
  /** the message starts "On {date} you logged…": the entry is more than 24 hours old when it is read */
  isLate: boolean;
  /** who reads: a caregiver who logged is told to stay with the person, and what the person should do */
  speaksTo: "owner" | "caregiver";
};

/**
 * How a message speaks. Exactly 24 hours old is not late yet. Source: section 5, "Late entries", and section 6.
 *
 * @param reader the one at the screen, who is not always the one who logged
 */
export function wordingOf({ recordedAt, now, reader }: { recordedAt: Date; now: Date; reader: Wording["speaksTo"] }): Wording {
  return { isLate: now.getTime() - recordedAt.getTime() > DAY_MS, speaksTo: reader };
}
