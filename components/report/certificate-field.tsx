"use client";

import { useRef } from "react";
import { Button } from "#components/ui/button.tsx";
import { FileField } from "#components/ui/file-field.tsx";
import { TextArea } from "#components/ui/text-area.tsx";
import { CertificateVerdict } from "./certificate-verdict.tsx";
import { controlId } from "./draft.ts";
import { useReportForm } from "./form-context.ts";
import { judgeOwnCertificate } from "./judge-own-certificate.ts";
import { PrivateKeyAlarm } from "./private-key-alarm.tsx";

const none = { certificateText: "", certificate: null, certificateProblem: null };

/** The reporter's own certificate for replies: pasted or from a file, judged here before it goes anywhere. */
export function CertificateField() {
  const { draft, change, errorOf, now } = useReportForm();
  const turns = useRef(0);

  async function judge(given: File | string) {
    turns.current += 1;
    const turn = turns.current;
    const judged = await judgeOwnCertificate(given, now);
    if (turn !== turns.current) return; // somebody typed on meanwhile
    if (judged.ok) change({ certificate: judged.value, certificateProblem: null });
    else if (judged.problem.code !== "CERTIFICATE_IS_PRIVATE") change({ certificateProblem: judged.problem });
    else change({ ...none, certificateProblem: judged.problem });
  }

  function clear() {
    turns.current += 1;
    change(none);
  }

  if (draft.certificate !== null) return <CertificateVerdict certificate={draft.certificate} onRemove={clear} />;
  const problem = draft.certificateProblem;
  return (
    <div className="space-y-4">
      {problem?.code === "CERTIFICATE_IS_PRIVATE" ? <PrivateKeyAlarm problem={problem} /> : null}
      <TextArea
        id={controlId("certificateText")}
        label="Your OpenPGP certificate"
        optional
        mono
        rows={4}
        hint={
          <p>
            Replies are encrypted to it as well, so you can read them with gpg. Public keys only; its user ids are sent
            in clear. Without one the receipt is enough.
          </p>
        }
        error={errorOf("certificateText")}
        value={draft.certificateText}
        onChange={(event) => {
          const text = event.target.value;
          if (text.trim() === "") clear();
          else {
            change({ certificateText: text, certificateProblem: null });
            void judge(text);
          }
        }}
      />
      <FileField
        id={`${controlId("certificateText")}-file`}
        label="Or its file"
        optional
        chosen={[]}
        onChoose={([file]) => {
          if (file !== undefined) void judge(file);
        }}
      />
      {problem === null ? null : <Button onClick={clear}>Go on without a certificate</Button>}
    </div>
  );
}
