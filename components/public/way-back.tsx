import type { ReactNode } from "react";
import { Icon, type IconName } from "@/components/ui/icon";

type WayBackProps = { icon: IconName; title: string; children: ReactNode };

/** A page that says what happened and offers ways on. The help button stands in the header around it. */
export function WayBack({ icon, title, children }: WayBackProps) {
  return (
    <section className="mx-auto w-full max-w-[30rem] py-9">
      <span className="avatar mb-4"><Icon name={icon} size={26} /></span>
      <h1>{title}</h1>
      {children}
    </section>
  );
}
