/** The signed-in person who is asking. */
export type Viewer = {
  userId: string;
  sessionId: string;
  name: string | null;
  email: string;
  /** set for the three demo accounts only */
  demoRole: "owner" | "caregiver" | "clinician" | null;
  /** a passkey or an authenticator's code was given in this session; a code by mail alone never counts */
  hasSecondFactor: boolean;
  /** the person said that others use this device: nothing is kept on it */
  isShared: boolean;
};

/** Someone whose session is still to be looked up. */
export type Asker = Pick<Viewer, "sessionId"> & { /** the account the request is meant for, when it names one */ meantFor?: string | null };
