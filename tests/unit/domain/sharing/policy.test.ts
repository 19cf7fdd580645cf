import { describe, expect, it } from "vitest";
import { decideAccess, isLive, SCOPES, type Grant, type Need } from "@/lib/domain/sharing/policy";

const now = new Date("2026-03-01T12:00:00Z");
const grant = (changes: Partial<Grant> = {}): Grant => ({
  id: "a", role: "caregiver", scopes: ["check-ins:read"], historyFrom: null, expiresAt: new Date("2026-06-01T00:00:00Z"), revokedAt: null, ...changes,
});
const ask = (need: Need, grants: Grant[], { isOwner = false, hasSecondFactor = false } = {}) => decideAccess({ isOwner, grants, need, now, hasSecondFactor });

describe("decideAccess", () => {
  it.each([...SCOPES, "owner"] as Need[])("grants the owner %s without a grant", (need) =>
    expect(ask(need, [], { isOwner: true })).toEqual({ kind: "granted", role: "owner", grant: null, scopes: SCOPES }));

  it.each([...SCOPES, "owner"] as Need[])("refuses %s to someone without a grant", (need) => expect(ask(need, []).kind).toBe("refused"));

  it("never gives what is the owner's to a grant with every scope", () => expect(ask("owner", [grant({ scopes: SCOPES })]).kind).toBe("refused"));

  it.each(SCOPES)("opens nothing but %s with that scope alone", (scope) => {
    const opened = SCOPES.filter((need) => ask(need, [grant({ scopes: [scope] })]).kind === "granted");
    expect(opened).toEqual([scope]);
  });

  it("ends at the moment of expiry, not before", () => {
    expect(ask("check-ins:read", [grant({ expiresAt: new Date(now.getTime() + 1) })]).kind).toBe("granted");
    expect(ask("check-ins:read", [grant({ expiresAt: now })]).kind).toBe("refused");
  });

  it("ends at the moment of revocation", () => {
    expect(ask("check-ins:read", [grant({ revokedAt: now })]).kind).toBe("refused");
    expect(ask("check-ins:read", [grant({ revokedAt: new Date(now.getTime() + 1) })]).kind).toBe("granted");
  });

  it("asks a clinician for a second factor", () => {
    const clinician = [grant({ role: "clinician" })];
    expect(ask("check-ins:read", clinician).kind).toBe("refused");
    expect(ask("check-ins:read", clinician, { hasSecondFactor: true })).toMatchObject({ kind: "granted", role: "clinician" });
  });

  it("takes the grant that reaches furthest back, and does not add scopes up", () => {
    const short = grant({ id: "b", historyFrom: "2026-01-01", scopes: ["check-ins:read", "notes:read"] });
    const whole = grant({ id: "c" });
    expect(ask("check-ins:read", [short, whole])).toMatchObject({ grant: { id: "c" }, scopes: ["check-ins:read"] });
    expect(ask("notes:read", [short, whole])).toMatchObject({ grant: { id: "b" } });
  });
});

describe("isLive", () => {
  it("is false for one that was revoked and has expired", () =>
    expect(isLive({ expiresAt: new Date(0), revokedAt: new Date(0) }, now)).toBe(false));
});
