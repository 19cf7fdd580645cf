import { keepAccount } from "@/lib/server/data/account-deletion";
import { handle } from "@/lib/server/handle";

/** Coming back, within the seven days. */
export const POST = handle({ leavers: "too" }, (viewer) => keepAccount(viewer));
