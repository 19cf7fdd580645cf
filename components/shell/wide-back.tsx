import Link from "next/link";
import { Icon } from "@/components/ui/icon";

/** The way back above the title on wide screens, where the rail takes the place of the header that has it on narrow ones. */
export function WideBack({ label, href }: { label: string; href: string }) {
  return <div className="only-wide"><Link className="btn text -ms-2 mb-2" href={href} prefetch={false}><Icon name="back" />{label}</Link></div>;
}
