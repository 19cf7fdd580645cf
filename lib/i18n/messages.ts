import common from "@/lib/i18n/messages/en/common.json";
import landing from "@/lib/i18n/messages/en/landing.json";
import signIn from "@/lib/i18n/messages/en/signIn.json";
import setUp from "@/lib/i18n/messages/en/setUp.json";
import checkIn from "@/lib/i18n/messages/en/checkIn.json";
import alerts from "@/lib/i18n/messages/en/alerts.json";
import rules from "@/lib/i18n/messages/en/rules.json";
import history from "@/lib/i18n/messages/en/history.json";
import trends from "@/lib/i18n/messages/en/trends.json";
import sharing from "@/lib/i18n/messages/en/sharing.json";
import relapses from "@/lib/i18n/messages/en/relapses.json";
import consent from "@/lib/i18n/messages/en/consent.json";
import privacy from "@/lib/i18n/messages/en/privacy.json";
import someoneElse from "@/lib/i18n/messages/en/someoneElse.json";
import more from "@/lib/i18n/messages/en/more.json";
import account from "@/lib/i18n/messages/en/account.json";
import failure from "@/lib/i18n/messages/en/failure.json";
import errors from "@/lib/i18n/messages/en/errors.json";
import secondStep from "@/lib/i18n/messages/en/secondStep.json";
import safety from "@/lib/i18n/messages/en/safety.json";
import passkeys from "@/lib/i18n/messages/en/passkeys.json";
import emailChange from "@/lib/i18n/messages/en/emailChange.json";
import sessions from "@/lib/i18n/messages/en/sessions.json";
import visits from "@/lib/i18n/messages/en/visits.json";
import mail from "@/lib/i18n/messages/en/mail.json";

/** All texts people read, one file an area. */
export const messages = { common, landing, signIn, setUp, checkIn, alerts, rules, history, trends, sharing, relapses, more, account, errors, failure, mail, passkeys, safety, consent, privacy, someoneElse, secondStep, emailChange, sessions, visits };
export type Messages = typeof messages;
