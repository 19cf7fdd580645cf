// One process for both, since loading the libraries takes longer than the work: migrations, then demo data where it is wanted and missing.
import process from "node:process";
import { dayOf } from "@/lib/domain/time";
import { migrate } from "../migration/migrate";

const appUrl = process.env.DATABASE_URL ?? "";
const ownerUrl = process.env.DATABASE_OWNER_URL ?? appUrl;

let code = 0;
try {
  await migrate({ ownerUrl, appUrl });
  if (process.env.DAYMARK_LOAD_DEMO === "on") {
    const [{ loadDemoData }, { DEMO_DIARIES }] = await Promise.all([import("@/prisma/demo/load"), import("@/prisma/demo/cast")]);
    const today = dayOf(new Date(), DEMO_DIARIES[0]?.timeZone ?? "UTC");
    const { loadedDiaries, checkIns } = await loadDemoData({ ownerUrl, today, alertsOn: process.env.DAYMARK_ALERTS !== "off" });
    if (loadedDiaries > 0) console.log(`  loaded ${loadedDiaries} demo diaries with ${checkIns} check-ins`);
  }
} catch (error) {
  console.error(`  ${error instanceof Error ? error.message : String(error)}`);
  code = 1;
}
process.exit(code); // connections kept for later use would hold the process for ten seconds more
