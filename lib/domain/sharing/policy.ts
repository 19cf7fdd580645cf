import type { CalendarDay } from "@/lib/domain/time";

/** What a grant can open. Timed walks and clinic results go with `check-ins:read`. */
export const SCOPES = [
  "check-ins:read", "notes:read", "alerts:read", "relapses:read", "medicines:read", "summary:read",
  "check-ins:write", "alerts:notify",
] as const;
export type Scope = (typeof SCOPES)[number];

export const GRANT_ROLES = ["caregiver", "clinician"] as const;
export type GrantRole = (typeof GRANT_ROLES)[number];
export type Role = "owner" | GrantRole;

/** What a function asks for: a scope, or something that only the owner may do. */
export type Need = Scope | "owner";

export type Grant = {
  id: string;
  role: GrantRole;
  scopes: readonly Scope[];
  historyFrom: CalendarDay | null;
  expiresAt: Date;
  revokedAt: Date | null;
};

export type AccessQuestion = {
  isOwner: boolean;
  /** the viewer's grants on this diary; more than one may be live */
  grants: readonly Grant[];
  need: Need;
  now: Date;
  /** a clinician's grant opens only with a second factor */
  hasSecondFactor: boolean;
};

export type Access =
  | { kind: "granted"; role: "owner"; grant: null; scopes: readonly Scope[] }
  | { kind: "granted"; role: GrantRole; grant: Grant; scopes: readonly Scope[] }
  | { kind: "refused" };

/**
 * Decides whether a viewer may do what is asked with a diary. The owner may do everything. Anyone else needs one live grant
 * that holds the scope: scopes of two grants are never added up, because each has its own history limit.
 * A grant ends at `expiresAt` exactly. Of several that fit, the one with the longest history is taken, then the one that opens more.
 */
export function decideAccess({ isOwner, grants, need, now, hasSecondFactor }: AccessQuestion): Access {
  if (isOwner) return { kind: "granted", role: "owner", grant: null, scopes: SCOPES };
  if (need === "owner") return { kind: "refused" };
  const fitting = grants.filter((grant) =>
    isLive(grant, now) && grant.scopes.includes(need) && (grant.role !== "clinician" || hasSecondFactor));
  const [grant] = fitting.sort((a, b) =>
    (a.historyFrom ?? "").localeCompare(b.historyFrom ?? "") || b.scopes.length - a.scopes.length || a.id.localeCompare(b.id));
  return grant ? { kind: "granted", role: grant.role, grant, scopes: grant.scopes } : { kind: "refused" };
}

/** Neither revoked nor expired. A revocation in the future does not count yet. */
export function isLive(grant: Pick<Grant, "expiresAt" | "revokedAt">, now: Date): boolean {
  return grant.expiresAt > now && (grant.revokedAt === null || grant.revokedAt > now);
}
