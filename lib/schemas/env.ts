import { z } from "zod";

const ON = ["on", "1", "true", "yes"];
const OFF = ["off", "0", "false", "no"];
const onOff = (name: string, preset: boolean) =>
  z.string().trim().toLowerCase().optional()
    .refine((value) => !value || ON.includes(value) || OFF.includes(value), `${name} must be "on" or "off".`)
    .transform((value) => (value ? ON.includes(value) : preset));
const postgresUrl = (name: string) =>
  z.string().regex(/^postgres(ql)?:\/\//, `${name} must be an address that begins with postgres://.`);
const optional = <T extends z.ZodType>(schema: T) => z.preprocess((value) => (value === "" ? undefined : value), schema.optional());
/** browsers keep no cookie for much longer */
const MOST_DAYS = 365;
const days = (name: string, least = 1) =>
  optional(z.string().trim().refine((value) => /^\d{1,3}$/.test(value) && Number(value) >= least && Number(value) <= MOST_DAYS, `${name} must be a number of days, ${least} to ${MOST_DAYS}.`))
    .transform((value) => (value === undefined ? undefined : Number(value)));
const IDLE_DAYS = 30;
const MAX_DAYS = 180;

/**
 * The settings of the web server and the worker. `npm start` resolves the presets (embedded database, made secret) first,
 * so here the database and the secret are given. Each message is one whole sentence, shown as it is.
 */
export const envSchema = z.object({
  DATABASE_URL: z.string("DATABASE_URL is missing: set it to the address of a Postgres database.").pipe(postgresUrl("DATABASE_URL")),
  DATABASE_OWNER_URL: optional(postgresUrl("DATABASE_OWNER_URL")),
  DATABASE_POOL: optional(z.string().regex(/^[1-9]\d{0,2}$/, "DATABASE_POOL must be a number of connections, 1 to 999.")).transform((value) => Number(value ?? 10)),
  NEXTAUTH_SECRET: z.string("NEXTAUTH_SECRET is missing: set it to a random text of at least 32 characters.")
    .min(32, "NEXTAUTH_SECRET must have at least 32 characters."),
  DAYMARK_URL: optional(z.url({ protocol: /^https?$/, error: "DAYMARK_URL must be the public address, like https://diary.example." })),
  DAYMARK_DEMO: onOff("DAYMARK_DEMO", false),
  DAYMARK_ALERTS: onOff("DAYMARK_ALERTS", true),
  DAYMARK_SIGN_UP: optional(z.enum(["open", "invited", "closed"], 'DAYMARK_SIGN_UP must be "open", "invited" or "closed".')).transform((value) => value ?? "open"),
  /** a session ends this long after its last use, and this long after signing in */
  DAYMARK_SESSION_IDLE_DAYS: days("DAYMARK_SESSION_IDLE_DAYS"),
  DAYMARK_SESSION_MAX_DAYS: days("DAYMARK_SESSION_MAX_DAYS"),
  /** how long what ended is kept: sessions that ran out, codes with the sign-ins they were for, and mails that were sent. A diary is kept until its owner deletes it */
  DAYMARK_KEEP_SESSION_DAYS: days("DAYMARK_KEEP_SESSION_DAYS", 0).transform((value) => value ?? 0),
  DAYMARK_KEEP_CODE_DAYS: days("DAYMARK_KEEP_CODE_DAYS").transform((value) => value ?? 1),
  DAYMARK_KEEP_MAIL_DAYS: days("DAYMARK_KEEP_MAIL_DAYS").transform((value) => value ?? 30),
  /** the private key (P-256) that push services know this server by; without it push is not offered */
  DAYMARK_PUSH_KEY: optional(z.string().regex(/^[\w-]{43}$/, "DAYMARK_PUSH_KEY must be 32 random bytes in base64url, which is 43 characters.")),
  /** push services besides those of the browsers, by their origins */
  DAYMARK_PUSH_SERVICES: optional(z.string()).transform((value) => (value ?? "").split(",").map((each) => each.trim().replace(/\/$/, "")).filter(Boolean))
    .refine((origins) => origins.every((origin) => URL.canParse(origin) && new URL(origin).origin === origin), "DAYMARK_PUSH_SERVICES must be addresses like https://push.example.org, split by commas."),
  SMTP_URL: optional(z.string().regex(/^smtps?:\/\//, "SMTP_URL must be an address that begins with smtp:// or smtps://.")),
  MAIL_FROM: optional(z.string().trim().min(3, "MAIL_FROM must be an e-mail address.").regex(/@/, "MAIL_FROM must be an e-mail address.")),
  DAYMARK_OPERATOR_NAME: optional(z.string().trim().max(200, "DAYMARK_OPERATOR_NAME must have at most 200 characters.")),
  /** lines of a postal address, split by | */
  DAYMARK_OPERATOR_ADDRESS: optional(z.string().max(500, "DAYMARK_OPERATOR_ADDRESS must have at most 500 characters."))
    .transform((value) => (value ?? "").split("|").map((line) => line.trim()).filter(Boolean)),
  DAYMARK_OPERATOR_EMAIL: optional(z.string().trim().regex(/^[^\s<>@]+@[^\s<>@]+$/, "DAYMARK_OPERATOR_EMAIL must be a mail address.")),
  DAYMARK_OPERATOR_PHONE: optional(z.string().trim().max(60, "DAYMARK_OPERATOR_PHONE must have at most 60 characters.")),
  DAYMARK_PRIVACY_CONTACT: optional(z.string().trim().max(200, "DAYMARK_PRIVACY_CONTACT must have at most 200 characters.")),
  PORT: optional(z.string().regex(/^\d{1,5}$/, "PORT must be a number.").refine((value) => Number(value) <= 65_535, "PORT must be at most 65535."))
    .transform((value) => Number(value ?? 3000)),
}).superRefine((env, context) => {
  if (env.SMTP_URL && !env.MAIL_FROM) {
    context.addIssue({ code: "custom", path: ["MAIL_FROM"], message: "MAIL_FROM is missing: set it to the address that mails come from." });
  }
  const { DAYMARK_SESSION_IDLE_DAYS: idle, DAYMARK_SESSION_MAX_DAYS: max = MAX_DAYS } = env;
  if (idle !== undefined && idle > max) {
    context.addIssue({ code: "custom", path: ["DAYMARK_SESSION_IDLE_DAYS"], message: `DAYMARK_SESSION_IDLE_DAYS must be at most DAYMARK_SESSION_MAX_DAYS, which is ${max}.` });
  }
}).transform(({ DAYMARK_SESSION_MAX_DAYS: max = MAX_DAYS, DAYMARK_SESSION_IDLE_DAYS: idle = Math.min(IDLE_DAYS, max), ...env }) =>
  ({ ...env, DAYMARK_SESSION_IDLE_DAYS: idle, DAYMARK_SESSION_MAX_DAYS: max }));
export type Env = z.infer<typeof envSchema>;
