import type { Metadata, Viewport } from "next";
import { headers } from "next/headers";
import type { ReactNode } from "react";
import { FIRST_PAINT_SCRIPT } from "@/components/shell/look";
import { SESSION_WATCH_SCRIPT } from "@/components/shell/session-watch";
import { messages } from "@/lib/i18n/messages";
import { env } from "@/lib/server/env";
import "./styles/globals.css";

export const metadata: Metadata = {
  title: { default: messages.common.brand, template: `%s - ${messages.common.brand}` },
  description: messages.common.description,
  applicationName: messages.common.brand,
  formatDetection: { telephone: false },
};

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  themeColor: [{ media: "(prefers-color-scheme: light)", color: "#f7f4ee" }, { media: "(prefers-color-scheme: dark)", color: "#0f171a" }],
};

/** Reading the nonce makes every page dynamic: a static page would carry none, and its scripts would be refused. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const nonce = (await headers()).get("x-nonce") ?? undefined;
  return (
    <html lang="en-GB" dir="ltr" data-alerts={env().DAYMARK_ALERTS ? "on" : "off"} suppressHydrationWarning>
      <head>
        <script nonce={nonce} dangerouslySetInnerHTML={{ __html: `${FIRST_PAINT_SCRIPT};${SESSION_WATCH_SCRIPT}` }} suppressHydrationWarning />
      </head>
      <body>{children}</body>
    </html>
  );
}
