"use client";

import { useRef, useState } from "react";
import { acceptedMessageSchema } from "#lib/schema/member-requests.ts";
import { appendFacts } from "#components/sealing/envelope-form.ts";
import { shownProblem, type ShownProblem } from "#components/request/shown-problem.ts";
import { upload } from "#components/request/upload.ts";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { TextArea } from "#components/ui/text-area.tsx";

export interface PasteReplyProps {
  readonly reportId: string;
  readonly rosterVersion: number;
  readonly onSent: () => void;
}

/** Takes an armoured message, as gpg made it, into the thread. */
export function PasteReply({ reportId, rosterVersion, onSent }: PasteReplyProps) {
  const [armour, setArmour] = useState("");
  const [isPending, setPending] = useState(false);
  /** One for each text: sent again after a lost answer, it is stored once. */
  const submission = useRef({ message: "", id: "" });
  const [outcome, setOutcome] = useState<ShownProblem | "sent" | null>(null);

  async function send() {
    const message = armour.trim();
    if (!/^-----BEGIN PGP MESSAGE-----[^]*-----END PGP MESSAGE-----$/.test(message)) {
      setOutcome(shownProblem({ code: "MESSAGE_NOT_ARMOURED", facts: {} }));
      return;
    }
    if (submission.current.message !== message) submission.current = { message, id: crypto.randomUUID() };
    setPending(true);
    const form = new FormData();
    appendFacts(form, { submissionId: submission.current.id, rosterVersion, kind: "message" });
    form.append("envelope", new Blob([`${message}\n`], { type: "application/pgp-encrypted" }), "envelope.asc");
    const sent = await upload(`/api/v1/reports/${reportId}/messages`, form, acceptedMessageSchema);
    setPending(false);
    setOutcome(sent.ok ? "sent" : sent.problem);
    if (!sent.ok) return;
    setArmour("");
    onSent();
  }

  return (
    <form
      className="space-y-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isPending) void send();
      }}
    >
      <TextArea
        id="gpg-reply"
        label="Armoured reply"
        hint="The contents of reply.asc. The portal checks that it is encrypted to every reader, and cannot read it."
        mono
        rows={6}
        value={armour}
        onChange={({ target }) => {
          setArmour(target.value);
          setOutcome(null);
        }}
      />
      {outcome === null || outcome === "sent" ? null : (
        <Notice tone="refusal" role="alert" title={outcome.wrong}>
          <p>{outcome.mend}</p>
        </Notice>
      )}
      <Button type="submit" icon="upload" pending={isPending}>
        Send the armoured reply
      </Button>
      <p role="status" className="font-medium text-success empty:hidden">
        {outcome === "sent" ? "Sent: it is in the thread above." : ""}
      </p>
    </form>
  );
}
