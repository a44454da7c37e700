import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { SignInWays } from "#components/sign-in/sign-in-ways.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { currentMember } from "#lib/auth/session.ts";

export const metadata: Metadata = { title: "Sign in" };

export default async function SignInPage() {
  if ((await currentMember()) !== null) redirect("/reports");

  return (
    <>
      <PageHeader
        title="Sign in"
        lead="Members sign in with the OpenPGP key they are enrolled with. There is no password: you sign a short text that serves once, for this site."
      />
      <noscript>
        <div className="mb-8 max-w-prose">
          <Notice title="This page needs script">
            <p>
              Signing in and reading happen in the browser, so they need its script. A report can be sent without: with
              gpg and curl.
            </p>
          </Notice>
        </div>
      </noscript>
      <SignInWays />
    </>
  );
}
