import type { ReactNode } from "react";
import { HelpDialog } from "@/components/help/help-dialog";
import { AppShell, type Place } from "@/components/shell/app-shell";
import type { Viewer } from "@/lib/domain/sharing/viewer";
import { messages } from "@/lib/i18n/messages";
import { getTexts } from "@/lib/i18n/texts";
import { env } from "@/lib/server/env";

const { nav } = messages.common;

const PLACES = {
  owner: [
    { href: "/today", label: nav.today, icon: "today" },
    { href: "/trends", label: nav.trends, icon: "trends" },
    { href: "/relapses", label: nav.relapses, icon: "relapses" },
    { href: "/share", label: nav.share, icon: "share" },
    { href: "/more", label: nav.more, icon: "more" },
  ],
  caregiver: [{ href: "/people", label: nav.people, icon: "share" }, { href: "/people/alerts", label: nav.alerts, icon: "bell" }, { href: "/more", label: nav.more, icon: "more" }],
  clinician: [{ href: "/patients", label: nav.patients, icon: "list" }, { href: "/more", label: nav.more, icon: "more" }],
} as const satisfies Record<string, readonly Place[]>;

type RoleShellProps = { viewer: Viewer; place: keyof typeof PLACES; country: string | undefined; children: ReactNode };

/** The shell of the owner, a caregiver or a clinician. Clinicians have no emergency button: their pages say that nobody watches them live. */
export async function RoleShell({ viewer, place, country, children }: RoleShellProps) {
  const { common } = await getTexts();
  return (
    <AppShell
      session={viewer}
      texts={{ skip: common.skip, main: nav.main, brand: common.brand, help: common.help.button, plainDiary: common.plainDiary, statement: common.statement, localNumber: common.localNumber, safetyRules: common.safetyRules }}
      places={PLACES[place]}
      home={PLACES[place][0].href}
      help={place === "clinician" ? null : <HelpDialog texts={common} country={country} />}
      country={country}
      alertsOn={env().DAYMARK_ALERTS}
    >
      {children}
    </AppShell>
  );
}
