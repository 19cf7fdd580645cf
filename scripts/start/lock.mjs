// A lock is a file that names the process that holds it. A file whose process is gone, or is another one by now, is left over and taken away.
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { setTimeout as wait } from "node:timers/promises";
import { nameProcess, stillRuns, stopProcess, waitUntilGone } from "./processes.mjs";

const read = (file) => {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return null;
  }
};

const parse = (text) => {
  try {
    const facts = JSON.parse(text);
    return Number.isInteger(facts?.pid) ? facts : null;
  } catch {
    return null;
  }
};

/** Another process may be in the middle of writing the file: it is given a second. */
async function readFacts(file) {
  for (let tries = 0; tries < 20; tries += 1) {
    const text = read(file);
    if (text === null) return { text, facts: null };
    const facts = parse(text);
    if (facts) return { text, facts };
    await wait(50);
  }
  return { text: read(file), facts: null };
}

/** A holder that stops, or whose starter was killed so that it will, is waited for as long as an orderly stop may take. */
const isLeaving = (holder) => holder.stopping || (holder.starter && !stillRuns(holder.starter));

/** Who holds the lock, or null. What a dead holder left running is stopped. */
export async function findHolder(file) {
  const { facts } = await readFacts(file);
  if (!facts) return null;
  if (stillRuns(facts) && !(isLeaving(facts) && (await waitUntilGone(facts.pid, 30_000)))) return facts;
  for (const child of facts.children ?? []) {
    if (child.birth && stillRuns(child)) await stopProcess(child.pid, "SIGTERM", 5000);
  }
  return null;
}

/**
 * Takes the lock without waiting.
 * @returns the lock, or `{ holder }` when a running process has it
 */
export async function takeLock(file, facts = {}) {
  mkdirSync(path.dirname(file), { recursive: true });
  let held = { ...nameProcess(process.pid), ...facts };
  for (;;) {
    try {
      writeFileSync(file, JSON.stringify(held), { flag: "wx", mode: 0o600 });
      break;
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
    }
    const { text } = await readFacts(file);
    const holder = await findHolder(file);
    if (holder) return { holder };
    removeLeftOver(file, text);
  }
  return {
    /** Adds facts, such as the processes started, in one step: a reader sees the old file or the new one. */
    update(more) {
      held = { ...held, ...more };
      writeFileSync(`${file}.new`, JSON.stringify(held), { mode: 0o600 });
      renameSync(`${file}.new`, file);
    },
    release() {
      if (parse(read(file))?.pid === process.pid) rmSync(file, { force: true });
    },
  };
}

/** Moves the file aside first: of two processes that find it, one moves it, and neither takes away the other's new lock. */
function removeLeftOver(file, text) {
  const aside = `${file}.${process.pid}.old`;
  try {
    renameSync(file, aside);
  } catch (error) {
    if (error.code === "ENOENT") return;
    throw error;
  }
  if (read(aside) !== text) renameSync(aside, file);
  else rmSync(aside, { force: true });
}

/** Waits for the lock, does the work, and lets it go. `onWait` is told once who holds it. */
export async function withLock(file, onWait, work) {
  let told = false;
  for (;;) {
    const lock = await takeLock(file);
    if (!lock.holder) {
      try {
        return await work();
      } finally {
        lock.release();
      }
    }
    if (!told) onWait(lock.holder);
    told = true;
    await wait(250);
  }
}

