import { describe, expect, test } from "vitest";
import { emptyForm, nextForm, wouldLose, type FormAction, type FormState, type SentReport } from "./form-state.ts";

const at = new Date("2026-11-02T09:12:31Z");
const sent: SentReport = {
  handle: "F-7",
  receivedAt: at,
  receiptText: "R04H",
  messages: [],
  isEarlierVersion: false,
  wasSealedElsewhere: false,
};

function after(...actions: readonly FormAction[]): FormState {
  return actions.reduce(nextForm, emptyForm);
}

describe("the report form", () => {
  test("an answer is kept whatever step one goes to", () => {
    const form = after(
      { kind: "change", part: { title: "a title" }, at },
      { kind: "go", step: "review" },
      { kind: "go", step: "questions" },
    );
    expect(form).toMatchObject({ draft: { title: "a title" }, step: "questions" });
    expect(wouldLose(form)).toBe(true);
  });

  test("a field leaves the error summary as soon as it is changed, and the others stay", () => {
    const refused: FormAction = { kind: "refuse", step: "questions", fields: ["list", "severity"] };
    const form = after(refused, { kind: "change", part: { list: "distros" }, at });
    expect([...form.summarised]).toEqual(["severity"]);
    expect(form.attempt).toBe(1);
    expect([...form.tried]).toEqual(["questions"]);
  });

  test("each failed try is counted, so that the focus goes to the summary again", () => {
    const refused: FormAction = { kind: "refuse", step: "report", fields: ["title"] };
    expect(after(refused, refused).attempt).toBe(2);
  });

  test("once sent, nothing that was typed is left and no way leads back", () => {
    const form = after(
      { kind: "change", part: { title: "a title" }, at },
      { kind: "sent", sent },
      { kind: "go", step: "report" },
    );
    expect(form.draft).toBe(emptyForm.draft);
    expect(form.step).toBe("receipt");
  });

  test("a receipt would be lost until somebody says that they have kept it", () => {
    expect(wouldLose(after({ kind: "sent", sent }))).toBe(true);
    expect(wouldLose(after({ kind: "sent", sent }, { kind: "keep", isKept: true }))).toBe(false);
  });

  test("an empty form loses nothing, nor one that was forgotten", () => {
    expect(wouldLose(emptyForm)).toBe(false);
    expect(wouldLose(after({ kind: "change", part: { title: "a" }, at }, { kind: "forget" }))).toBe(false);
  });

  test("that it goes without an agreed date holds until another date is given", () => {
    const without: FormAction = { kind: "change", part: { isProvisional: true }, at };
    expect(after(without, { kind: "change", part: { title: "a" }, at }).draft.isProvisional).toBe(true);
    const dated: FormAction = { kind: "change", part: { proposedDisclosureAt: "2026-11-11T14:00:00.000Z" }, at };
    expect(after(without, dated).draft.isProvisional).toBe(false);
  });

  test("a try that was refused is no try, and one that is repeated is one", () => {
    const sealed = { draft: emptyForm.draft, rosterVersion: 1, form: new FormData(), messages: [] };
    const another = { ...sealed };
    expect(after({ kind: "try", sealed }, { kind: "try", sealed: another }, { kind: "try", sealed }).tries).toEqual([
      another,
      sealed,
    ]);
    expect(after({ kind: "try", sealed }, { kind: "untry", sealed }).tries).toEqual([]);
  });
});
