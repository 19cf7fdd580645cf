import { readFileSync, writeFileSync } from "node:fs";
import { renderHazardLog, type Hazard } from "@/scripts/safety/render-hazard-log";

/** Makes `docs/safety/hazard-log.md` from `docs/safety/hazards.json`: `npm run hazard-log`. */
const hazards = JSON.parse(readFileSync("docs/safety/hazards.json", "utf8")) as Hazard[];
writeFileSync("docs/safety/hazard-log.md", renderHazardLog(hazards));
