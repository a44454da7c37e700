import type { ReactNode } from "react";
import { Main } from "./main.tsx";
import { NavLink } from "./nav-link.tsx";
import { publicPlaces } from "./places.ts";
import { SiteHeader } from "./site-header.tsx";

/** What stands around every page that needs no session. */
export function PublicFrame({ children }: { readonly children: ReactNode }) {
  return (
    <>
      <SiteHeader places={publicPlaces} account={<NavLink href="/sign-in">Sign in</NavLink>} />
      <Main>{children}</Main>
    </>
  );
}
