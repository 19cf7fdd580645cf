import process from "node:process";

/** A sentence for the person who started Daymark. It ends the start without a stack trace. */
export class StartError extends Error {}

export const say = (line = "") => process.stdout.write(`${line}\n`);
export const complain = (line) => process.stderr.write(`${line}\n`);

const seconds = (since) => `${((Date.now() - since) / 1000).toFixed(1)} s`;

/** Names a step, says every 15 seconds that it is still at it, and how long it took when that was worth mentioning. */
export async function step(label, work) {
  const began = Date.now();
  say(`- ${label} ...`);
  const reminder = setInterval(() => say(`  still at it (${Math.round((Date.now() - began) / 1000)} s)`), 15_000);
  try {
    return await work();
  } finally {
    clearInterval(reminder);
    if (Date.now() - began > 1000) say(`  done in ${seconds(began)}`);
  }
}
