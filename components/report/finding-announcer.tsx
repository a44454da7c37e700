"use client";

import { useEffect, useRef, useState } from "react";
import { problemText } from "#lib/base/problem.ts";
import { emptyDraft, isDraftField } from "./draft.ts";
import { useReportForm } from "./form-context.ts";

/** Long enough that nobody is interrupted at each key. */
const quietMs = 900;

/** Says politely, once the person has paused, what the policy newly says of their answers. */
export function FindingAnnouncer() {
  const { findingsOf } = useReportForm();
  const problems = Object.keys(emptyDraft)
    .filter(isDraftField)
    .flatMap(findingsOf)
    .map(({ problem }) => problem);
  const codes = problems.map(({ code }) => code).join(" ");
  const said = useRef("");
  const newest = useRef(problems);
  const [message, setMessage] = useState("");

  useEffect(() => {
    newest.current = problems;
  });

  useEffect(() => {
    const timer = setTimeout(() => {
      const before = new Set(said.current.split(" "));
      said.current = codes;
      const added = newest.current.filter(({ code }) => !before.has(code));
      setMessage(added.map((problem) => problemText(problem).wrong).join(" "));
    }, quietMs);
    return () => {
      clearTimeout(timer);
    };
  }, [codes]);

  return (
    <div role="status" className="sr-only">
      {message}
    </div>
  );
}
