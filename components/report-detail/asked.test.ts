import { describe, expect, test } from "vitest";
import type { MemberId, ObligationId, OrganisationId } from "#lib/base/id.ts";
import { addHours } from "#lib/base/instant.ts";
import { dora, mondayAt, openProposal, reporter, shownIssue } from "#components/embargo/issue-fixture.ts";
import { owedAt } from "#components/embargo/obligation-fixture.ts";
import { askedOf, isAskedLate, type AskingPage } from "./asked.ts";

const now = mondayAt;
const debian = "debian" as OrganisationId;
const said = { issueNumber: 1, organisationId: debian, changedAt: now, memberName: "Dora", envelopeId: null } as const;

/** A report about which all has been said and nothing is owed, with what a test is about put over it. */
function pageWith(changed: Partial<AskingPage> = {}): AskingPage {
  return {
    obligations: [],
    issues: [shownIssue()],
    triage: [],
    statuses: [{ ...said, status: "affected" }],
    dutyHolders: [{ duty: "A9", role: "primary", organisationId: debian, organisation: "Debian" }],
    viewerId: "dora" as MemberId,
    viewerOrganisationId: debian,
    ...changed,
  };
}

const progress = owedAt(addHours(now, 48), { kind: "REPORT_PROGRESS", owner: "list", duty: "A9", clause: "A9" });
const texts = (entries: readonly { readonly text: string }[]) => entries.map(({ text }) => text);

test("where all has been said, nobody is asked for anything", () => {
  expect(askedOf(pageWith(), now)).toEqual({ you: [], list: [], reporter: [] });
});

describe("what the list owes", () => {
  test("is asked of the viewer where their organisation holds the duty, and leads to where it is closed", () => {
    const id = "progress" as ObligationId;
    const { you, list } = askedOf(pageWith({ obligations: [{ ...progress, id }] }), now);
    expect(you).toMatchObject([{ text: "Report progress", placeId: "obligation-progress" }]);
    expect(list).toEqual([]);
  });

  test("is asked of the list where another holds it", () => {
    const { you, list } = askedOf(pageWith({ obligations: [progress], dutyHolders: [] }), now);
    expect(you).toEqual([]);
    expect(texts(list)).toEqual(["Report progress"]);
  });

  test("is asked no more once it is closed", () => {
    const closing = { at: now, by: dora, evidence: { kind: "word", text: "done" }, isReopenable: true } as const;
    expect(askedOf(pageWith({ obligations: [{ ...progress, closing }] }), now).you).toEqual([]);
  });
});

test.each([
  { when: "that was due a moment ago", hours: -0.001, count: 1, isLate: true },
  { when: "that is due now", hours: 0, count: 1, isLate: true },
  { when: "that is due in 24 hours", hours: 24, count: 1, isLate: false },
  { when: "that has more time", hours: 24.001, count: 0, isLate: false },
])("of what the reporter owes $when, $count stands here", ({ hours, count, isLate }) => {
  const { reporter: entries } = askedOf(pageWith({ obligations: [owedAt(addHours(now, hours))] }), now);
  expect(entries).toHaveLength(count);
  expect(entries.some((each) => isAskedLate(each, now))).toBe(isLate);
});

describe("a date that the reporter has named", () => {
  const proposed = pageWith({ issues: [shownIssue({ openProposals: [openProposal(9, { by: reporter })] })] });

  test("is the list's to answer", () => {
    expect(askedOf(proposed, now).list).toMatchObject([{ placeId: "embargo-1", dueAt: null }]);
  });

  test("is spoken of once where its answer is owed by a time", () => {
    const owed = owedAt(addHours(now, 3), { kind: "ANSWER_PROPOSAL", owner: "list", part: "2", duty: "A3" });
    expect(texts(askedOf({ ...proposed, obligations: [owed] }, now).list)).toEqual(["Answer the proposed date"]);
  });

  test("is not the list's to answer where the list has named it itself", () => {
    expect(askedOf(pageWith({ issues: [shownIssue({ openProposals: [openProposal(9)] })] }), now).list).toEqual([]);
  });
});

describe("the checklist", () => {
  const claim: AskingPage["triage"][number] = {
    question: "public-or-low",
    clause: "A3",
    state: {
      step: "claimed",
      answer: { answer: "low", by: "Uma", byId: "uma" as MemberId, at: now },
      confirmedBy: [],
      needed: 2,
    },
  };

  test("is asked of the list as long as a question is open", () => {
    const triage: AskingPage["triage"] = [{ question: "valid", clause: "A1", state: { step: "open" } }];
    expect(askedOf(pageWith({ triage }), now).list).toMatchObject([{ placeId: "triage" }]);
  });

  test("asks a member to confirm what another claims, and not the one who claims it", () => {
    expect(askedOf(pageWith({ triage: [claim] }), now).you).toMatchObject([{ placeId: "triage", clause: "A3" }]);
    expect(askedOf(pageWith({ triage: [claim], viewerId: "uma" as MemberId }), now).you).toEqual([]);
  });
});

describe("where the viewer's organisation stands", () => {
  test.each(["opened", "affected"] as const)("%s", (status) => {
    const { you } = askedOf(pageWith({ statuses: [{ ...said, status }] }), now);
    expect(you.map(({ placeId }) => placeId)).toEqual(status === "opened" ? ["status"] : []);
  });

  test("is asked for each issue of several", () => {
    const issues = [shownIssue(), shownIssue({}, { number: 2 }), shownIssue({}, { number: 3 })];
    expect(texts(askedOf(pageWith({ issues }), now).you)).toEqual(["Say where your organisation stands with 2 issues"]);
  });
});
