"use client";

import type { ReactNode } from "react";
import type { ThreadEnvelope } from "#lib/schema/thread-response.ts";
import { Badge } from "#components/ui/badge.tsx";
import { Instant } from "#components/ui/instant.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Spinner } from "#components/ui/spinner.tsx";
import { tones } from "#components/ui/tone.ts";
import type { FetchAttachment } from "./attachment-rows.tsx";
import { authorName, envelopeTitle, isOwn, type Viewer } from "./envelope-words.ts";
import type { EnvelopeContents, OpenedContents } from "./envelope-contents.ts";
import { OpenedEnvelope } from "./opened-envelope.tsx";
import { signatureWords } from "./signature-words.ts";

export interface EnvelopeArticleProps {
  readonly envelope: Pick<ThreadEnvelope, "id" | "kind" | "author" | "authorMember" | "sentAt" | "parts">;
  readonly contents: EnvelopeContents;
  readonly viewer: Viewer;
  readonly fetchAttachment: FetchAttachment;
  /** Shown as not read before. */
  readonly isNew?: boolean;
  /** At the end: a link to the message for gpg, who the readers are, a grant. */
  readonly footer?: ReactNode;
}

/** One envelope of a thread: who sent it when, what their signature is worth, and what it says. */
export function EnvelopeArticle(props: EnvelopeArticleProps) {
  const { envelope, contents, viewer, fetchAttachment, isNew = false, footer } = props;
  const titleId = `envelope-${envelope.id}`;

  return (
    <article
      aria-labelledby={titleId}
      className="overflow-clip rounded-lg border border-line bg-surface data-own:border-l-4 data-own:border-l-accent"
      data-own={isOwn(envelope, viewer) || undefined}
    >
      <header className="flex flex-wrap items-baseline gap-x-4 gap-y-1 border-b border-line px-5 py-3 sm:px-6">
        <h3 id={titleId} className="text-base">
          {envelopeTitle(envelope, viewer)}
        </h3>
        <p className="text-sm text-muted">
          <Instant at={envelope.sentAt} />
        </p>
        <p className="ml-auto flex flex-wrap gap-2 empty:hidden">
          {isNew ? <Badge tone="note">New</Badge> : null}
          {contents.state === "opened" ? <SignatureBadge envelope={envelope} contents={contents} /> : null}
        </p>
      </header>
      <div className="space-y-5 px-5 py-4 sm:px-6">
        <Contents envelope={envelope} contents={contents} viewerKind={viewer.kind} fetchAttachment={fetchAttachment} />
      </div>
      {footer === undefined ? null : (
        <footer className="border-t border-line bg-sunken/60 px-5 py-3 text-sm sm:px-6">{footer}</footer>
      )}
    </article>
  );
}

function SignatureBadge(props: {
  readonly envelope: EnvelopeArticleProps["envelope"];
  readonly contents: OpenedContents;
}) {
  const words = signatureWords(props.contents, { name: authorName(props.envelope) });
  return (
    <Badge tone={words.tone === "note" ? "plain" : words.tone} icon={tones[words.tone].icon}>
      {words.short}
    </Badge>
  );
}

interface ContentsProps extends Pick<EnvelopeArticleProps, "envelope" | "contents" | "fetchAttachment"> {
  readonly viewerKind: Viewer["kind"];
}

const lockedWords: Readonly<Record<Viewer["kind"], string>> = {
  reporter: "Your receipt holds no key that opens it.",
  member: "It opens here once your key is unlocked, or with a ticket.",
};

function Contents({ envelope, contents, viewerKind, fetchAttachment }: ContentsProps) {
  switch (contents.state) {
    case "opening":
      return (
        <p className="flex items-center gap-2 text-muted">
          <Spinner /> Opening …
        </p>
      );
    case "locked":
      return <p className="text-muted">Sealed. {lockedWords[viewerKind]}</p>;
    case "failed":
      return (
        <Notice tone="refusal" title={contents.problem.wrong}>
          <p>{contents.problem.mend}</p>
        </Notice>
      );
    case "opened":
      return <OpenedEnvelope author={authorName(envelope)} contents={contents} fetchAttachment={fetchAttachment} />;
  }
}
