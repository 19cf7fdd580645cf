import Link from "next/link";
import { Icon, type IconName } from "@/components/ui/icon";

export type LinkItem = { href: string; icon?: IconName; label: string; hint?: string };

/** Places to go, one a row; the whole row can be tapped. */
export function LinkList({ items }: { items: readonly LinkItem[] }) {
  return (
    <ul className="card py-1">
      {items.map(({ href, icon, label, hint }) => (
        <li key={href} className="border-t border-line first:border-t-0">
          <Link href={href} className="flex min-h-15.5 items-center gap-3 py-2.5 text-ink no-underline">
            {icon && <Icon name={icon} className="text-primary-ink" />}
            <span className="min-w-0 grow">
              <span className="block font-semibold">{label}</span>
              {hint && <span className="block text-sm text-ink-2 wrap-anywhere">{hint}</span>}
            </span>
            <Icon name="chev" className="text-line-strong rtl:-scale-x-100" />
          </Link>
        </li>
      ))}
    </ul>
  );
}
