export type Operator = {
  name: string | undefined;
  address: string | undefined;
  email: string | undefined;
  phone: string | undefined;
  privacyContact: string | undefined;
};

/** Reads and checks every setting: one sentence for each that is wrong or missing. */
export function readSettings(env: Record<string, string | undefined>, root: string): {
  problems: string[];
  settings: { demo: boolean; operator: Operator; sessionDays: { idle: string | undefined; max: string | undefined }; keepDays: { sessions: string | undefined; codes: string | undefined; mails: string | undefined } };
};
