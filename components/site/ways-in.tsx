import Link from "next/link";
import type { ReactNode } from "react";
import { LinkButton } from "#components/ui/link-button.tsx";

/** The two ways into the portal: with something to report, or back to something reported. */
export function WaysIn() {
  return (
    <div className="grid gap-5 md:grid-cols-2">
      <Way
        title="I found a vulnerability"
        action={
          <LinkButton as={Link} href="/report" variant="primary" icon="lock">
            Report it
          </LinkButton>
        }
      >
        No account is needed. You choose one list, propose a date, and get a receipt with which you come back.
      </Way>
      <Way
        title="I was here before"
        action={
          <>
            <LinkButton as={Link} href="/receipt" icon="key">
              Return with a receipt
            </LinkButton>
            <LinkButton as={Link} href="/sign-in" icon="person">
              Sign in as a member
            </LinkButton>
          </>
        }
      >
        Reporters read replies and answer with their receipt. Members sign a challenge with their OpenPGP key; there are
        no passwords.
      </Way>
    </div>
  );
}

interface WayProps {
  readonly title: string;
  readonly children: ReactNode;
  readonly action: ReactNode;
}

function Way({ title, children, action }: WayProps) {
  return (
    <section className="flex flex-col rounded-lg border border-line bg-surface p-6">
      <h2 className="text-xl">{title}</h2>
      <p className="mt-2 grow text-muted">{children}</p>
      <div className="mt-5 flex flex-wrap gap-3">{action}</div>
    </section>
  );
}
