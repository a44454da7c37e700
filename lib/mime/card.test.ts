import { fc, test as prop } from "@fast-check/vitest";
import { describe, expect, test } from "vitest";

import { utf8 } from "#lib/base/bytes.ts";
import { expectOk } from "#lib/base/result.ts";
import { checkCard, composeCard } from "./card.ts";
import { parseCard } from "./parse-card.ts";
import type { Card } from "./card.ts";
import { composeEntity } from "./compose-entity.ts";
import { oneLine } from "./one-line.ts";

const card: Card = {
  title: "Heap overflow in the demo parser",
  software: "libfoo",
  versions: "1.0 to 1.4",
  severityVector: "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H",
  cveIds: ["CVE-2026-12345"],
};

function line(least: number, most: number) {
  return fc
    .string({ unit: "grapheme", maxLength: most })
    .map((text) => oneLine(text))
    .filter((text) => text.length >= least && text.length <= most);
}

describe("a card", () => {
  prop.prop([line(1, 200), line(1, 200), line(0, 500)])("comes back as it was sealed", (title, software, versions) => {
    expect(expectOk(parseCard(composeCard({ ...card, title, software, versions })))).toEqual({
      ...card,
      title,
      software,
      versions,
    });
  });

  test("has the length of any other", () => {
    const full = { ...card, title: "t".repeat(200), software: "s".repeat(200), versions: "v".repeat(500) };
    expect(composeCard(card).length).toBe(4096);
    expect(composeCard(full).length).toBe(4096);
  });

  test.each([
    ["title", { title: "t".repeat(200) }, undefined],
    ["title", { title: "t".repeat(201) }, "CARD_FIELD_INVALID"],
    ["title", { title: "" }, "CARD_FIELD_INVALID"],
    ["title", { title: "a\nb" }, "CARD_FIELD_INVALID"],
    ["title", { title: "a\u202eb" }, "CARD_FIELD_INVALID"],
    ["software", { software: 7 }, "CARD_FIELD_INVALID"],
    ["versions", { versions: "v".repeat(501) }, "CARD_FIELD_INVALID"],
    ["severityVector", { severityVector: null }, undefined],
    ["severityVector", { severityVector: "CVSS:4.0/AV:N/E:A" }, undefined],
    ["severityVector", { severityVector: "AV:N/AC:L/Au:N/C:P/I:P/A:P" }, "CARD_FIELD_INVALID"],
    ["cveIds", { cveIds: Array.from({ length: 50 }, (_, index) => `CVE-2026-${String(10_000 + index)}`) }, undefined],
    [
      "cveIds",
      { cveIds: Array.from({ length: 51 }, (_, index) => `CVE-2026-${String(10_000 + index)}`) },
      "CARD_FIELD_INVALID",
    ],
    ["cveIds", { cveIds: ["CVE-2026-1"] }, "CARD_FIELD_INVALID"],
    ["cveIds", { cveIds: ["CVE-2026-12345", "CVE-2026-12345"] }, "CARD_FIELD_INVALID"],
  ])("checks its %s: %j gives %s", (field, change, code) => {
    const checked = checkCard({ ...card, ...change });
    expect(checked.ok ? undefined : checked.problem.code).toBe(code);
    if (!checked.ok) expect(checked.problem.field).toBe(field);
  });

  test.each([
    ["an array", []],
    ["a field too many", { ...card, note: "" }],
    ["a field named like a method", JSON.parse('{"toString":1}') as unknown],
    ["nothing", null],
  ])("is not %s", (_, value) => {
    const checked = checkCard(value);
    expect(checked.ok ? undefined : checked.problem.code).toBe("CARD_UNREADABLE");
  });

  test.each([
    ["a text", utf8("title: x")],
    [
      "a report",
      composeEntity({
        subject: "s",
        text: "",
        sentAt: new Date(0),
        attachments: [],
        referencedAttachments: [],
        fields: [],
      }),
    ],
    ["broken JSON", utf8("Content-Type: application/vnd.fortnight.card+json\r\n\r\n{")],
    ["another version", utf8('Content-Type: application/vnd.fortnight.card+json\r\n\r\n{"version":2}')],
    ["a bomb", utf8(`Content-Type: multipart/mixed; boundary=b\r\n\r\n${"--b\r\n".repeat(5_000)}`)],
  ])("is not read from %s", (_, bytes) => {
    const parsed = parseCard(bytes);
    expect(parsed.ok ? undefined : parsed.problem.code).toBe("CARD_UNREADABLE");
  });

  test("is read as written by hand", () => {
    const { title, software, versions, severityVector, cveIds } = card;
    const json = JSON.stringify({ version: 1, title, software, versions, severityVector, cveIds });
    expect(expectOk(parseCard(utf8(`Content-Type: application/vnd.fortnight.card+json\n\n${json}`)))).toEqual(card);
  });
});
