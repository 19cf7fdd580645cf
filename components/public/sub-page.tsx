import type { ReactNode } from "react";
import { TopBar } from "@/components/shell/top-bar";
import { WideBack } from "@/components/shell/wide-back";

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
          <WideBack {...back} />
          <h1>{title}</h1>
          {lead && <p className="mt-1.5 text-ink-2">{lead}</p>}
          <div className="mt-4">{children}</div>
        </div>
      </main>
    </>
  );
}
