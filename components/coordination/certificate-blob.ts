import type { CertificateState } from "./use-judged-certificate.ts";

/** Puts the judged certificate, and nothing else of what was pasted, into what is sent. False where there is none. */
export function addCertificate(form: FormData, state: CertificateState): boolean {
  if (state.step !== "usable") return false;
  const { bytes } = state.usable.certificate;
  form.set("certificate", new Blob([bytes], { type: "application/pgp-keys" }), "certificate.pgp");
  return true;
}
