import type { z } from "zod";

const MESSAGE_KEY = /^[a-z][A-Za-z]*\.[a-z][A-Za-z]*$/;
const MOST_FIELDS = 50;

/** Maps where an input is wrong ("scores.vision") to a message key. Values are never repeated back. */
export function fieldErrors(error: z.ZodError): Record<string, string> {
  const entries = error.issues.flatMap((issue): [string, string][] => {
    if (issue.code === "unrecognized_keys") return issue.keys.map((key) => [pathOf([...issue.path, key]), "field.unknown"]);
    if (MESSAGE_KEY.test(issue.message)) return [[pathOf(issue.path), issue.message]];
    return [[pathOf(issue.path), issue.code === "invalid_type" && issue.message.endsWith("received undefined") ? "field.missing" : "field.invalid"]];
  });
  return Object.fromEntries(entries.slice(0, MOST_FIELDS));
}

const pathOf = (path: readonly PropertyKey[]) => path.map((part) => String(part).slice(0, 64)).join(".") || "body";
