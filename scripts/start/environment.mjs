import { toolEnvironment } from "./install.mjs";
import { keepSecret } from "./secrets.mjs";

/**
 * The environment of each part, with every preset resolved. The web server never gets the owner's login when the app has its own.
 * @param database the database that runs: with `folder` when this process started the embedded one
 */
export function environmentFor(root, settings, database) {
  const url = settings.database?.url ?? database.url;
  const ownerUrl = settings.database?.ownerUrl;
  const common = {
    ...toolEnvironment(root),
    NODE_ENV: "production",
    PORT: String(settings.port),
    HOST: settings.host,
    DATABASE_URL: url,
    DATABASE_OWNER_URL: undefined,
    DAYMARK_DATA: settings.dataFolder,
    DAYMARK_DEMO: settings.demo ? "on" : "off",
    DAYMARK_ALERTS: settings.alerts,
    DAYMARK_SIGN_UP: settings.signUp,
    DAYMARK_SESSION_IDLE_DAYS: settings.sessionDays.idle,
    DAYMARK_SESSION_MAX_DAYS: settings.sessionDays.max,
    DAYMARK_KEEP_SESSION_DAYS: settings.keepDays.sessions,
    DAYMARK_KEEP_CODE_DAYS: settings.keepDays.codes,
    DAYMARK_KEEP_MAIL_DAYS: settings.keepDays.mails,
    DAYMARK_OPERATOR_NAME: settings.operator.name,
    DAYMARK_OPERATOR_ADDRESS: settings.operator.address,
    DAYMARK_OPERATOR_EMAIL: settings.operator.email,
    DAYMARK_OPERATOR_PHONE: settings.operator.phone,
    DAYMARK_PRIVACY_CONTACT: settings.operator.privacyContact,
    DAYMARK_PUSH_KEY: settings.pushKey ?? keepSecret(settings.dataFolder, "push-key"),
    DAYMARK_PUSH_SERVICES: settings.pushServices,
    NEXTAUTH_URL: settings.address,
    NEXTAUTH_SECRET: settings.secret ?? keepSecret(settings.dataFolder, "sign-in-secret"),
  };
  const withOwner = { ...common, ...(ownerUrl && { DATABASE_OWNER_URL: ownerUrl }) };
  return {
    web: common,
    worker: { ...withOwner, ...(database?.folder && { DAYMARK_LEASH_DATABASE: database.folder }) },
    /** demo data is loaded by itself into the embedded database only */
    preparation: { ...withOwner, DAYMARK_LOAD_DEMO: settings.demo && database?.folder ? "on" : "off" },
  };
}
