import { emailSchema } from "@/lib/schemas/sign-in";

export const HELP = `Who has an account here, and closing, opening or inviting one.

  npm run account -- list [words]          accounts whose address holds all the words
  npm run account -- disable ADDRESS       closes an account and ends its sessions
  npm run account -- enable ADDRESS        opens it again
  npm run account -- end-sessions ADDRESS  signs it out on every device
  npm run account -- invite ADDRESS        mails an invitation that makes one account, within 7 days
  npm run account -- --help                shows this

It never shows what is in a diary. Whose diary is touched can see each use under Share, as done by the operator.`;

export const COMMANDS = ["disable", "enable", "end-sessions", "invite"] as const;
export type Command = { name: "help" } | { name: "list"; words: string[] } | { name: (typeof COMMANDS)[number]; email: string };

/** What the operator typed was wrong: the sentence says how it is meant. */
export class UsageError extends Error {}
/** What was asked for could not be done: the sentence says why. */
export class RefusedError extends Error {}

/** @throws UsageError for words that are no command. */
export function readCommand([name, ...words]: readonly string[]): Command {
  if (name === undefined || [name, ...words].some((word) => ["--help", "-h", "help"].includes(word))) return { name: "help" };
  const option = words.find((word) => word.startsWith("-"));
  if (option !== undefined) throw new UsageError(`"${option}" is not known here. npm run account -- --help shows what is.`);
  if (name === "list") return { name, words: words.map((word) => word.toLowerCase()) };
  const command = COMMANDS.find((each) => each === name);
  if (!command) throw new UsageError(`"${name}" is not known here. npm run account -- --help shows what is.`);
  const [address, tooMuch] = words;
  if (address === undefined) throw new UsageError(`An address is missing: npm run account -- ${command} ADDRESS`);
  if (tooMuch !== undefined) throw new UsageError(`One address at a time: npm run account -- ${command} ADDRESS`);
  const email = emailSchema.safeParse(address);
  if (!email.success) throw new UsageError(`"${address}" is not an e-mail address.`);
  return { name: command, email: email.data };
}
