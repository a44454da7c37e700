import Link from "next/link";
import type { ReactNode } from "react";
import { PageHeader } from "#components/ui/page-header.tsx";

/** The same words for what does not exist and for what the visitor may not see; where else to go stands below. */
export function NothingHere({ children }: { readonly children: ReactNode }) {
  return (
    <>
      <PageHeader
        title="There is nothing here for you"
        lead="The address may be mistyped, or it leads to something that is not yours to see: both look the same from outside."
      />
      <div className="prose">{children}</div>
    </>
  );
}

/** For whoever is not signed in. */
export function NothingHereInPublic() {
  return (
    <NothingHere>
      <p>
        If you sent a report, <Link href="/receipt">return with your receipt</Link>. If you are a member,{" "}
        <Link href="/sign-in">sign in</Link> first. Everything public starts on the <Link href="/">home page</Link>.
      </p>
    </NothingHere>
  );
}
