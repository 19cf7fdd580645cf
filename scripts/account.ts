// For the operator: npm run account -- --help says what it does. It reaches the database as `npm start` does, also while that runs.
import process from "node:process";
import { Client } from "pg";
import { disableAccount, enableAccount, endAllSessions, inviteAddress, listAccounts, type Account } from "@/scripts/account/accounts";
import { HELP, readCommand, RefusedError, UsageError, type Command } from "@/scripts/account/words";

/** What the database's codes mean to an operator. */
const SAID: Record<string, string> = {
  "42P01": "This database is not prepared yet: run npm start once.",
  ECONNREFUSED: "The database does not answer: is it running, and is DATABASE_URL its address?",
};

const sessions = (count: number) => (count === 1 ? "1 session was ended." : `${count} sessions were ended.`);
const moment = (instant: Date) => `${instant.toISOString().slice(0, 16).replace("T", " ")} UTC`;
const count = (accounts: number) => (accounts === 1 ? "1 account" : `${accounts} accounts`);

/** Does what was asked and returns what to print. */
async function work(client: Client, command: Exclude<Command, { name: "help" }>): Promise<string> {
  switch (command.name) {
    case "list": return printList(await listAccounts(client, command.words));
    case "disable": return `${command.email} is disabled: nobody can sign in with it. ${sessions((await disableAccount(client, command.email)).ended)}`;
    case "enable": return (await enableAccount(client, command.email)).wasDisabled ? `${command.email} is enabled: it can sign in again.` : `${command.email} was not disabled.`;
    case "end-sessions": return `${command.email} is signed out on every device. ${sessions((await endAllSessions(client, command.email)).ended)}`;
    case "invite": {
      if (process.env.DAYMARK_SIGN_UP === "closed") throw new RefusedError("DAYMARK_SIGN_UP is closed, so an invitation would not work: set it to invited, start again, then invite.");
      const { until } = await inviteAddress(client, command.email);
      return `${command.email} is invited, until ${moment(until)}. The mail leaves at once while Daymark runs, or else when it is started.`;
    }
  }
}

/** A closed account that its owner also wants deleted is deleted all the same. */
const stateOf = ({ disabledAt, deleteAfter }: Account) => [disabledAt ? "disabled" : "open", ...(deleteAfter ? [`deleted on ${deleteAfter.toISOString().slice(0, 10)}`] : [])].join(", ");

const HEADS = ["ADDRESS", "MADE ON", "LAST USED", "STATE", "DIARY", "WAYS IN"];

function printList({ accounts, total }: { accounts: Account[]; total: number }): string {
  if (total === 0) return "No account has such an address.";
  const day = (instant: Date | null) => instant?.toISOString().slice(0, 10) ?? "not known";
  const rows = [HEADS, ...accounts.map((account) => [
    account.email, day(account.createdAt), day(account.lastUsedAt), stateOf(account), account.hasDiary ? "yes" : "no", String(account.waysIn),
  ])];
  const widths = HEADS.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  const lines = rows.map((row) => row.map((cell, column) => cell.padEnd(widths[column]!)).join("  ").trimEnd());
  const more = total > accounts.length ? [`The first ${accounts.length} of ${total}. Give words of an address to see fewer.`] : [count(total)];
  return [...lines, "", ...more].join("\n");
}

async function main(): Promise<void> {
  const command = readCommand(process.argv.slice(2));
  if (command.name === "help") return console.log(HELP);
  const ownerUrl = process.env.DATABASE_OWNER_URL || process.env.DATABASE_URL;
  if (!ownerUrl) throw new UsageError("No database is named: set DATABASE_URL, or use npm run account, which finds the embedded one.");
  const client = new Client({ connectionString: ownerUrl, application_name: "daymark account" });
  client.on("error", () => undefined); // a broken connection shows at the next statement
  await client.connect();
  try {
    console.log(await work(client, command));
  } finally {
    await client.end();
  }
}

main().catch((error: unknown) => {
  const { code, message } = error as { code?: string; message?: string };
  console.error(SAID[code ?? ""] ?? message ?? String(error));
  process.exitCode = error instanceof UsageError ? 2 : 1;
});
