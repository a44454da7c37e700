"use client";

import { ClauseReason } from "./clause-reason.tsx";
import { DisclosureQuestion } from "./disclosure-question.tsx";
import { ListQuestion } from "./list-question.tsx";
import { PolicyLink } from "./policy-link.tsx";
import { SeverityQuestion } from "./severity-question.tsx";
import { ToldQuestion } from "./told-question.tsx";
import { YesNoQuestion } from "./yes-no-question.tsx";

/** The questions of the policy, whose answers decide whether the list can take the report at all. */
export function QuestionsStep() {
  return (
    <div className="space-y-10">
      <ListQuestion />
      <YesNoQuestion
        field="isLinuxOnly"
        optional
        legend="Does it concern Linux alone?"
        hint={<p>Not the BSDs, nor software that is built for both.</p>}
      />
      <YesNoQuestion
        field="isPublic"
        legend="Is the issue public already?"
        hint={
          <ClauseReason id="R1">Anywhere that anyone can read: a bug tracker, a mailing list, a talk.</ClauseReason>
        }
      />
      <YesNoQuestion
        field="fixIsPublic"
        optional
        legend="Is a fix in a public repository already?"
        hint={
          <p>
            A commit can show the issue to whoever reads it with care <PolicyLink id="A3" />.
          </p>
        }
      />
      <YesNoQuestion
        field="isOpenSource"
        legend="Is the affected software Open Source?"
        hint={<ClauseReason id="R2" />}
      />
      <YesNoQuestion
        field="cveIsOnlyWish"
        legend="Is a CVE id all that you want?"
        hint={<ClauseReason id="R3">Answer No if the distributions have something to fix or to prepare.</ClauseReason>}
      />
      <SeverityQuestion />
      <YesNoQuestion
        field="affectsKernel"
        optional
        legend="Is it in the Linux kernel?"
        hint={
          <p>
            The kernel has a security team of its own, which is to be told first <PolicyLink id="R12" />. Your answer is
            encrypted with the report, since it would name the software.
          </p>
        }
      />
      <ToldQuestion />
      <DisclosureQuestion />
    </div>
  );
}
