import { describe, expect, it } from "vitest";
import { describeVisits, type AccessFacts } from "@/lib/domain/sharing/describe-access";
import { describeScopes } from "@/lib/domain/sharing/describe-scopes";
import { SCOPES } from "@/lib/domain/sharing/policy";

const event = (minute: number, action: string, rest: Partial<AccessFacts> = {}): AccessFacts =>
  ({ id: `${minute} ${action}`, actorName: "Sister", isYou: false, role: "caregiver", accountOf: null, action, at: new Date(Date.UTC(2026, 10, 21, 12, minute)), ...rest });

describe("describeVisits", () => {
  it("joins what one person opened within ten minutes, in a fixed order", () => {
    expect(describeVisits([event(10, "alerts:read"), event(5, "relapses:read"), event(0, "check-ins:read")]))
      .toMatchObject([{ actorName: "Sister", actions: ["check-ins:read", "relapses:read", "alerts:read"], at: new Date(Date.UTC(2026, 10, 21, 12, 10)) }]);
  });
  it("starts another visit after a longer break", () => {
    expect(describeVisits([event(21, "check-ins:read"), event(10, "check-ins:read")])).toHaveLength(2);
  });
  it("keeps people, and looking and changing, apart", () => {
    expect(describeVisits([
      event(3, "check-ins:read"), event(2, "check-ins:read", { actorName: "Clinic", role: "clinician" }), event(1, "check-ins:write"), event(0, "grants:write", { isYou: true, role: "owner" }),
    ])).toHaveLength(4);
  });
});

describe("what the operator did", () => {
  const operator = (minute: number, action: string, accountOf: AccessFacts["accountOf"]) => event(minute, action, { actorName: null, role: "operator", accountOf });
  it("is told apart by whose account it was, in the order in which it is read", () => {
    expect(describeVisits([operator(3, "account:enable", null), operator(2, "account:disable", null), operator(1, "account:end-sessions", { name: "Sister" }), operator(0, "account:list", null)])).toMatchObject([
      { role: "operator", accountOf: null, actions: ["account:list", "account:disable", "account:enable"] },
      { role: "operator", accountOf: { name: "Sister" }, actions: ["account:end-sessions"] },
    ]);
  });
});

describe("describeScopes", () => {
  it("names each scope once, as seen, not seen or allowed", () => {
    const { seen, extras } = describeScopes(SCOPES);
    expect([...seen, ...extras].toSorted()).toEqual([...SCOPES].toSorted());
    expect(describeScopes([])).toMatchObject({ seen: [], extras: [], unseen: expect.arrayContaining(["notes:read"]) });
  });
});
