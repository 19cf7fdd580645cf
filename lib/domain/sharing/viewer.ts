/** The signed-in person who is asking. */
export type Viewer = {
  userId: string;
  sessionId: string;
  name: string | null;
  email: string;
  /** set for the three demo accounts only */
  demoRole: "owner" | "caregiver" | "clinician" | null;
};
