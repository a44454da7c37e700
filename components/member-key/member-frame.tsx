"use client";

import type { ReactNode } from "react";
import { Main } from "#components/site/main.tsx";
import type { Place } from "#components/site/places.ts";
import { SiteHeader } from "#components/site/site-header.tsx";
import { MemberAccount } from "./member-account.tsx";
import type { MemberIdentity } from "./member-key-context.ts";
import { MemberKeyProvider } from "./member-key-provider.tsx";

export interface MemberFrameProps {
  readonly member: MemberIdentity;
  readonly places: readonly Place[];
  readonly serverNow: Date;
  readonly children: ReactNode;
}

/** What stands around every page of a member, with their keys. */
export function MemberFrame({ member, places, serverNow, children }: MemberFrameProps) {
  return (
    <MemberKeyProvider member={member} serverNow={serverNow}>
      <SiteHeader places={places} account={<MemberAccount />} />
      <Main>{children}</Main>
    </MemberKeyProvider>
  );
}
