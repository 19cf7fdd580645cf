import "server-only";
import { afterCheckIn } from "@/lib/server/jobs/after-check-in";
import { deleteAccounts } from "@/lib/server/jobs/delete-accounts";
import { judgeNewestOf } from "@/lib/server/jobs/judge-newest";
import { purgeCheckIn } from "@/lib/server/jobs/purge-check-in";
import { sendAccountNotice } from "@/lib/server/jobs/send-account-notice";
import { planDueReminders, sendReminder } from "@/lib/server/jobs/send-reminder";
import { sendInvitation } from "@/lib/server/jobs/send-invitation";
import { sendSignInCode } from "@/lib/server/jobs/send-sign-in-code";

/**
 * Every kind of job. The app adds them by functions of the database, which let it add no others; the queue itself adds those of
 * `CRONTAB`, once for all workers. Payloads hold ids only.
 */
export const TASKS: Record<string, (payload: unknown) => Promise<void>> = {
  "after-check-in": afterCheckIn,
  "delete-account": deleteAccounts,
  "judge-newest": judgeNewestOf,
  "purge-check-in": purgeCheckIn,
  "send-account-notice": sendAccountNotice,
  "plan-reminders": planDueReminders,
  "send-invitation": sendInvitation,
  "send-reminder": sendReminder,
  "send-sign-in-code": sendSignInCode,
};

/** What is looked at every minute. A minute that was missed is not made up for: the next one sees what is due. */
export const CRONTAB = "* * * * * plan-reminders ?max=1&jobKey=plan-reminders";
