"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";

/** `icon` is drawn by the server, so that the script of every page does not hold the whole set of icons. */
export type NavItem = { href: string; label: string; icon: ReactNode };
type MainNavProps = { label: string; items: NavItem[]; variant: "tabs" | "rail" };

/**
 * The same places as a tab bar (narrow) or inside the rail (from 900 px). Not fetched ahead: every page is made for its reader, so
 * what comes ahead is no page yet, only requests, for each place and each visit.
 */
export function MainNav({ label, items, variant }: MainNavProps) {
  const path = usePathname();
  const within = items.map(({ href }) => href).filter((href) => path === href || path.startsWith(`${href}/`));
  // "/people/alerts" lies below "/people", and is a place of its own.
  const current = within.sort((one, other) => other.length - one.length)[0];
  return (
    <nav className={variant === "tabs" ? "tabs noprint" : "grid gap-1"} aria-label={label}>
      {items.map(({ href, label: text, icon }) => {
        const isCurrent = href === current;
        return (
          <Link key={href} href={href} prefetch={false} className={variant === "rail" ? "nav" : ""} {...(isCurrent && { "aria-current": "page" as const })}>
            {variant === "tabs" ? <span className="ic">{icon}</span> : icon}
            {text}
          </Link>
        );
      })}
    </nav>
  );
}
