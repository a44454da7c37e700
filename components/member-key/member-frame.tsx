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
  /** Of the member's own notices, how many are unread. */
  readonly unreadNotices: number;
  readonly serverNow: Date;
  readonly children: ReactNode;
}

/** What stands around every page of a member, with their keys. */
export function MemberFrame({ member, places, unreadNotices, serverNow, children }: MemberFrameProps) {
  const withUnread = (place: Place) => (place.href === "/notices" ? { ...place, unreadCount: unreadNotices } : place);
  return (
    <MemberKeyProvider member={member} serverNow={serverNow}>
      <SiteHeader places={places.map(withUnread)} account={<MemberAccount />} />
      <Main>{children}</Main>
    </MemberKeyProvider>
  );
}
