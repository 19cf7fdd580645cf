import type { Metadata } from "next";
import type { ReactNode } from "react";

export const metadata: Metadata = { robots: { index: false, follow: false } };

/** Pages of people with whom a diary is shared. Each role brings its own shell. */
export default function SharedLayout({ children }: { children: ReactNode }) {
  return children;
}
