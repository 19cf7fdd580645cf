/** The signed-in person who is asking. */
export type Viewer = {
  userId: string;
  sessionId: string;
  name: string | null;
  email: string;
  /** set for the three demo accounts only */
  demoRole: "owner" | "caregiver" | "clinician" | null;
};

/** Someone whose session is still to be looked up. */
export type Asker = Pick<Viewer, "sessionId"> & { /** the account the request is meant for, when it names one */ meantFor?: string | null };
