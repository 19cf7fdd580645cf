// Loads the demo diaries into the database that is named, also a real one, when a person asks for it; --reset makes them afresh.
import process from "node:process";
import { dayOf } from "@/lib/domain/time";
import { DEMO_DIARIES } from "@/prisma/demo/cast";
import { DemoDataError, loadDemoData } from "@/prisma/demo/load";

const words = process.argv.slice(2);
const unknown = words.find((word) => word !== "--reset");
const ownerUrl = process.env.DATABASE_OWNER_URL ?? process.env.DATABASE_URL;

try {
  if (unknown) throw new DemoDataError(`"${unknown}" is not known here: the only option is --reset, which makes the demo data afresh.`);
  if (!ownerUrl) throw new DemoDataError("No database is named: set DATABASE_URL, or use npm run demo-data, which finds the embedded one.");
  const today = dayOf(new Date(), DEMO_DIARIES[0]?.timeZone ?? "UTC");
  const { loadedDiaries, keptDiaries, checkIns, alerts } = await loadDemoData({ ownerUrl, today, reset: words.includes("--reset"), alertsOn: process.env.DAYMARK_ALERTS !== "off" });
  if (loadedDiaries > 0) console.log(`Loaded ${loadedDiaries} demo diaries with ${checkIns} check-ins and ${alerts} alerts.`);
  if (keptDiaries > 0) console.log(`Kept ${keptDiaries} demo diaries that were there. To make them afresh: npm run demo-data -- --reset`);
  if (process.env.DAYMARK_DEMO !== "on") console.log("The demo sign-in buttons show only with DAYMARK_DEMO=on.");
} catch (error) {
  console.error(error instanceof DemoDataError ? error.message : error);
  process.exitCode = 1;
}
