import "server-only";
import { afterCheckIn } from "@/lib/server/jobs/after-check-in";
import { deleteAccounts } from "@/lib/server/jobs/delete-accounts";
import { judgeNewestOf } from "@/lib/server/jobs/judge-newest";
import { purgeCheckIn } from "@/lib/server/jobs/purge-check-in";
import { sendAccountNotice } from "@/lib/server/jobs/send-account-notice";
import { sendInvitation } from "@/lib/server/jobs/send-invitation";
import { sendSignInCode } from "@/lib/server/jobs/send-sign-in-code";

/** Every kind of job; `daymark_add_jobs` in the database lets the app add these and no others. Payloads hold ids only. */
export const TASKS: Record<string, (payload: unknown) => Promise<void>> = {
  "after-check-in": afterCheckIn,
  "delete-account": deleteAccounts,
  "judge-newest": judgeNewestOf,
  "purge-check-in": purgeCheckIn,
  "send-account-notice": sendAccountNotice,
  "send-invitation": sendInvitation,
  "send-sign-in-code": sendSignInCode,
};
