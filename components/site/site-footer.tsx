import Link from "next/link";
import type { Theme } from "./theme.ts";
import { ThemeChoice } from "./theme-choice.tsx";

/** The same help at the end of every page, and the choice of light or dark. */
export function SiteFooter({ theme }: { readonly theme: Theme }) {
  return (
    <footer className="screen-only border-t border-line text-sm text-muted">
      <div className="mx-auto flex max-w-page flex-wrap items-center justify-between gap-x-10 gap-y-4 px-4 py-6 sm:px-6">
        <ul className="flex flex-wrap gap-x-6 gap-y-2">
          <li>
            <Link href="/policy" className="link inline-block min-h-6">
              What the policy asks
            </Link>
          </li>
          <li>
            <Link href="/policy#without-a-browser" className="link inline-block min-h-6">
              Report with gpg and curl
            </Link>
          </li>
        </ul>
        <ThemeChoice theme={theme} />
      </div>
    </footer>
  );
}
