// The settings a person gives by environment variables. Plain JavaScript without packages: it runs before anything is installed.
import { existsSync, statSync } from "node:fs";
import { isIP } from "node:net";
import path from "node:path";

const POSTGRES = ["postgres:", "postgresql:"];
const LOOPBACK = ["localhost", "127.0.0.1", "[::1]", "::1"];

const asUrl = (text) => {
  try {
    return new URL(text);
  } catch {
    return null;
  }
};

const isPostgresUrl = (text) => {
  const url = asUrl(text);
  return Boolean(url && POSTGRES.includes(url.protocol) && url.pathname.length > 1);
};

const isPublicAddress = (text) => {
  const url = asUrl(text);
  return Boolean(url && ["http:", "https:"].includes(url.protocol) && url.pathname === "/" && !url.search && !url.hash && !url.username);
};

const isHostName = (text) => isIP(text) !== 0 || /^[a-z0-9]([a-z0-9.-]{0,252}[a-z0-9])?$/i.test(text);
const isMailAddress = (text) => /^[^\s<>@]+@[^\s<>@]+$/.test(text);
/** `a@b.example`, or with a name before it: `Daymark <a@b.example>` */
const isSender = (text) => /^([^<>@\r\n]*<)?[^\s<>@]+@[^\s<>@]+>?$/.test(text);

/**
 * Reads and checks every setting. Nothing is touched here, so all problems can be told at once.
 * An empty variable counts as not set.
 *
 * @param {Record<string, string | undefined>} env
 * @param {string} root the project folder
 * @returns `problems` holds one sentence for each wrong or missing setting; `settings` is to be used only when there is none.
 */
export function readSettings(env, root) {
  const problems = [];
  const given = (name) => env[name]?.trim() || undefined;
  const oneOf = (name, values, otherwise) => {
    const value = given(name);
    if (value === undefined || values.includes(value)) return value ?? otherwise;
    problems.push(`${name} is "${value}": set it to ${values.join(" or ")}, or leave it out.`);
    return otherwise;
  };

  const port = given("PORT") ?? "3000";
  if (!/^\d{1,5}$/.test(port) || Number(port) < 1 || Number(port) > 65535) problems.push(`PORT is "${port}": it must be a number from 1 to 65535.`);

  const host = given("HOST") ?? "127.0.0.1";
  if (!isHostName(host)) problems.push(`HOST is "${host}": it must be the address to listen on, for example 127.0.0.1 or 0.0.0.0.`);

  const dataFolder = path.resolve(root, given("DAYMARK_DATA") ?? ".daymark");
  if (existsSync(dataFolder) && !statSync(dataFolder).isDirectory()) problems.push(`DAYMARK_DATA is "${dataFolder}", which is a file: it must be a folder.`);

  const url = given("DATABASE_URL");
  const ownerUrl = given("DATABASE_OWNER_URL");
  // The value itself is never printed: it holds a password.
  if (url && !isPostgresUrl(url)) problems.push("DATABASE_URL is not a Postgres address: it looks like postgres://user:password@host:5432/database.");
  if (ownerUrl && !isPostgresUrl(ownerUrl)) problems.push("DATABASE_OWNER_URL is not a Postgres address: it looks like postgres://owner:password@host:5432/database.");
  if (ownerUrl && !url) problems.push("DATABASE_OWNER_URL is set without DATABASE_URL: set both, or set DATABASE_URL alone.");

  const demo = oneOf("DAYMARK_DEMO", ["on", "off"], url || ownerUrl ? "off" : "on") === "on";
  const alerts = oneOf("DAYMARK_ALERTS", ["on", "off"], "on");
  const signUp = oneOf("DAYMARK_SIGN_UP", ["open", "invited", "closed"], "open");

  const sessionDays = readSessionDays(given, problems);
  const keepDays = readKeepDays(given, problems);

  const pushKey = given("DAYMARK_PUSH_KEY");
  if (pushKey && !/^[\w-]{43}$/.test(pushKey)) problems.push("DAYMARK_PUSH_KEY is not a key: it must be 32 random bytes in base64url, or leave it out and one is made and kept.");
  const pushServices = given("DAYMARK_PUSH_SERVICES");
  if (pushServices && !pushServices.split(",").every((each) => ["http:", "https:"].includes(asUrl(each.trim())?.protocol) && isPublicAddress(each.trim()))) {
    problems.push(`DAYMARK_PUSH_SERVICES is "${pushServices}": it must be addresses like https://push.example.org, split by commas.`);
  }

  const smtpUrl = given("SMTP_URL");
  if (smtpUrl && !["smtp:", "smtps:"].includes(asUrl(smtpUrl)?.protocol ?? "")) problems.push("SMTP_URL is not a mail server's address: it looks like smtps://user:password@mail.example.org:465.");
  if (!smtpUrl && !demo) problems.push("SMTP_URL is missing: without demo mode, sign-in codes are sent by mail (or set DAYMARK_DEMO=on to try Daymark).");

  const mailFrom = given("MAIL_FROM");
  if (mailFrom && !isSender(mailFrom)) problems.push(`MAIL_FROM is "${mailFrom}": it must be a mail address, for example Daymark <diary@example.org>.`);
  if (!mailFrom && smtpUrl) problems.push("MAIL_FROM is missing: mail needs a sender, for example Daymark <diary@example.org>.");

  const publicAddress = given("DAYMARK_URL")?.replace(/\/+$/, "");
  if (publicAddress && !isPublicAddress(publicAddress)) {
    problems.push(`DAYMARK_URL is "${publicAddress}": it must be the address people open, for example https://diary.example.org, without a path.`);
  } else if (publicAddress?.startsWith("http:") && !LOOPBACK.includes(asUrl(publicAddress).hostname)) {
    problems.push(`DAYMARK_URL is "${publicAddress}": away from this machine it must begin with https://, or browsers refuse the parts that keep entries safe.`);
  }
  if (!publicAddress && !demo) problems.push("DAYMARK_URL is missing: without demo mode, set it to the address people open, for example https://diary.example.org.");

  const operator = readOperator(given, demo, problems);

  const secret = given("NEXTAUTH_SECRET");
  if (secret && secret.length < 32) problems.push("NEXTAUTH_SECRET is too short: use at least 32 random characters, or leave it out and one is made and kept.");

  return {
    problems,
    settings: {
      port: Number(port),
      host,
      dataFolder,
      database: url ? { url, ownerUrl } : null,
      demo,
      alerts,
      signUp,
      sessionDays,
      keepDays,
      pushKey,
      pushServices,
      smtpUrl,
      mailFrom,
      operator,
      secret,
      /** what the browser shows in its address bar */
      address: publicAddress ?? `http://localhost:${port}`,
    },
  };
}

