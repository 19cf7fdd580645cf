import Link from "next/link";
import type { ReactNode } from "react";
import { HelpButton } from "@/components/shell/help-button";
import { MainNav } from "@/components/shell/main-nav";
import { Statement, type StatementTexts } from "@/components/shell/statement";
import { Icon, type IconName } from "@/components/ui/icon";
import { Logo } from "@/components/ui/logo";

/** A place of the navigation. */
export type Place = { href: string; label: string; icon: IconName };

type AppShellProps = {
  /** whose page it is, and whether anything of it may stay on the device */
  session: { userId: string; isShared: boolean };
  texts: { skip: string; main: string; brand: string; help: string; plainDiary: string } & StatementTexts;
  places: readonly Place[];
  home: string;
  /** the emergency numbers as a dialog; null for clinicians, who have no emergency button: the one in the header is then hidden */
  help: ReactNode;
  /** foot of the rail, above the help button: saved state, the clinic's name */
  foot?: ReactNode;
  /** whose emergency number the statement at the foot names */
  country: string | undefined;
  /** false shows the strip that says this is a plain diary */
  alertsOn: boolean;
  /** page: TopBar, main, dock, in this order */
  children: ReactNode;
};

/** What stands round every signed-in page. Order in the DOM: skip link, header, main, dock, statement, tabs. */
export function AppShell({ session, texts, places, home, help, foot, country, alertsOn, children }: AppShellProps) {
  const items = places.map(({ icon, ...place }) => ({ ...place, icon: <Icon name={icon} /> }));
  return (
    <div className="m withrail" {...sessionMarks(session)} {...(!help && { "data-no-help": "" })}>
      <a className="btn line skip-link" href="#main">{texts.skip}</a>
      <div className="rail noprint">
        <Link className="brand" href={home} prefetch={false}><Logo />{texts.brand}</Link>
        <MainNav label={texts.main} items={items} variant="rail" />
        <div className="foot">{foot}{help && <HelpButton label={texts.help} />}</div>
      </div>
      <div className="page">
        {!alertsOn && <p className="note urgent m-2 text-sm" role="note">{texts.plainDiary}</p>}
        {children}
        <Statement texts={texts} country={country} />
      </div>
      <MainNav label={texts.main} items={items} variant="tabs" />
      {help}
    </div>
  );
}

/** Read in the browser: by the session watch, and by all that would keep something on the device. */
export const sessionMarks = ({ userId, isShared }: AppShellProps["session"]) =>
  ({ "data-session": isShared ? `${userId} shared` : userId, ...(isShared && { "data-shared": "" }) });
