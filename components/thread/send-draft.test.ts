import { describe, expect, test } from "vitest";
import { ok, refused, type Result } from "#lib/base/result.ts";
import { shownProblem, unreachable, type ShownProblem } from "#components/request/shown-problem.ts";
import { sendDraft, type MessageDraft, type SealedDraft } from "./send-draft.ts";

const draft: MessageDraft = { text: "a fix is attached", files: [] };
const outdated = shownProblem({ code: "ROSTER_OUTDATED", facts: { given: 1, current: 2 } });

/** A road whose portal answers in this order, with what it was sent. */
function roadWith(...answers: readonly Result<unknown, ShownProblem>[]) {
  const sent: FormData[] = [];
  let sealedCount = 0;
  return {
    sent,
    sealedCount: () => sealedCount,
    seal: () => {
      sealedCount += 1;
      return Promise.resolve(ok(new FormData()));
    },
    post: (form: FormData) => {
      sent.push(form);
      return Promise.resolve(answers[sent.length - 1] ?? refused(unreachable()));
    },
  };
}

function options(earlier: SealedDraft | null = null) {
  const kept: SealedDraft[] = [];
  const onSealed = (sealed: SealedDraft) => void kept.push(sealed);
  return { kept, signal: new AbortController().signal, earlier, onSealed };
}

describe("sending a draft", () => {
  test("a draft is sealed once and sent once", async () => {
    const road = roadWith(ok(null));
    expect(await sendDraft(draft, road, options())).toEqual(ok(null));
    expect([road.sealedCount(), road.sent.length]).toEqual([1, 1]);
  });

  test("a second try after a lost answer sends the very same bytes", async () => {
    const road = roadWith(refused(unreachable()), ok(null));
    const first = options();
    expect(await sendDraft(draft, road, first)).toMatchObject({ ok: false, problem: { code: "NETWORK_DOWN" } });
    expect(await sendDraft(draft, road, options(first.kept[0] ?? null))).toEqual(ok(null));
    expect(road.sealedCount()).toBe(1);
    expect(road.sent[0]).toBe(road.sent[1]);
  });

  test("what has been changed since is sealed anew", async () => {
    const road = roadWith(refused(unreachable()), ok(null));
    const first = options();
    await sendDraft(draft, road, first);
    await sendDraft({ ...draft, text: "better words" }, road, options(first.kept[0] ?? null));
    expect(road.sealedCount()).toBe(2);
  });

  test("a roster that changed under way costs one more sealing, and no endless loop", async () => {
    const once = roadWith(refused(outdated), ok(null));
    expect(await sendDraft(draft, once, options())).toEqual(ok(null));
    expect(once.sealedCount()).toBe(2);

    const forEver = roadWith(refused(outdated), refused(outdated), refused(outdated));
    expect(await sendDraft(draft, forEver, options())).toMatchObject({ problem: { code: "ROSTER_OUTDATED" } });
    expect(forEver.sent).toHaveLength(2);
  });
});
