"use client";

import { useState } from "react";
import type { ReportPage } from "#lib/schema/report-page.ts";
import type { ThreadEnvelope } from "#lib/schema/thread-response.ts";
import { useMemberKey } from "#components/member-key/member-key-context.ts";
import { UnlockButton } from "#components/reports/unlock-button.tsx";
import { Button } from "#components/ui/button.tsx";
import { Icon } from "#components/ui/icon.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { openAttachment } from "#components/thread/open-envelope.ts";
import { EnvelopeArticle } from "#components/thread/envelope-article.tsx";
import type { EnvelopeContents } from "#components/thread/envelope-contents.ts";
import type { Viewer } from "#components/thread/envelope-words.ts";
import { unreachable } from "#components/request/shown-problem.ts";
import { EnvelopeFooter } from "./envelope-footer.tsx";
import { foldedCount, isNewTo } from "./thread-fold.ts";
import type { ReportThread } from "./use-report-thread.ts";

export interface ThreadSectionProps extends Pick<ReportThread, "thread" | "contents" | "opening"> {
  readonly page: Pick<ReportPage, "viewerId" | "readUntil">;
  /** Whether the signed roster was refused, by which members' signatures are told apart. */
  readonly isRosterRefused: boolean;
}

const locked: EnvelopeContents = { state: "locked" };

/** The report and everything that was sent about it since, oldest first. */
export function ThreadSection({ thread, contents, opening, page, isRosterRefused }: ThreadSectionProps) {
  const { viewerId, readUntil } = page;
  const { state } = useMemberKey();
  const viewer: Viewer = { kind: "member", memberId: viewerId };

  // As it was when the page was opened: nothing is folded away under the eyes of whoever reads.
  const [folded] = useState(() => foldedCount(thread, readUntil, viewer));
  const [isUnfolded, setIsUnfolded] = useState(false);
  const shown = (envelope: ThreadEnvelope) => (
    <EnvelopeArticle
      key={envelope.id}
      envelope={envelope}
      contents={contents.get(envelope.id) ?? (opening === null ? { state: "opening" } : locked)}
      viewer={viewer}
      isNew={isNewTo(envelope, readUntil, viewer)}
      fetchAttachment={(attachment) =>
        opening === null
          ? Promise.resolve({ ok: false, problem: unreachable() })
          : openAttachment(envelope, attachment, opening)
      }
      footer={
        <EnvelopeFooter
          envelope={envelope}
          fetchPart={isWithoutTicket(envelope, contents.get(envelope.id)) ? (opening?.fetchPart ?? null) : null}
        />
      }
    />
  );

  return (
    <section id="thread" tabIndex={-1} aria-labelledby="thread-heading" className="scroll-mt-4 space-y-5 outline-none">
      <h2 id="thread-heading" className="text-2xl">
        Thread
      </h2>
      {state.kind === "locked" || state.kind === "unlocking" ? (
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2 rounded-md border border-line bg-sunken px-4 py-2.5 text-sm">
          <p className="flex grow basis-72 items-start gap-2">
            <Icon name="lock" className="mt-0.5 size-4 text-muted" />
            All of it is sealed to you. It opens in this browser, and the portal never sees it.
          </p>
          <UnlockButton id="unlock-thread" label="Unlock to read" />
        </div>
      ) : null}
      {isRosterRefused ? (
        <Notice tone="advice" title="Members’ signatures cannot be checked now">
          <p>
            The list’s roster could not be verified, so nobody vouches for their keys. What is wrong with it stands
            below.
          </p>
        </Notice>
      ) : null}
      {thread.slice(0, 1).map(shown)}
      {folded === 0 ? null : (
        <Button
          variant="quiet"
          icon="down"
          aria-expanded={isUnfolded}
          onClick={() => {
            setIsUnfolded(!isUnfolded);
          }}
        >
          {isUnfolded ? "Hide" : "Show"} {folded} earlier messages, which you have read
        </Button>
      )}
      {thread.slice(isUnfolded ? 1 : 1 + folded).map(shown)}
    </section>
  );
}

/** Made by gpg, sealed still, and the member's to read. */
function isWithoutTicket({ emptyBody, keyPackets }: ThreadEnvelope, contents: EnvelopeContents | undefined): boolean {
  return emptyBody === null && keyPackets.length > 0 && contents?.state === "locked";
}
