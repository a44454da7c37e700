"use client";

import { useState } from "react";
import type { ReportPage } from "#lib/schema/report-page.ts";
import { acceptedMessageSchema } from "#lib/schema/member-requests.ts";
import { useMemberKey } from "#components/member-key/member-key-context.ts";
import { PolicyLink } from "#components/report/policy-link.tsx";
import { upload } from "#components/request/upload.ts";
import { rosterToSendTo } from "#components/sealing/roster-to-send-to.ts";
import { answerSubject, sealMessage } from "#components/sealing/sealed-message.ts";
import type { TrustedRoster } from "#components/sealing/trusted-roster.ts";
import { MessageComposer } from "#components/thread/message-composer.tsx";
import type { PreparedMessage } from "#components/thread/prepared-message.ts";
import type { DraftRoad } from "#components/thread/send-draft.ts";
import { Notice } from "#components/ui/notice.tsx";
import { RadioGroup } from "#components/ui/radio-group.tsx";
import { ReplyAudience } from "./reply-audience.tsx";

export interface ReplyComposerProps {
  readonly report: ReportPage["report"];
  readonly reporterCertificates: ReportPage["reporterCertificates"];
  /** The roster that was shown, and whose signer was accepted. */
  readonly trusted: TrustedRoster;
  /** What the report is called inside its envelope; null while it is sealed. */
  readonly title: string | null;
  /** What another part of the page has written for the reporter; null where nothing is. */
  readonly prepared: PreparedMessage | null;
  readonly onSent: () => void;
}

type ReplyTo = "everyone" | "list";

/** Writes a reply; it is sealed to the readers whom a coordinator signed for, at the moment of sending. */
export function ReplyComposer(props: ReplyComposerProps) {
  const { report, reporterCertificates, trusted, prepared, onSent } = props;
  const { signer, member } = useMemberKey();
  const [replyTo, setReplyTo] = useReplyTo(prepared);
  const canReporterRead = reporterCertificates.length > 0;
  const isToReporter = canReporterRead && replyTo === "everyone";
  const road = useReplyRoad(props, isToReporter);

  return (
    <div className="space-y-5">
      {canReporterRead ? (
        <RadioGroup
          id="reply-to"
          name="reply-to"
          legend="To"
          inline
          value={replyTo}
          onValueChange={(value) => {
            setReplyTo(value === "list" ? "list" : "everyone");
          }}
          options={[
            { value: "everyone", label: "The reporter and the list" },
            { value: "list", label: "The list only" },
          ]}
        />
      ) : (
        <Notice title="The reporter cannot read replies yet">
          <p>
            They gave no certificate, so this goes to the list only. Once they add one with their receipt, later replies
            are sealed to them as well.
          </p>
        </Notice>
      )}
      <MessageComposer
        {...road}
        id="reply"
        label={isToReporter ? `Reply to the reporter and ${report.listName}` : `Message to ${report.listName} only`}
        hint={
          isToReporter || !canReporterRead ? undefined : (
            <>
              The reporter will not see it. Most of what is written belongs to both (<PolicyLink id="M6" />
              ).
            </>
          )
        }
        audience={
          <ReplyAudience
            trusted={trusted}
            reporterCount={isToReporter ? reporterCertificates.length : 0}
            isSigned={signer !== null}
            ownFingerprint={member.certificate?.fingerprint ?? null}
          />
        }
        prepared={prepared}
        onSent={onSent}
      />
    </div>
  );
}

/** What was prepared is for the reporter. */
function useReplyTo(prepared: PreparedMessage | null) {
  const [replyTo, setReplyTo] = useState<ReplyTo>("everyone");
  const [taken, setTaken] = useState(prepared);
  if (prepared !== taken) {
    setTaken(prepared);
    setReplyTo("everyone");
  }
  return [replyTo, setReplyTo] as const;
}

/** How a reply gets from here to the thread. */
function useReplyRoad(
  { report, reporterCertificates, trusted, title }: ReplyComposerProps,
  isToReporter: boolean,
): DraftRoad {
  const { vault, signer } = useMemberKey();
  return {
    async seal(draft, signal) {
      const current = await rosterToSendTo(report.listName, trusted);
      if (!current.ok) return current;
      const certificates = isToReporter ? reporterCertificates.map(({ bytes }) => bytes) : [];
      const sealing = { vault, trusted: current.value, reporterCertificates: certificates, signer, signal };
      return sealMessage({ ...draft, subject: draft.subject ?? answerSubject(title) }, sealing);
    },
    post: (form, options) => upload(`/api/v1/reports/${report.id}/messages`, form, acceptedMessageSchema, options),
  };
}
