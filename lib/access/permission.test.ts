import { describe, expect, test } from "vitest";
import type { ListId, MemberId, OrganisationId, ReportId, SessionId } from "#lib/base/id.ts";
import { prove } from "./_prove.ts";
import { isSignedIn } from "./actor.ts";
import { mayAcknowledge, mayAdminister, mayGrant } from "./permission.ts";

const session = {
  memberId: "member" as MemberId,
  organisationId: "organisation" as OrganisationId,
  listIds: ["list" as ListId],
  sessionId: "session" as SessionId,
};

const actors = {
  anonymous: prove({ kind: "anonymous" }),
  reporter: prove({ kind: "reporter", reportId: "report" as ReportId }),
  member: prove({ kind: "member", ...session }),
  coordinator: prove({ kind: "coordinator", ...session }),
  system: prove({ kind: "system" }),
};

describe("of all who ask,", () => {
  test.each([
    ["are signed in", isSignedIn, ["member", "coordinator"]],
    ["confirm that a report was received", mayAcknowledge, ["member", "coordinator"]],
    ["give one more reader a key packet", mayGrant, ["member", "coordinator"]],
    ["enrol and remove people", mayAdminister, ["coordinator", "system"]],
  ] as const)("those who %s are no others than these", (_, may, who) => {
    expect(Object.keys(actors).filter((kind) => may(actors[kind as keyof typeof actors]))).toEqual(who);
  });
});

describe("what a door has proved", () => {
  test.each(Object.entries(actors))("makes the %s of it, and nobody else", (kind, actor) => {
    expect(actor.kind).toBe(kind);
  });
});
