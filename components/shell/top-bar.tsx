import Link from "next/link";
import { HelpButton } from "@/components/shell/help-button";
import { Icon } from "@/components/ui/icon";
import { Logo } from "@/components/ui/logo";

type TopBarProps = {
  /** beside the logo: "Daymark", or the date on Today */
  title: string;
  helpLabel: string;
  /** shown instead of the brand: a way back */
  back?: { label: string; href: string };
  home?: string;
};

/** The header of a page on narrow screens; from 900 px the rail takes its place. */
export function TopBar({ title, helpLabel, back, home = "/today" }: TopBarProps) {
  return (
    <header className="top">
      {back ? (
        <Link className="btn text -ms-2 no-underline max-[359px]:gap-1 max-[359px]:pe-1" href={back.href} prefetch={false}><Icon name="back" />{back.label}</Link>
      ) : (
        <Link className="brand min-h-12" href={home} prefetch={false}><Logo />{title}</Link>
      )}
      <HelpButton label={helpLabel} />
    </header>
  );
}
