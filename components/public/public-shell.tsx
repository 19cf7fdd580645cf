import Link from "next/link";
import type { ReactNode } from "react";
import { HelpButton } from "@/components/shell/help-button";
import { Statement } from "@/components/shell/statement";
import { Logo } from "@/components/ui/logo";
import type { Messages } from "@/lib/i18n/messages";

type PublicShellProps = {
  texts: Messages["common"];
  /** the emergency numbers as a dialog */
  help: ReactNode;
  /** whose emergency number the statement at the foot names */
  country?: string | undefined;
  /** false shows the strip that says this is a plain diary */
  alertsOn: boolean;
  /** nothing may stay on the device */
  isShared?: boolean | undefined;
  /** below the statement: who runs this, and what they keep */
  foot?: ReactNode;
  children: ReactNode;
};

/** What stands round a page before the diary: the way home, and the help button, which works signed out. */
export function PublicShell({ texts: common, help, country, alertsOn, isShared = false, foot, children }: PublicShellProps) {
  return (
    <div className="m" {...(isShared && { "data-shared": "" })}>
      <a className="btn line skip-link" href="#main">{common.skip}</a>
      <header className="top noprint mx-auto w-full max-w-[46rem]">
        <Link className="brand min-h-12" href="/"><Logo />{common.brand}</Link>
        <HelpButton label={common.help.button} />
      </header>
      {!alertsOn && <PlainDiaryStrip text={common.plainDiary} />}
      <main id="main" className="mx-auto flex w-full max-w-[46rem] flex-col">{children}</main>
      <div className="mx-auto w-full max-w-[46rem]"><Statement texts={common} country={country} />{foot && <div className="px-[16px] pb-4">{foot}</div>}</div>
      {help}
    </div>
  );
}

export function PlainDiaryStrip({ text }: { text: string }) {
  return <p className="note urgent mx-auto my-2 w-[calc(100%-2rem)] max-w-[44rem] text-sm" role="note">{text}</p>;
}
