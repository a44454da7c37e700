import { describe, expect, test } from "vitest";
import { isPageForm } from "./page-form.ts";

const contentType = "multipart/form-data; boundary=----FormBoundary";
const id = `60${"0".repeat(40)}`;

function body(...fields: readonly (readonly [name: string, text: string])[]): string {
  const parts = fields.map(
    ([name, text]) => `------FormBoundary\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${text}\r\n`,
  );
  return `${parts.join("")}------FormBoundary--\r\n`;
}

function partOf(head: string): string {
  return `------FormBoundary\r\n${head}\r\n\r\nx\r\n------FormBoundary--\r\n`;
}

const isTaken = (text: string, { isFetched = true, type = contentType } = {}) =>
  isPageForm(new TextEncoder().encode(text), type, isFetched);

describe("a form that a page's script sends", () => {
  test.each([
    { what: "a state and the form's fields", text: body(["1_duty", "x"], ["0", '[{"step":"idle"},"$K1"]']) },
    { what: "a text that begins like a reference", text: body(["0", '["$$K1","$undefined"]']) },
    { what: "nothing", text: body(["0", "[]"]) },
  ])("is taken with $what", async ({ text }) => {
    expect(await isTaken(text)).toBe(true);
  });

  test.each([
    { what: "nothing at all", text: "" },
    { what: "no form", text: "duty=x" },
    { what: "another boundary", text: body(["0", "[]"]).replaceAll("FormBoundary", "OtherBoundary") },
    { what: "no end", text: body(["0", "[]"]).slice(0, -6) },
    {
      what: "a part without a name",
      text: partOf("Content-Disposition: form-data"),
    },
    { what: "a part without headers", text: partOf("nonsense") },
    { what: "no arguments", text: body(["1_duty", "x"]) },
    { what: "arguments that are no array", text: body(["0", "5"]) },
    { what: "arguments that are no JSON", text: body(["0", "{{{"]) },
    { what: "arguments that are too deep", text: body(["0", "[".repeat(250_000) + "]".repeat(250_000)]) },
    { what: "a reference to a function", text: body(["0", '["$F9"]'], ["9", '{"id":"x"}']) },
    { what: "a path into what all objects inherit", text: body(["0", '["$1:__proto__:x"]'], ["1", "{}"]) },
    { what: "a promise of itself", text: body(["0", '["$@0"]']) },
    { what: "an endless number", text: body(["0", `["$n${"9".repeat(1000)}"]`]) },
  ])("is refused with $what", async ({ text }) => {
    expect(await isTaken(text)).toBe(false);
  });

  test.each([
    "multipart/form-data",
    "multipart/form-data; boundary=",
    "multipart/form-data; boundary=----OtherBoundary",
  ])("is refused as %s", async (type) => {
    expect(await isTaken(body(["0", "[]"]), { type })).toBe(false);
  });
});

describe("a form that is sent without script", () => {
  const named = ["$ACTION_1:0", `{"id":"${id}","bound":"$@1"}`] as const;
  const unfetched = { isFetched: false };

  test.each([
    {
      what: "an action and its state",
      text: body(["$ACTION_REF_1", ""], named, ["$ACTION_1:1", "[null]"], ["a", "b"]),
    },
    { what: "an action without a state", text: body([`$ACTION_ID_${id}`, ""]) },
    { what: "no action", text: body(["theme", "dark"]) },
  ])("is taken with $what", async ({ text }) => {
    expect(await isTaken(text, unfetched)).toBe(true);
  });

  test.each([
    { what: "an action whose state is missing", text: body(["$ACTION_REF_1", ""], named) },
    { what: "an action that is not named", text: body(["$ACTION_REF_1", ""], ["$ACTION_1:1", "[null]"]) },
    { what: "an action of no name", text: body(["$ACTION_ID_x", ""]) },
    { what: "two actions", text: body(["$ACTION_REF_1", ""], [`$ACTION_ID_${id}`, ""], named, ["$ACTION_1:1", "[]"]) },
    { what: "a state that is none", text: body(["$ACTION_REF_1", ""], named, ["$ACTION_1:1", '["$F1"]']) },
  ])("is refused with $what", async ({ text }) => {
    expect(await isTaken(text, unfetched)).toBe(false);
  });
});
