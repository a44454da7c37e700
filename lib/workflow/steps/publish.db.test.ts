import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { freshDatabase } from "#e2e/support/database.ts";
import { addDays, addHours } from "#lib/base/instant.ts";
import { exampleOf, reportCameAt, stepStage, type StepStage } from "./fixtures/step-stage.ts";

let handIn: Awaited<ReturnType<typeof stepStage>>;
let stage: StepStage;

beforeAll(async () => {
  await freshDatabase();
  handIn = await stepStage();
});

beforeEach(async () => {
  stage = await handIn();
});

const postedAt = addHours(reportCameAt, 1);
const exploit = { hasExploit: true, exploitPublicationAt: addDays(reportCameAt, 8) };

describe("a posting is recorded", () => {
  test("before it was made: INSTANT_IN_FUTURE", async () => {
    const refusal = await stage.take(
      stage.reporter,
      exampleOf("record-posting", { postedAt: addHours(reportCameAt, 3) }),
    );
    expect(refusal).toMatchObject({ problem: { code: "INSTANT_IN_FUTURE", field: "postedAt" } });
  });

  test("without its details: the issue is public, and the posting is owed all the same (A11, C3)", async () => {
    await stage.take(stage.house.dora.actor, exampleOf("record-posting", { carriesDetails: false }));
    expect((await stage.issue()).issue.embargoState).toBe("exited");
    expect((await stage.debt("DISCLOSE/1"))?.closing?.evidence.kind).toBe("link");
    expect((await stage.debt("POST_ISSUE/1"))?.closing).toBeNull();
    const second = exampleOf("record-posting", { revision: 1, reference: "<1@example.org>" });
    expect(await stage.take(stage.reporter, second)).toMatchObject({ ok: true });
    expect((await stage.debt("POST_ISSUE/1"))?.closing?.evidence).toEqual({
      kind: "message-id",
      text: "<1@example.org>",
    });
  });

  test.each([
    { what: "that neither holds nor announces the exploit leaves both owed", more: {}, announced: null, owed: true },
    {
      what: "that announces it leaves it owed then",
      more: { announcesExploitAt: addDays(postedAt, 3) },
      announced: undefined,
      owed: true,
    },
    { what: "that holds it leaves nothing owed", more: { includesExploit: true }, announced: undefined, owed: false },
  ])("$what (R14)", async ({ more, announced, owed }) => {
    stage = await handIn(exploit);
    await stage.take(stage.reporter, exampleOf("record-posting", more));
    const announcement = await stage.debt("ANNOUNCE_EXPLOIT/1");
    if (announced === null) expect(announcement?.closing).toBeNull();
    else expect(announcement?.closing?.evidence.text ?? "nothing").not.toBe("");
    expect((await stage.debt("POST_EXPLOIT/1"))?.closing === null).toBe(owed);
  });

  test("of the exploit: it is public, and no longer owed", async () => {
    stage = await handIn(exploit);
    await stage.take(stage.reporter, exampleOf("record-posting"));
    const reference = "https://www.openwall.com/lists/oss-security/2026/11/04/2";
    await stage.take(
      stage.house.ada.actor,
      exampleOf("record-posting", { revision: 1, posting: "exploit", reference }),
    );
    expect((await stage.debt("POST_EXPLOIT/1"))?.closing?.evidence.text).toBe(reference);
    expect((await stage.issue()).caseState.has("exploit-public")).toBe(true);
  });
});

describe("a posting is taken back", () => {
  async function posted(): Promise<string> {
    await stage.take(stage.reporter, exampleOf("record-posting"));
    return (await stage.issue()).postings[0]?.id ?? "";
  }

  test("what it closed is owed again, and what is public stays so", async () => {
    const postingId = await posted();
    const step = exampleOf("take-back-posting", { revision: 1, postingId });
    expect(await stage.take(stage.house.dora.actor, step)).toMatchObject({ ok: true });
    expect((await stage.debt("POST_ISSUE/1"))?.closing).toBeNull();
    expect((await stage.issue()).issue.embargoState).toBe("exited");
    expect(await stage.lastNews(stage.reporter)).toBe("posting-taken-back");
    const again = exampleOf("take-back-posting", { revision: 2, postingId });
    expect(await stage.take(stage.house.dora.actor, again)).toMatchObject({ problem: { code: "NOT_FOUND" } });
  });

  test("of another report: NOT_FOUND", async () => {
    const postingId = await posted();
    stage = await handIn();
    const refusal = await stage.take(stage.house.dora.actor, exampleOf("take-back-posting", { postingId }));
    expect(refusal).toMatchObject({ problem: { code: "NOT_FOUND" } });
  });
});
