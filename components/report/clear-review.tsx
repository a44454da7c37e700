"use client";

import { DescriptionList, type Description } from "#components/ui/description-list.tsx";
import { Instant } from "#components/ui/instant.tsx";
import { clearRows } from "./clear-rows.ts";
import type { Draft } from "./draft.ts";
import { clearFactsOf } from "./draft-facts.ts";
import type { Step } from "./form-state.ts";
import { ReviewChange } from "./review-change.tsx";

interface ClearReviewProps {
  readonly draft: Draft;
  /** Null as long as the roster is not verified. */
  readonly rosterVersion: number | null;
  readonly goTo: (step: Step) => void;
}

/** Exactly what leaves the browser unencrypted, made from the same facts that are sent. */
export function ClearReview({ draft, rosterVersion, goTo }: ClearReviewProps) {
  const facts = clearFactsOf(draft);
  const answers = clearRows(facts, facts.list ?? "").map(({ term, details }) => ({
    term,
    details: details instanceof Date ? <Instant at={details} precision="second" /> : details,
    action: (
      <ReviewChange
        what={term}
        onPress={() => {
          goTo(reportTerms.includes(term) ? "report" : "questions");
        }}
      />
    ),
  }));
  return (
    <div className="space-y-4">
      <DescriptionList rows={[...answers, ...provisionalRows(draft, goTo), ...contactRows(draft, goTo)]} />
      <p className="max-w-prose text-sm text-muted">
        Beside these: when the report arrives, the sizes of what is encrypted, who holds a key packet
        {rosterVersion === null ? "" : ` (version ${String(rosterVersion)} of the roster)`}, a random number so that a
        second try makes no second report, the public half of your receipt&rsquo;s key, and a hash by which the server
        knows the receipt without being able to turn it back. As every server, it sees the network address that you come
        from.
      </p>
    </div>
  );
}

const reportTerms = ["There is an exploit", "Exploit public from", "CVE id"];

function provisionalRows({ isProvisional }: Draft, goTo: (step: Step) => void): readonly Description[] {
  if (!isProvisional) return [];
  const term = "Without an agreed date";
  const onPress = () => {
    goTo("questions");
  };
  return [{ term, details: "Yes", action: <ReviewChange what={term} onPress={onPress} /> }];
}

function contactRows({ replyAddress, certificate }: Draft, goTo: (step: Step) => void): readonly Description[] {
  const change = (what: string) => (
    <ReviewChange
      what={what}
      onPress={() => {
        goTo("report");
      }}
    />
  );
  return [
    {
      term: "Mail address",
      details: replyAddress.trim() === "" ? "None" : replyAddress.trim(),
      action: change("Mail address"),
    },
    {
      term: "Your certificate",
      details: certificate === null ? "None" : [certificate.fingerprint, ...certificate.userIds].join(", "),
      action: change("Your certificate"),
    },
  ];
}
