import { messages, type Messages } from "@/lib/i18n/messages";

type Rules = Messages["rules"];

/** What an alert screen says of a rule, and the sentences to say. Why and the exact trigger stand on `/safety` only: they would double the size of every page. */
export type ScreenRules = { [Id in keyof Rules]: Id extends "say" ? Rules[Id] : Omit<Rules[Id], "why" | "trigger"> };

export const screenRules = Object.fromEntries(Object.entries(messages.rules).map(([id, texts]) => {
  if (id === "say") return [id, texts];
  const { name, says, reason, ...rest } = texts as Rules["vision-sudden-loss"];
  return [id, { name, says, reason, ...(rest.doNotDrive && { doNotDrive: true }) }];
})) as ScreenRules;
