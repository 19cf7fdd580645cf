import type { DemoPersonKind } from "@/prisma/demo/person";

/**
 * The demo accounts. Their ids never change, so that "the demo rows" are exactly the rows under these ids: a real account
 * can't be taken for one, and making the data afresh keeps people signed in.
 */
export const DEMO_USERS = {
  owner: { id: "01900000-0000-7000-8000-00000000d001", email: "demo-patient@example.org", name: "Demo patient", demoRole: "owner" },
  caregiver: { id: "01900000-0000-7000-8000-00000000d002", email: "demo-caregiver@example.org", name: "Demo caregiver", demoRole: "caregiver" },
  clinician: { id: "01900000-0000-7000-8000-00000000d003", email: "demo-clinician@example.org", name: "Demo clinician", demoRole: "clinician" },
  secondOwner: { id: "01900000-0000-7000-8000-00000000d004", email: "second-demo-patient@example.org", name: "Second demo patient", demoRole: null },
  thirdOwner: { id: "01900000-0000-7000-8000-00000000d005", email: "third-demo-patient@example.org", name: "Third demo patient", demoRole: null },
} as const;
export type DemoUserKey = keyof typeof DEMO_USERS;

export type DemoDiary = {
  id: string;
  owner: DemoUserKey;
  kind: DemoPersonKind;
  timeZone: string;
  /** days before yesterday on which the diary ends: someone who rests now shows what a gap looks like */
  quietDays: number;
  grants: { id: string; grantee: DemoUserKey; role: "caregiver" | "clinician"; scopes: string[]; daysAgo: number; lastsDays: number }[];
};

const CAREGIVER_SCOPES = ["check-ins:read", "relapses:read", "alerts:read", "alerts:notify"];
const CLINICIAN_SCOPES = ["check-ins:read", "relapses:read", "alerts:read", "medicines:read", "summary:read"];

const grantOf = (number: number, grantee: "caregiver" | "clinician", daysAgo: number) => ({
  id: `01900000-0000-7000-8000-00000000a00${number}`,
  grantee,
  role: grantee,
  scopes: grantee === "caregiver" ? CAREGIVER_SCOPES : CLINICIAN_SCOPES,
  daysAgo,
  lastsDays: grantee === "caregiver" ? 365 : 90,
});

export const DEMO_DIARIES: readonly DemoDiary[] = [
  {
    id: "01900000-0000-7000-8000-00000000f001", owner: "owner", kind: "relapsing", timeZone: "Europe/London", quietDays: 0,
    grants: [grantOf(1, "caregiver", 120), grantOf(2, "clinician", 40)],
  },
  {
    id: "01900000-0000-7000-8000-00000000f002", owner: "secondOwner", kind: "stable", timeZone: "Europe/London", quietDays: 1,
    grants: [grantOf(3, "caregiver", 200), grantOf(4, "clinician", 30)],
  },
  {
    id: "01900000-0000-7000-8000-00000000f003", owner: "thirdOwner", kind: "wheelchair", timeZone: "Europe/London", quietDays: 0,
    grants: [grantOf(5, "clinician", 60)],
  },
];
