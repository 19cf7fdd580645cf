import type { Profile } from "@/lib/domain/check-in/check-in";
import type { MsType } from "@/lib/domain/check-in/vocabulary";
import type { DiaryInput } from "@/lib/schemas/profile";

type Stored = { displayName: string; birthDate: string | null; msType: MsType | null; msYear: number | null; profile: Profile; setUpDone: boolean };

/** The stored diary in the form in which it is sent back: what is not known is left out. */
export function toDiaryInput({ displayName, birthDate, msType, msYear, profile, setUpDone }: Stored): DiaryInput {
  return {
    displayName, profile, setUpDone,
    ...(birthDate && { birthDate }),
    ...(msType && { msType }),
    ...(msYear !== null && { msYear }),
  };
}

/** A diary before its first save. It needs a name: without one given, the account's, else the part of the address before the @. */
export function emptyDiary({ name, email }: { name: string | null; email: string }): DiaryInput {
  return { displayName: (name ?? email.split("@")[0] ?? email).slice(0, 80) || email.slice(0, 80), profile: {}, setUpDone: false };
}
