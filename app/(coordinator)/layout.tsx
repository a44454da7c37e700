import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { coordinatorPlaces } from "#components/coordination/coordinator-places.ts";
import { MemberFrame } from "#components/member-key/member-frame.tsx";
import { unreadCountedUpTo } from "#components/site/unread-count.tsx";
import { base64 } from "#lib/base/bytes.ts";
import { findMember } from "#lib/data/members.ts";
import { countUnreadNotices } from "#lib/data/notices.ts";
import { coordinatorOrNothing } from "./_coordinator.ts";

export default async function CoordinatorLayout({ children }: { readonly children: ReactNode }) {
  const actor = await coordinatorOrNothing();
  const member = await findMember(actor, actor.memberId);
  if (!member.ok) notFound();

  const { id, name, organisation, certificate } = member.value;
  const enrolled =
    certificate === null ? null : { fingerprint: certificate.fingerprint, text: base64(certificate.bytes) };
  return (
    <MemberFrame
      member={{ id, name, organisation, certificate: enrolled }}
      places={coordinatorPlaces}
      unreadNotices={await countUnreadNotices(actor, unreadCountedUpTo)}
      serverNow={new Date()}
    >
      {children}
    </MemberFrame>
  );
}
