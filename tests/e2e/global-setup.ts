import { findDaymark, startOwnDaymark, type OwnDaymark } from "@/scripts/start/own-daymark";

/**
 * Starts Daymark as a person does, and stops it in the end. With DAYMARK_E2E_DATA set to the data folder of a Daymark that runs
 * already, that one is used and left running.
 */
export default async function globalSetup(): Promise<() => Promise<void>> {
  const running = process.env.DAYMARK_E2E_DATA;
  if (running) {
    const found = findDaymark(running);
    if (!found) throw new Error(`No Daymark runs with the data folder ${running}.`);
    publish(found);
    return async () => undefined;
  }
  const daymark = await startOwnDaymark();
  publish(daymark);
  return daymark.stop;
}

/** Fixtures read these; the workers inherit them. */
function publish({ address, data, databaseUrl, secret }: OwnDaymark): void {
  process.env.DAYMARK_E2E_URL = address;
  process.env.DAYMARK_E2E_DATABASE_URL = databaseUrl;
  process.env.DAYMARK_E2E_SECRET = secret;
  process.env.DAYMARK_E2E_LOGS = `${data}/logs`;
}
