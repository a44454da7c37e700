import type { ReactNode } from "react";
import { coordinatorPlaces } from "#components/coordination/coordinator-places.ts";
import { MemberFrame } from "#components/member-key/member-frame.tsx";
import { memberPlaces } from "#components/member-key/member-places.ts";
import { unreadCountedUpTo } from "#components/site/unread-count.tsx";
import type { SignedIn } from "#lib/auth/session.ts";
import { base64 } from "#lib/base/bytes.ts";
import { countUnreadNotices } from "#lib/data/notices.ts";

/** What stands around every page of somebody who is signed in. */
export async function SignedInFrame({ signIn, children }: { readonly signIn: SignedIn; readonly children: ReactNode }) {
  const { actor, member } = signIn;
  const { id, name, organisation, certificate } = member;
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
