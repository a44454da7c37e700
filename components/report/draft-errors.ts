import { utf8 } from "#lib/base/bytes.ts";
import { problemText } from "#lib/base/problem.ts";
import { maximumTitleCharacters, maximumVersionsCharacters } from "#lib/mime/card.ts";
import { oneLine } from "#lib/mime/one-line.ts";
import type { Finding } from "#lib/policy/finding.ts";
import { addressSchema, maximumEntityBytes } from "#lib/schema/submission.ts";
import { attachmentsProblem } from "#components/sealing/attachment-files.ts";
import { isSeverityVector, parseCveIds } from "./card-fields.ts";
import { stepOf, type Draft, type DraftField, type FormStep, type SealedElsewhere } from "./draft.ts";
import { fieldOf } from "./draft-findings.ts";

/** What stands in the way of sending, beside a field. Only of a missing answer nothing is said before one tries to go on. */
export interface DraftError {
  readonly field: DraftField;
  readonly text: string;
  readonly isMissing: boolean;
}

/** The longest text of a report, in bytes of UTF-8: sealed with attachments of 256 KiB it still fits into one envelope. */
export const maximumTextBytes = 256 * 1024;

const maximumCreditCharacters = 1000;

/** All that is wrong with a draft by itself; what the policy says comes beside it. */
export function draftErrors(draft: Draft): readonly DraftError[] {
  return [...lineErrors(draft), ...textErrors(draft), ...contactErrors(draft)];
}

/** Everything that keeps one from leaving a step, in the order of the form: refusals of the policy and own errors. */
export function errorsOfStep(
  step: FormStep,
  findings: readonly Finding[],
  errors: readonly DraftError[],
): readonly DraftError[] {
  const refusals = findings
    .filter(({ weight }) => weight === "refusal")
    .map((finding) => ({ field: fieldOf(finding), text: problemText(finding.problem).wrong, isMissing: false }));
  return [...refusals, ...errors].filter(({ field }) => stepOf(field) === step);
}

/** The errors to show: those of a step that was tried, and what is wrong with an answer that is there. */
export function visibleErrors(errors: readonly DraftError[], tried: ReadonlySet<FormStep>): readonly DraftError[] {
  return errors.filter(({ field, isMissing }) => !isMissing || tried.has(stepOf(field)));
}

function lineErrors(draft: Draft): readonly DraftError[] {
  const isHere = draft.writing === "here";
  const isWanted = isHere || oneLine(draft.title) !== "" || oneLine(draft.software) !== "";
  return [
    ...(isWanted ? lineError("title", draft.title, maximumTitleCharacters, "Give the report a title.") : []),
    ...(isWanted ? lineError("software", draft.software, maximumTitleCharacters, "Name the affected software.") : []),
    ...lineError("versions", draft.versions, maximumVersionsCharacters, ""),
    ...(draft.severityVector.trim() === "" || isSeverityVector(draft.severityVector.trim())
      ? []
      : [
          wrong(
            "severityVector",
            "Write a CVSS vector like CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H, or leave it empty.",
          ),
        ]),
  ];
}

function textErrors(draft: Draft): readonly DraftError[] {
  if (draft.writing === "elsewhere")
    return [
      ...sealedErrors("sealedReport", draft.sealedReport, true),
      ...(draft.hasExploit === true ? sealedErrors("sealedExploit", draft.sealedExploit, false) : []),
    ];

  const files = [...draft.attachments, ...(draft.hasExploit === true ? draft.exploitFiles : [])];
  const problem = attachmentsProblem(files);
  return [
    ...(draft.description.trim() === "" ? [missing("description", "Describe the issue.")] : []),
    ...lengthError("description", draft.description),
    ...(draft.hasExploit === true ? lengthError("exploitText", draft.exploitText) : []),
    ...(problem === null ? [] : [wrong("attachments", Object.values(problemText(problem)).join(" "))]),
  ];
}

function contactErrors({ cveWish, cveIds, credit, replyAddress, certificateProblem }: Draft): readonly DraftError[] {
  return [
    ...(cveWish === "has" && cveIds.trim() === "" ? [missing("cveIds", "Give the CVE id that you have.")] : []),
    ...(cveWish === "has" && cveIds.trim() !== "" && parseCveIds(cveIds) === null
      ? [wrong("cveIds", "Write CVE ids like CVE-2026-12345, with blanks or commas between them.")]
      : []),
    ...(credit.length > maximumCreditCharacters
      ? [wrong("credit", `Keep the credit within ${String(maximumCreditCharacters)} characters.`)]
      : []),
    ...(replyAddress.trim() === "" || addressSchema.safeParse(replyAddress.trim()).success
      ? []
      : [wrong("replyAddress", "That is not a mail address. Write it like name@example.org, or leave it empty.")]),
    ...(certificateProblem === null || certificateProblem.code === "CERTIFICATE_IS_PRIVATE"
      ? []
      : [wrong("certificateText", `${certificateProblem.wrong} ${certificateProblem.mend}`)]),
  ];
}

function lineError(field: DraftField, text: string, maximum: number, whenMissing: string): readonly DraftError[] {
  const line = oneLine(text);
  if (line === "") return whenMissing === "" ? [] : [missing(field, whenMissing)];
  return line.length <= maximum
    ? []
    : [wrong(field, `Keep it within ${String(maximum)} characters; these are ${String(line.length)}.`)];
}

function lengthError(field: DraftField, text: string): readonly DraftError[] {
  if (text.length * 3 <= maximumTextBytes || utf8(text).length <= maximumTextBytes) return [];
  return [wrong(field, `The text is longer than ${String(maximumTextBytes / 1024)} KiB: attach it as a file.`)];
}

function sealedErrors(field: DraftField, { text, file }: SealedElsewhere, isWanted: boolean): readonly DraftError[] {
  if (file !== null)
    return file.size <= maximumEntityBytes
      ? []
      : [
          wrong(
            field,
            `The file is larger than the ${String(maximumEntityBytes / 1024)} KiB that one message may have.`,
          ),
        ];
  if (text.trim() === "")
    return isWanted ? [missing(field, "Paste the message that gpg made, or choose its file.")] : [];
  return /-----BEGIN PGP MESSAGE-----[^]*-----END PGP MESSAGE-----/.test(text)
    ? []
    : [wrong(field, Object.values(problemText({ code: "MESSAGE_NOT_ARMOURED", facts: {} })).join(" "))];
}

function missing(field: DraftField, text: string): DraftError {
  return { field, text, isMissing: true };
}

function wrong(field: DraftField, text: string): DraftError {
  return { field, text, isMissing: false };
}
