import type { Scope } from "@/lib/domain/sharing/policy";

/** What can be looked at, in the order in which people are told. */
const LOOKS = ["check-ins:read", "relapses:read", "alerts:read", "medicines:read", "summary:read", "notes:read"] as const satisfies readonly Scope[];
/** What a grant allows beyond looking. */
const EXTRAS = ["alerts:notify", "check-ins:write"] as const satisfies readonly Scope[];

export type DescribedScopes = { seen: (typeof LOOKS)[number][]; unseen: (typeof LOOKS)[number][]; extras: (typeof EXTRAS)[number][] };

/** Splits the scopes of a grant into what is seen, what is not, and what may be done. Every scope that can be seen is named once. */
export function describeScopes(scopes: readonly Scope[]): DescribedScopes {
  return {
    seen: LOOKS.filter((scope) => scopes.includes(scope)),
    unseen: LOOKS.filter((scope) => !scopes.includes(scope)),
    extras: EXTRAS.filter((scope) => scopes.includes(scope)),
  };
}
