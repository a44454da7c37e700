"use client";

import { useRef, useState } from "react";
import { tabVault } from "#lib/pgp/client.ts";
import type { ShownProblem } from "#components/request/shown-problem.ts";
import { judgeCertificate, type UsableCertificate } from "#components/sealing/judge-certificate.ts";

export type CertificateState =
  | { readonly step: "empty" }
  | { readonly step: "judging" }
  | { readonly step: "refused"; readonly problem: ShownProblem }
  | { readonly step: "usable"; readonly usable: UsableCertificate };

export interface JudgedCertificateField {
  readonly state: CertificateState;
  readonly pasted: string;
  readonly paste: (text: string) => void;
  readonly choose: (file: File) => void;
  readonly clear: () => void;
}

/** A certificate that somebody pastes or chooses, judged as soon as it is there. A private key is emptied out at once. */
export function useJudgedCertificate(now: Date): JudgedCertificateField {
  const [state, setState] = useState<CertificateState>({ step: "empty" });
  const [pasted, setPasted] = useState("");
  const newest = useRef(0);

  async function judge(given: File | string) {
    newest.current += 1;
    const turn = newest.current;
    setState({ step: "judging" });
    const outcome = await judgeCertificate(tabVault(), given, now);
    if (turn !== newest.current) return; // something newer was given meanwhile
    if (!outcome.ok && outcome.problem.code === "CERTIFICATE_IS_PRIVATE") setPasted("");
    setState(outcome.ok ? { step: "usable", usable: outcome.value } : { step: "refused", problem: outcome.problem });
  }

  function clear() {
    newest.current += 1;
    setPasted("");
    setState({ step: "empty" });
  }

  return {
    state,
    pasted,
    paste: (text) => {
      setPasted(text);
      if (text.trim() === "") clear();
      else void judge(text);
    },
    choose: (file) => {
      setPasted("");
      void judge(file);
    },
    clear,
  };
}
