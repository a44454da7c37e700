"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";

/** A link of the header; the place where one is, or is within, is marked. */
export function NavLink({ href, children }: { readonly href: string; readonly children: ReactNode }) {
  const path = usePathname();
  const current = path === href ? "page" : path.startsWith(`${href}/`) ? "true" : undefined;

  return (
    <Link
      href={href}
      aria-current={current}
      className="inline-flex min-h-9 items-center border-b-2 border-transparent text-muted no-underline hover:border-line-strong hover:text-ink aria-[current]:border-accent aria-[current]:font-medium aria-[current]:text-ink forced-colors:not-aria-[current]:border-[Canvas]"
    >
      {children}
    </Link>
  );
}
