import Link from "next/link";
import type { ReactNode } from "react";
import { TopBar } from "@/components/shell/top-bar";
import { Icon } from "@/components/ui/icon";

type SubPageProps = {
  title: string;
  lead?: string;
  back: { label: string; href: string };
  helpLabel: string;
  children: ReactNode;
};

/** A page below another one: a way back in the header, and beside the rail above the title. */
export function SubPage({ title, lead, back, helpLabel, children }: SubPageProps) {
  return (
    <>
      <TopBar title={title} helpLabel={helpLabel} back={back} />
      <main id="main">
        <div className="max-w-[38rem]">
          <div className="only-wide"><Link className="btn text -ms-2 mb-2" href={back.href}><Icon name="back" />{back.label}</Link></div>
          <h1>{title}</h1>
          {lead && <p className="mt-1.5 text-ink-2">{lead}</p>}
          <div className="mt-4">{children}</div>
        </div>
      </main>
    </>
  );
}
