import { redirect } from "next/navigation";
import type { ReactNode } from "react";
import { coordinatorPlaces } from "#components/coordination/coordinator-places.ts";
import { MemberFrame } from "#components/member-key/member-frame.tsx";
import { memberPlaces } from "#components/member-key/member-places.ts";
import { unreadCountedUpTo } from "#components/site/unread-count.tsx";
import { currentMember } from "#lib/auth/session.ts";
import { base64 } from "#lib/base/bytes.ts";
import { findMember } from "#lib/data/members.ts";
import { countUnreadNotices } from "#lib/data/notices.ts";

export default async function MemberLayout({ children }: { readonly children: ReactNode }) {
  const actor = await currentMember();
  const member = actor === null ? null : await findMember(actor, actor.memberId);
  if (actor === null || member?.ok !== true) redirect("/sign-in");

  const { id, name, organisation, certificate } = member.value;
  const enrolled =
    certificate === null ? null : { fingerprint: certificate.fingerprint, text: base64(certificate.bytes) };
  return (
    <MemberFrame
      member={{ id, name, organisation, certificate: enrolled }}
      places={actor.kind === "coordinator" ? coordinatorPlaces : memberPlaces}
      unreadNotices={await countUnreadNotices(actor, unreadCountedUpTo)}
      serverNow={new Date()}
    >
      {children}
    </MemberFrame>
  );
}
