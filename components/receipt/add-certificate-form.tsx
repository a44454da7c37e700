"use client";

import { useState } from "react";
import type { UnlockedReceipt } from "#lib/pgp/client.ts";
import { judgeOwnCertificate } from "#components/report/judge-own-certificate.ts";
import type { ShownProblem } from "#components/request/shown-problem.ts";
import { Button } from "#components/ui/button.tsx";
import { FileField } from "#components/ui/file-field.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { TextArea } from "#components/ui/text-area.tsx";
import { addCertificate } from "./receipt-road.ts";

export interface AddCertificateFormProps {
  readonly receipt: UnlockedReceipt;
  /** The server's clock. */
  readonly now: Date;
  readonly onAdded: () => void;
}

/** Adds a certificate; it is judged here before it is sent, and a private key goes nowhere. */
export function AddCertificateForm({ receipt, now, onAdded }: AddCertificateFormProps) {
  const [text, setText] = useState("");
  const [problem, setProblem] = useState<ShownProblem | null>(null);
  const [isAdded, setAdded] = useState(false);
  const [isPending, setPending] = useState(false);

  async function add(given: File | string) {
    setPending(true);
    setAdded(false);
    const found = await judgeAndAdd(receipt, given, now);
    setPending(false);
    setProblem(found);
    setAdded(found === null);
    if (found === null || found.code === "CERTIFICATE_IS_PRIVATE") setText("");
    if (found === null) onAdded();
  }

  return (
    <form
      className="space-y-3"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isPending) void add(text);
      }}
    >
      <TextArea
        id="receipt-certificate"
        label="OpenPGP certificate"
        hint={
          <>
            What <code>gpg --armor --export</code> prints: the public half only.
          </>
        }
        optional
        mono
        rows={4}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
        }}
      />
      <FileField
        id="receipt-certificate-file"
        label="Or its file"
        optional
        chosen={[]}
        onChoose={([file]) => {
          if (file !== undefined) void add(file);
        }}
      />
      {problem === null ? null : (
        <Notice tone="refusal" role="alert" title={problem.wrong}>
          <p>
            {problem.code === "CERTIFICATE_IS_PRIVATE" ? "The field has been emptied, and nothing was sent. " : ""}
            {problem.mend}
          </p>
        </Notice>
      )}
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" pending={isPending} disabled={text.trim() === ""}>
          Add the certificate
        </Button>
        <p role="status" className="text-sm text-success empty:hidden">
          {isAdded ? "Added: replies are encrypted to it from now on." : ""}
        </p>
      </div>
    </form>
  );
}

async function judgeAndAdd(receipt: UnlockedReceipt, given: File | string, now: Date): Promise<ShownProblem | null> {
  const judged = await judgeOwnCertificate(given, now);
  if (!judged.ok) return judged.problem;
  const added = await addCertificate(receipt, judged.value.bytes);
  return added.ok ? null : added.problem;
}
