import { parentPort } from "node:worker_threads";
import { countPeople, type Part } from "./figures";

/** Counts one part after another until the main thread ends it. */
parentPort?.on("message", (part: Part) => {
  parentPort?.postMessage(countPeople(part));
});
