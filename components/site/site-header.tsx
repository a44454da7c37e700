import { clsx } from "clsx";
import Link from "next/link";
import type { ReactNode } from "react";
import { NavLink } from "./nav-link.tsx";
import type { Place } from "./places.ts";
import { UnreadCount } from "./unread-count.tsx";
import { Wordmark } from "./wordmark.tsx";

export interface SiteHeaderProps {
  readonly places: readonly Place[];
  /** At the far end: the way in, or who is signed in and the way out. */
  readonly account?: ReactNode;
}

/** So many places stand beside the wordmark; more have a row of their own, whatever stands at the far end. */
const mostBeside = 5;

export function SiteHeader({ places, account }: SiteHeaderProps) {
  const areBeside = places.length <= mostBeside;
  return (
    <header className="screen-only border-b border-line bg-surface">
      <div className="mx-auto flex max-w-page flex-wrap items-center gap-x-6 gap-y-1 px-4 py-3 sm:px-6">
        <Link href="/" className="-ml-1 inline-flex min-h-9 items-center rounded-sm px-1 text-ink no-underline">
          <Wordmark />
        </Link>
        <nav aria-label="Main" className={clsx("order-3 basis-full", areBeside && "sm:order-2 sm:grow sm:basis-auto")}>
          <ul className="flex flex-wrap gap-x-4 gap-y-0.5">
            {places.map(({ href, label, unreadCount = 0 }) => (
              <li key={href}>
                <NavLink href={href}>
                  {label}
                  {unreadCount === 0 ? null : <UnreadCount count={unreadCount} />}
                </NavLink>
              </li>
            ))}
          </ul>
        </nav>
        {account === undefined ? null : (
          <div className={clsx("order-2 ml-auto", areBeside && "sm:order-3")}>{account}</div>
        )}
      </div>
    </header>
  );
}
