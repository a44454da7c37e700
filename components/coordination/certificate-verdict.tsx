import type { ShownProblem } from "#components/request/shown-problem.ts";
import { Fingerprint } from "#components/ui/fingerprint.tsx";
import { Instant } from "#components/ui/instant.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Spinner } from "#components/ui/spinner.tsx";
import type { UsableCertificate } from "#components/sealing/judge-certificate.ts";
import type { CertificateState } from "./use-judged-certificate.ts";

/** What is thought of a certificate, in a sentence, with its warnings. */
export function CertificateVerdict({ state }: { readonly state: CertificateState }) {
  switch (state.step) {
    case "empty":
      return null;
    case "judging":
      return (
        <p role="status" className="flex items-center gap-2.5 text-muted">
          <Spinner />
          Looking at the certificate…
        </p>
      );
    case "refused":
      return <Refused problem={state.problem} />;
    case "usable":
      return <Usable usable={state.usable} />;
  }
}

function Refused({ problem }: { readonly problem: ShownProblem }) {
  return (
    <Notice tone="refusal" role="alert" title={problem.wrong}>
      <p>{problem.mend}</p>
    </Notice>
  );
}

function Usable({ usable: { certificate, warnings } }: { readonly usable: UsableCertificate }) {
  const { fingerprint, userIds, algorithm, expiresAt } = certificate;
  return (
    <div role="status" className="space-y-3">
      <Notice tone="success" title="This certificate can be encrypted to">
        <p>
          <Fingerprint value={fingerprint} />
        </p>
        <p>
          {algorithm}, {expiresAt === null ? "never expires" : <ExpiresAt at={expiresAt} />}. Of{" "}
          <span className="wrap-anywhere">{userIds.join(", ")}</span>.
        </p>
        <p>Compare the fingerprint with its owner by another road than the one by which it came.</p>
      </Notice>
      {warnings.map(({ code, text }) => (
        <Notice key={code} tone="advice" title={text.wrong}>
          <p>{text.mend}</p>
        </Notice>
      ))}
    </div>
  );
}

function ExpiresAt({ at }: { readonly at: Date }) {
  return (
    <>
      expires at <Instant at={at} />
    </>
  );
}