/** A number of days as it was given; undefined when it was not, or can't be taken. */
function readDays(given, problems, name, least = 1) {
  const value = given(name);
  if (value === undefined || (/^\d{1,3}$/.test(value) && Number(value) >= least && Number(value) <= 365)) return value;
  problems.push(`${name} is "${value}": it must be a number of days from ${least} to 365.`);
  return undefined;
}

/** How long what ended is kept. A diary is not among it: its owner alone deletes it. */
function readKeepDays(given, problems) {
  return {
    sessions: readDays(given, problems, "DAYMARK_KEEP_SESSION_DAYS", 0),
    codes: readDays(given, problems, "DAYMARK_KEEP_CODE_DAYS"),
    mails: readDays(given, problems, "DAYMARK_KEEP_MAIL_DAYS"),
  };
}

/** How long a sign-in lasts without use, and at most. */
function readSessionDays(given, problems) {
  const [idle, max] = ["DAYMARK_SESSION_IDLE_DAYS", "DAYMARK_SESSION_MAX_DAYS"].map((name) => readDays(given, problems, name));
  const longest = max ?? "180";
  if (idle && Number(idle) > Number(longest)) problems.push(`DAYMARK_SESSION_IDLE_DAYS is "${idle}": it must be at most DAYMARK_SESSION_MAX_DAYS, which is ${longest}.`);
  return { idle, max };
}

/** Who runs this Daymark, as its consent, privacy and imprint pages name them. A demo has nobody to name. */
function readOperator(given, demo, problems) {
  const name = given("DAYMARK_OPERATOR_NAME");
  const address = given("DAYMARK_OPERATOR_ADDRESS");
  const email = given("DAYMARK_OPERATOR_EMAIL");
  if (!demo) {
    if (!name) problems.push("DAYMARK_OPERATOR_NAME is missing: without demo mode, people must know who keeps their data, for example Example Clinic.");
    if (!address) problems.push('DAYMARK_OPERATOR_ADDRESS is missing: set it to your postal address, lines split by |, for example "1 Example Street|Example Town".');
    if (!email) problems.push("DAYMARK_OPERATOR_EMAIL is missing: set it to the mail address where people reach you.");
  }
  if (address && !address.split("|").some((line) => line.trim())) problems.push('DAYMARK_OPERATOR_ADDRESS holds no line: set it to your postal address, lines split by |.');
  if (email && !isMailAddress(email)) problems.push(`DAYMARK_OPERATOR_EMAIL is "${email}": it must be a mail address, for example help@example.org.`);
  return { name, address, email, phone: given("DAYMARK_OPERATOR_PHONE"), privacyContact: given("DAYMARK_PRIVACY_CONTACT") };
}
