"use client";

import { useRef, useState } from "react";
import { StepProblem } from "#components/step/step-problem.tsx";
import { useMemberKey } from "#components/member-key/member-key-context.ts";
import type { ShownProblem } from "#components/request/shown-problem.ts";
import { rosterToSendTo } from "#components/sealing/roster-to-send-to.ts";
import type { TrustedRoster } from "#components/sealing/trusted-roster.ts";
import { Button } from "#components/ui/button.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { ok, type Result } from "#lib/base/result.ts";
import { maximumTitleCharacters, type Card } from "#lib/mime/card.ts";
import { oneLine } from "#lib/mime/one-line.ts";
import type { ReportPage } from "#lib/schema/report-page.ts";
import { sealCard, storeCard } from "./first-card.ts";

export interface TitleFormProps extends Pick<ReportPage, "reporterCertificates"> {
  readonly report: Pick<ReportPage["report"], "id" | "listName">;
  readonly trusted: TrustedRoster;
  readonly confirm: string;
  /** The issue that the card is for. */
  readonly issue: number;
  /** The affected software, as far as it is known. */
  readonly software: string;
  /** Called once the card is sealed, before it is stored: what makes the issue that it belongs to. */
  readonly onSealed: () => Promise<Result<null, ShownProblem>>;
  readonly onStored: () => void;
}

/** Title and software of an issue. What was typed stays until it is stored. */
export function TitleForm(props: TitleFormProps) {
  const { confirm, issue, software: known, onStored } = props;
  const [title, setTitle] = useState("");
  const [typedSoftware, setSoftware] = useState<string | null>(null);
  const [isTried, setTried] = useState(false);
  const [isPending, setPending] = useState(false);
  const [problem, setProblem] = useState<ShownProblem | null>(null);
  const deliver = useCardDelivery(props);
  const software = typedSoftware ?? known; // which may become known only while somebody types the title
  const id = `title-${String(issue)}`;
  const errors = { title: lineError(title, "Give it a title."), software: lineError(software, "Name the software.") };

  async function submit() {
    setTried(true);
    const wrong = errors.title === undefined ? (errors.software === undefined ? null : `${id}-software`) : id;
    if (wrong !== null) {
      document.getElementById(wrong)?.focus();
      return;
    }
    setPending(true);
    const card = { title: oneLine(title), software: oneLine(software), versions: "", severityVector: null, cveIds: [] };
    const delivered = await deliver(card);
    setPending(false);
    setProblem(delivered.ok ? null : delivered.problem);
    if (delivered.ok) onStored();
  }

  return (
    <form
      className="space-y-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isPending) void submit();
      }}
    >
      {/* No `name`: a field without one is in no form submission, whatever happens to the script. */}
      <TextField
        id={id}
        label="Title"
        error={isTried ? errors.title : undefined}
        value={title}
        onChange={(event) => {
          setTitle(event.target.value);
        }}
      />
      <TextField
        id={`${id}-software`}
        label="Affected software"
        error={isTried ? errors.software : undefined}
        value={software}
        onChange={(event) => {
          setSoftware(event.target.value);
        }}
      />
      <StepProblem problem={problem} />
      <Button type="submit" variant="primary" icon="lock" pending={isPending}>
        {confirm}
      </Button>
    </form>
  );
}

function lineError(text: string, whenMissing: string): string | undefined {
  const line = oneLine(text);
  if (line === "") return whenMissing;
  return line.length <= maximumTitleCharacters
    ? undefined
    : `Keep it within ${String(maximumTitleCharacters)} characters.`;
}

/**
 * Seals, does what makes the issue, and stores the card, in this order, so that what cannot be sealed changes nothing.
 * What was done is not done again where the last of it has to be tried once more.
 */
function useCardDelivery({ report, reporterCertificates, trusted, issue, onSealed }: TitleFormProps) {
  const { vault, signer } = useMemberKey();
  const isMade = useRef(false);

  return async (card: Card): Promise<Result<null, ShownProblem>> => {
    const current = await rosterToSendTo(report.listName, trusted);
    if (!current.ok) return current;
    const certificates = reporterCertificates.map(({ bytes }) => bytes);
    const sealing = { vault, trusted: current.value, reporterCertificates: certificates, signer };
    const sealed = await sealCard(card, issue, sealing);
    if (!sealed.ok) return sealed;
    const made = isMade.current ? ok(null) : await onSealed();
    if (!made.ok) return made;
    isMade.current = true;
    return storeCard(report.id, sealed.value);
  };
}
