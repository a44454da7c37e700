"use client";

import { FileField } from "#components/ui/file-field.tsx";
import { TextArea } from "#components/ui/text-area.tsx";
import { CertificateVerdict } from "./certificate-verdict.tsx";
import type { JudgedCertificateField } from "./use-judged-certificate.ts";

export interface CertificateFieldProps {
  readonly id: string;
  readonly field: JudgedCertificateField;
  /** The form was to be sent without a usable certificate. */
  readonly isMissing: boolean;
}

/** Where a certificate is pasted or chosen, and at once judged. Neither control has a name to be sent by. */
export function CertificateField({ id, field, isMissing }: CertificateFieldProps) {
  return (
    <div className="space-y-4">
      <TextArea
        id={id}
        label="Certificate"
        hint={
          <>
            What <code>gpg --armor --export FINGERPRINT</code> prints: the public part, one certificate.
          </>
        }
        error={isMissing && field.state.step === "empty" ? "Give a certificate that can be encrypted to." : undefined}
        mono
        rows={5}
        value={field.pasted}
        onChange={(event) => {
          field.paste(event.target.value);
        }}
      />
      <FileField
        id={`${id}-file`}
        label="Or choose it as a file"
        hint="Armoured or binary, up to 1 MB."
        onChoose={([file]) => {
          if (file !== undefined) field.choose(file);
        }}
      />
      <CertificateVerdict state={field.state} />
    </div>
  );
}
