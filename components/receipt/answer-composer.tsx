"use client";

import { useState } from "react";
import { tabVault, type UnlockedReceipt } from "#lib/pgp/client.ts";
import type { ReceiptResponse } from "#lib/schema/thread-response.ts";
import { PolicyLink } from "#components/report/policy-link.tsx";
import { rosterToSendTo } from "#components/sealing/roster-to-send-to.ts";
import { answerSubject, sealMessage } from "#components/sealing/sealed-message.ts";
import type { TrustedRoster } from "#components/sealing/trusted-roster.ts";
import { MessageComposer } from "#components/thread/message-composer.tsx";
import type { DraftRoad } from "#components/thread/send-draft.ts";
import { countText } from "#components/ui/count-text.ts";
import { RadioGroup } from "#components/ui/radio-group.tsx";
import { posterOf } from "./receipt-road.ts";

export interface AnswerComposerProps {
  readonly receipt: UnlockedReceipt;
  readonly report: ReceiptResponse;
  readonly trusted: TrustedRoster;
  /** What the report is called inside its envelope; null where it is not open. */
  readonly subject: string | null;
  readonly onSent: () => void;
}

type Kind = "message" | "exploit";

/** A message of the reporter's, sealed to the readers of today and to themselves. */
export function AnswerComposer({ receipt, report, trusted, subject, onSent }: AnswerComposerProps) {
  const [kind, setKind] = useState<Kind>("message");
  const { certificate } = receipt;

  const seal: DraftRoad["seal"] = async (draft, signal) => {
    const current = await rosterToSendTo(report.listName, trusted);
    if (!current.ok) return current;
    const certificates = report.reporterCertificates.map(({ bytes }) => bytes);
    const signer = certificate?.fingerprint ?? null;
    const sealing = { vault: tabVault(), trusted: current.value, reporterCertificates: certificates, signer, signal };
    const title = kind === "exploit" ? `Exploit: ${subject ?? report.handle}` : answerSubject(subject);
    return sealMessage({ ...draft, kind, subject: title }, sealing);
  };

  return (
    <div className="space-y-5">
      <RadioGroup
        id="answer-kind"
        name="answer-kind"
        legend="What do you send?"
        inline
        value={kind}
        onValueChange={(value) => {
          setKind(value === "exploit" ? "exploit" : "message");
        }}
        options={[
          { value: "message", label: "A message" },
          { value: "exploit", label: "Exploit code" },
        ]}
      />
      <MessageComposer
        id="answer"
        label={kind === "exploit" ? "Exploit" : "Message"}
        hint={
          kind === "exploit" ? (
            <>
              It goes into an envelope of its own, because it may be published later than the issue:{" "}
              <PolicyLink id="R14" />
            </>
          ) : undefined
        }
        audience={<Audience trusted={trusted} report={report} isSigned={certificate !== null} />}
        seal={seal}
        post={posterOf(receipt)}
        onSent={onSent}
      />
    </div>
  );
}

interface AudienceProps {
  readonly trusted: TrustedRoster;
  readonly report: ReceiptResponse;
  readonly isSigned: boolean;
}

function Audience({ trusted, report, isSigned }: AudienceProps) {
  const { sealable, skipped, roster, signedBy } = trusted;
  const you = report.reporterCertificates.length === 0 ? "" : ", and to you";
  return (
    <>
      <p>
        Encrypted in this browser to {countText(sealable.length, "reader")} of {report.listName} (roster{" "}
        {String(roster.version)}, signed by {signedBy.name}){you}.{" "}
        {isSigned ? "Signed with the key of your receipt." : "Not signed: this receipt holds no key."}
      </p>
      {skipped.length === 0 ? null : (
        <p>
          Left out, because nothing can be encrypted to their certificates now:{" "}
          {skipped.map(({ name, organisation }) => `${name} (${organisation})`).join(", ")}.
        </p>
      )}
    </>
  );
}
