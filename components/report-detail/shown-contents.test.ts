import { expect, test } from "vitest";
import { shownProblem, unreachable } from "#components/request/shown-problem.ts";
import type { EnvelopeContents } from "#components/thread/envelope-contents.ts";
import { isShown } from "./shown-contents.ts";

const opened: EnvelopeContents = {
  state: "opened",
  entity: { subject: null, sentAt: null, from: null, text: "", attachments: [], referencedAttachments: [], fields: [] },
  signatures: [],
  fitsCommitment: true,
  commitmentSignature: { outcome: "none" },
};
const broken = shownProblem({ code: "PGP_DOES_NOT_OPEN", facts: {} });

test.each<{ title: string; contents: EnvelopeContents | undefined; isRead: boolean }>([
  { title: "what stands open has been read", contents: opened, isRead: true },
  { title: "what is broken for good has been seen too", contents: { state: "failed", problem: broken }, isRead: true },
  { title: "what could not be fetched has not", contents: { state: "failed", problem: unreachable() }, isRead: false },
  { title: "nor what is sealed", contents: { state: "locked" }, isRead: false },
  { title: "nor what is still being opened", contents: { state: "opening" }, isRead: false },
  { title: "nor what nobody has tried", contents: undefined, isRead: false },
])("$title", ({ contents, isRead }) => {
  expect(isShown(contents)).toBe(isRead);
});
