import { randomBytes } from "node:crypto";
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import process from "node:process";

/** Makes the data folder. Others may pass through it to the database's own folder (as root it belongs to another account), not list it. */
export function makeDataFolder(folder) {
  mkdirSync(folder, { recursive: true });
  if (process.platform !== "win32") chmodSync(folder, 0o711);
}

/** A random secret that is made once, kept beside the data, and readable by its owner only. */
export function keepSecret(folder, name) {
  const file = path.join(folder, name);
  try {
    writeFileSync(file, `${randomBytes(32).toString("base64url")}\n`, { flag: "wx", mode: 0o600 });
  } catch (error) {
    if (error.code !== "EEXIST") throw error;
  }
  return readFileSync(file, "utf8").trim();
}
