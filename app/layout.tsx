import type { Metadata, Viewport } from "next";
import { headers } from "next/headers";
import type { ReactNode } from "react";
import { SiteFooter } from "#components/site/site-footer.tsx";
import { SkipLink } from "#components/site/skip-link.tsx";
import { currentTheme } from "./current-theme.ts";
import { fontVariables } from "./fonts.ts";
import "./globals.css";

export const metadata: Metadata = {
  title: { default: "Fortnight", template: "%s · Fortnight" },
  description: "A portal for coordinating embargoed disclosure. Reports are encrypted before they leave your browser.",
};

export const viewport: Viewport = { width: "device-width", initialScale: 1, colorScheme: "light dark" };

export default async function RootLayout({ children }: { readonly children: ReactNode }) {
  await headers(); // each response has a nonce of its own, so no page is rendered ahead of its request
  const theme = await currentTheme();

  return (
    <html lang="en" data-theme={theme} className={fontVariables}>
      <head>
        {/* Metadata of a page that takes a moment comes after the page, and browsers then ask for /favicon.ico. */}
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
      </head>
      <body className="flex min-h-dvh flex-col">
        <SkipLink />
        <div className="flex grow flex-col">{children}</div>
        <SiteFooter theme={theme} />
      </body>
    </html>
  );
}
