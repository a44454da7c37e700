import { redirect } from "next/navigation";
import type { ReactNode } from "react";
import { SignedInFrame } from "#app/signed-in-frame.tsx";
import { currentSignIn } from "#lib/auth/session.ts";

export default async function MemberLayout({ children }: { readonly children: ReactNode }) {
  const signIn = await currentSignIn();
  if (signIn === null) redirect("/sign-in");
  return <SignedInFrame signIn={signIn}>{children}</SignedInFrame>;
}
