"use client";

import type { ReactNode } from "react";
import type { ShownIssue } from "#lib/schema/issue-response.ts";
import { authorText } from "#components/embargo/issue-words.ts";
import { ShownReference } from "#components/step/shown-reference.tsx";
import type { StepDesk } from "#components/step/step-desk.ts";
import { Icon } from "#components/ui/icon.tsx";
import { Instant } from "#components/ui/instant.tsx";
import { TakeBackPosting } from "./take-back-posting.tsx";

type Posting = ShownIssue["postings"][number];

export interface PostingRowProps {
  readonly posting: Posting;
  readonly issue: Pick<ShownIssue, "number" | "revision">;
  readonly desk: StepDesk;
}

/** One public message: where it is, when it was made, what it carries, and by whose word. */
export function PostingRow({ posting, issue, desk }: PostingRowProps) {
  const { kind, reference, postedAt, by, recordedAt } = posting;
  return (
    <li className="space-y-1 py-3">
      <p className="font-medium">{kind === "mandatory" ? "The mandatory posting" : "The exploit’s posting"}</p>
      <p>
        <ShownReference text={reference} />
      </p>
      <p className="text-sm">
        Posted <Instant at={postedAt} precision="second" />
      </p>
      {kind === "mandatory" ? <Carried posting={posting} /> : null}
      <p className="text-sm text-muted">
        Recorded by {authorText(by, desk.viewer)}, <Instant at={recordedAt} />
      </p>
      {desk.viewer === "member" ? <TakeBackPosting posting={posting} issue={issue} desk={desk} /> : null}
    </li>
  );
}

function Carried({ posting: { carriesDetails, includesExploit, announcesExploitAt } }: { readonly posting: Posting }) {
  return (
    <ul className="text-sm">
      {carriesDetails ? (
        <Mark icon="check" colour="text-success">
          It carries the details itself.
        </Mark>
      ) : (
        <Mark icon="warning" colour="text-advice">
          It does not carry the details itself.
        </Mark>
      )}
      {includesExploit ? (
        <Mark icon="check" colour="text-success">
          It contains the exploit.
        </Mark>
      ) : null}
      {announcesExploitAt === null ? null : (
        <Mark icon="clock" colour="text-muted">
          It announces the exploit for <Instant at={announcesExploitAt} />.
        </Mark>
      )}
    </ul>
  );
}

interface MarkProps {
  readonly icon: "check" | "warning" | "clock";
  readonly colour: string;
  readonly children: ReactNode;
}

function Mark({ icon, colour, children }: MarkProps) {
  return (
    <li className="flex items-start gap-1.5">
      <Icon name={icon} className={`mt-0.5 size-4 ${colour}`} />
      <span>{children}</span>
    </li>
  );
}
