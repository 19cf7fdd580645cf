import "server-only";
import pino from "pino";

/** The only fields a log line may carry: ids, names of our own code, numbers. Never a symptom, note, name or address. */
export type LogFields = {
  reference?: string; route?: string; method?: string; status?: number; error?: string; code?: string; frames?: string[];
  task?: string; jobId?: string; attempt?: number; workerId?: string; ms?: number; accountId?: string; diaryId?: string; checkInId?: string; rule?: string; count?: number;
};
const ALLOWED: readonly (keyof LogFields)[] = [
  "reference", "route", "method", "status", "error", "code", "frames", "task", "jobId", "attempt", "workerId", "ms", "accountId", "diaryId", "checkInId", "rule", "count",
];

const logger = pino({ base: null, timestamp: pino.stdTimeFunctions.isoTime, level: process.env.NODE_ENV === "test" ? "warn" : "info" });

/** Writes one line. `event` is a fixed text of ours, never made from input; fields that are not allowed are dropped. */
export const log = {
  info: (event: string, fields: LogFields = {}) => logger.info(allowed(fields), event),
  warn: (event: string, fields: LogFields = {}) => logger.warn(allowed(fields), event),
  error: (event: string, fields: LogFields = {}) => logger.error(allowed(fields), event),
};

function allowed(fields: LogFields): LogFields {
  return Object.fromEntries(ALLOWED.flatMap((key) => (fields[key] === undefined ? [] : [[key, fields[key]]])));
}

/** What may be told of an error: its kind, its code and where it arose. Its message may repeat what a person wrote. */
export function describeError(error: unknown): Pick<LogFields, "error" | "code" | "frames"> {
  if (!(error instanceof Error)) return { error: typeof error };
  const { code } = error as { code?: unknown };
  const frames = (error.stack ?? "").split("\n").map((line) => line.trim()).filter((line) => line.startsWith("at ")).slice(0, 8);
  return { error: error.name, ...(typeof code === "string" && /^[A-Z0-9_]{1,40}$/.test(code) && { code }), frames };
}
