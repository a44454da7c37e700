import type { ShownProblem } from "#components/request/shown-problem.ts";
import type { CveWish, FactField, OthersAnswer, Severity, ToldParty } from "#lib/policy/facts.ts";

/** Where the text is sealed: in this browser, or by the reporter's own gpg before it is pasted. */
export type Writing = "here" | "elsewhere";

/** A certificate for replies that the worker has judged usable. */
export interface JudgedCertificate {
  readonly fingerprint: string;
  readonly userIds: readonly string[];
  readonly algorithm: string;
  readonly expiresAt: Date | null;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Sentences about what its owner should know. */
  readonly warnings: readonly string[];
}

/** A message that gpg made: pasted armour, or the file itself. */
export interface SealedElsewhere {
  readonly text: string;
  readonly file: File | null;
}

/** All that a reporter has said so far. It lives in this page's memory and nowhere else. */
export interface Draft {
  readonly list: string | null;
  readonly isPublic: boolean | null;
  readonly isOpenSource: boolean | null;
  readonly cveIsOnlyWish: boolean | null;
  readonly severity: Severity | null;
  readonly isLinuxOnly: boolean | null;
  readonly affectsKernel: boolean | null;
  readonly toldOthers: readonly ToldParty[] | null;
  readonly othersAnswer: OthersAnswer | null;
  readonly fixIsPublic: boolean | null;
  /** ISO 8601 text in UTC, or "" for none yet; so is the exploit's. */
  readonly proposedDisclosureAt: string;
  /** To be taken without an agreed date (A2). */
  readonly isProvisional: boolean;

  readonly writing: Writing;
  readonly title: string;
  readonly software: string;
  readonly versions: string;
  /** A CVSS vector, or "". */
  readonly severityVector: string;
  readonly description: string;
  readonly attachments: readonly File[];
  readonly sealedReport: SealedElsewhere;

  readonly hasExploit: boolean | null;
  readonly exploitPublicationAt: string;
  readonly exploitText: string;
  readonly exploitFiles: readonly File[];
  readonly sealedExploit: SealedElsewhere;

  readonly cveWish: CveWish | null;
  /** As typed; one or more ids. */
  readonly cveIds: string;
  readonly credit: string;
  readonly replyAddress: string;
  /** As typed; emptied at once where it is a private key. */
  readonly certificateText: string;
  readonly certificate: JudgedCertificate | null;
  /** Why what was given is no certificate that replies can be encrypted to. */
  readonly certificateProblem: ShownProblem | null;
}

export type DraftField = keyof Draft;

const notSealed: SealedElsewhere = { text: "", file: null };

export const emptyDraft: Draft = {
  list: null,
  isPublic: null,
  isOpenSource: null,
  cveIsOnlyWish: null,
  severity: null,
  isLinuxOnly: null,
  affectsKernel: null,
  toldOthers: null,
  othersAnswer: null,
  fixIsPublic: null,
  proposedDisclosureAt: "",
  isProvisional: false,
  writing: "here",
  title: "",
  software: "",
  versions: "",
  severityVector: "",
  description: "",
  attachments: [],
  sealedReport: notSealed,
  hasExploit: null,
  exploitPublicationAt: "",
  exploitText: "",
  exploitFiles: [],
  sealedExploit: notSealed,
  cveWish: null,
  cveIds: "",
  credit: "",
  replyAddress: "",
  certificateText: "",
  certificate: null,
  certificateProblem: null,
};

/** The step of the form that asks for a field. */
export type FormStep = "questions" | "report";

const questionFields: ReadonlySet<DraftField> = new Set<(FactField & DraftField) | "isProvisional">([
  "list",
  "isLinuxOnly",
  "isPublic",
  "fixIsPublic",
  "isOpenSource",
  "cveIsOnlyWish",
  "severity",
  "affectsKernel",
  "toldOthers",
  "othersAnswer",
  "proposedDisclosureAt",
  "isProvisional",
]);

export function stepOf(field: DraftField): FormStep {
  return questionFields.has(field) ? "questions" : "report";
}

/** Id of the control that answers a field, for labels and for the links of the error summary. */
export function controlId(field: DraftField): string {
  return `report-${field}`;
}

export function isDraftField(name: string): name is DraftField {
  return Object.hasOwn(emptyDraft, name);
}
