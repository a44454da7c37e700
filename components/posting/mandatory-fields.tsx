"use client";

import { addDays } from "#lib/base/instant.ts";
import { PolicyLink } from "#components/report/policy-link.tsx";
import { DateTimeField } from "#components/ui/date-time-field.tsx";
import { RadioGroup } from "#components/ui/radio-group.tsx";
import type { ExploitAnswer, PostingDraft } from "./posting-draft.ts";

export interface MandatoryFieldsProps {
  readonly draft: PostingDraft;
  readonly onChange: (part: Partial<PostingDraft>) => void;
  readonly prefix: string;
  readonly faultAt: (fieldId: string) => string | undefined;
  readonly maximumExploitDelayDays: number | null;
  readonly now: Date;
}

const exploitAnswers: readonly { readonly value: ExploitAnswer; readonly label: string }[] = [
  { value: "nothing", label: "There is none, or the posting says nothing of it" },
  { value: "includes", label: "It contains the exploit" },
  { value: "announces", label: "It announces when the exploit follows" },
];

/** What a mandatory posting carries: the details, and the exploit or when it follows. */
export function MandatoryFields(props: MandatoryFieldsProps) {
  const { draft, onChange, prefix, faultAt } = props;
  const id = (field: string) => `${prefix}-${field}`;
  return (
    <>
      <RadioGroup
        id={id("carriesDetails")}
        name={id("carriesDetails")}
        legend="Does it carry the details itself?"
        hint={
          <>
            Enough for people outside the list to fix the issue, in plain text, and not behind a link (
            <PolicyLink id="R13" />, <PolicyLink id="C3" />
            ).
          </>
        }
        error={faultAt(id("carriesDetails"))}
        value={draft.carriesDetails === null ? null : draft.carriesDetails ? "yes" : "no"}
        onValueChange={(answer) => {
          onChange({ carriesDetails: answer === "yes" });
        }}
        options={[
          { value: "yes", label: "Yes" },
          { value: "no", label: "No" },
        ]}
        inline
      />
      <RadioGroup
        id={id("exploit")}
        name={id("exploit")}
        legend="What does it say of an exploit?"
        error={faultAt(id("exploit"))}
        value={draft.exploit}
        onValueChange={(answer) => {
          onChange({ exploit: exploitAnswers.find(({ value }) => value === answer)?.value ?? null });
        }}
        options={exploitAnswers}
      />
      {draft.exploit === "announces" ? <AnnouncedField {...props} /> : null}
    </>
  );
}

function AnnouncedField(props: MandatoryFieldsProps) {
  const { draft, onChange, prefix, faultAt, maximumExploitDelayDays: days, now } = props;
  const id = `${prefix}-announcesExploitAt`;
  return (
    <DateTimeField
      id={id}
      legend="For when does it announce the exploit?"
      hint={
        days === null ? undefined : (
          <>
            At most {days} days after the posting (<PolicyLink id="R14" />
            ).
          </>
        )
      }
      error={faultAt(id)}
      value={draft.announcesExploitAt}
      onValueChange={(announcesExploitAt) => {
        onChange({ announcesExploitAt });
      }}
      now={now}
      latestAt={draft.postedAt === "" || days === null ? undefined : addDays(new Date(draft.postedAt), days)}
      discouragedWeekdays={[]}
    />
  );
}
