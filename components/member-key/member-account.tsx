"use client";

import { endTabVault } from "#lib/pgp/client.ts";
import { Button } from "#components/ui/button.tsx";
import { KeyStatus } from "./key-status.tsx";
import { useMemberKey } from "./member-key-context.ts";

/** Who is signed in, whether their key is unlocked, and the way out. */
export function MemberAccount() {
  const { member } = useMemberKey();
  return (
    <div className="flex flex-wrap items-center justify-end gap-x-2 gap-y-2 sm:gap-x-4">
      <p className="text-sm leading-tight">
        <span className="font-medium">{member.name}</span>
        <span className="block text-muted">{member.organisation}</span>
      </p>
      <KeyStatus />
      {/* A plain form: it works without script, and the answer replaces the page with all that it holds. */}
      <form method="post" action="/api/v1/sign-out" className="-mr-2" onSubmit={endTabVault}>
        <Button type="submit" size="small" variant="quiet" icon="leave">
          Sign out
        </Button>
      </form>
    </div>
  );
}
