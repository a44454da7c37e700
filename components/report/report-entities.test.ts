import { describe, expect, test } from "vitest";
import { hex, sha256 } from "#lib/base/bytes.ts";
import { parseCard } from "#lib/mime/parse-card.ts";
import { maximumInsideBytes } from "#lib/mime/limits.ts";
import { paddedSize } from "#lib/mime/padding.ts";
import { parseEntity } from "#lib/mime/parse-entity.ts";
import { maximumEntityBytes } from "#lib/schema/submission.ts";
import { answeredDraft } from "./_answered-draft.ts";
import { maximumTextBytes } from "./draft-errors.ts";
import { composeExploit, composeReport, composeReportCard, hasExploitToSeal, reportFields } from "./report-entities.ts";

const sentAt = new Date("2026-11-02T09:12:31Z");

describe("the envelopes of a report before they are sealed", () => {
  test("the report says what was typed, with small attachments inside and large ones apart", async () => {
    const small = { name: "patch.diff", mediaType: "text/x-diff", contents: new Uint8Array(1000).fill(7) };
    const large = { name: "core.bin", mediaType: "", contents: new Uint8Array(maximumInsideBytes).fill(9) };
    const draft = answeredDraft({ affectsKernel: true, toldOthers: ["kernel-security-team"] });
    const { entity, parts } = await composeReport(draft, [large, small], sentAt);

    expect(entity.length).toBe(paddedSize(entity.length));
    expect(parts.map(({ length }) => length)).toEqual([paddedSize(large.contents.length + 100)]);
    expect(await parseEntity(entity)).toMatchObject({
      ok: true,
      value: {
        subject: "heap overflow in libfoo",
        text: draft.description,
        attachments: [{ name: "patch.diff", contents: small.contents }],
        referencedAttachments: [
          { name: "core.bin", part: 1, sizeBytes: large.contents.length, sha256Hex: hex(await sha256(large.contents)) },
        ],
        fields: [
          { name: "Software", value: "libfoo" },
          { name: "Versions", value: "1.2 to 1.4" },
          { name: "Severity", value: "high" },
          { name: "CVE", value: "CVE-2026-12345" },
          { name: "Linux kernel", value: "yes" },
          { name: "Kernel security team told", value: "yes" },
          { name: "Credit", value: "Ada" },
        ],
      },
    });
  });

  test.each(["d", "字", "\u00ff", "=\t"])(
    "the longest text %j and attachments still fit into one envelope",
    async (unit) => {
      const bytes = new TextEncoder().encode(unit).length;
      const description = unit.repeat(Math.floor(maximumTextBytes / bytes));
      const contents = new Uint8Array(maximumInsideBytes);
      const { entity } = await composeReport(
        answeredDraft({ description }),
        [{ name: "a.bin", mediaType: "", contents }],
        sentAt,
      );
      const keyPacketsBytes = 200 * 530; // RSA 4096 for 200 readers
      expect(entity.length + keyPacketsBytes + 1000).toBeLessThan(maximumEntityBytes);
    },
  );

  test("the exploit is in an envelope of its own and not in the report's", async () => {
    const draft = answeredDraft({ hasExploit: true, exploitText: "exploit text" });
    const report = await parseEntity((await composeReport(draft, [], sentAt)).entity);
    const exploit = await parseEntity((await composeExploit(draft, [], sentAt)).entity);
    expect(JSON.stringify(report)).not.toContain("exploit text");
    expect(exploit).toMatchObject({
      ok: true,
      value: { subject: "Exploit: heap overflow in libfoo", text: "exploit text" },
    });
  });

  test("there is an exploit to seal only where one was declared and given", () => {
    expect(hasExploitToSeal(answeredDraft({ hasExploit: true, exploitText: " " }))).toBe(false);
    expect(hasExploitToSeal(answeredDraft({ hasExploit: true, exploitText: "x" }))).toBe(true);
    expect(hasExploitToSeal(answeredDraft({ hasExploit: true, exploitFiles: [new File([], "x")] }))).toBe(true);
    expect(hasExploitToSeal(answeredDraft({ hasExploit: false, exploitText: "x" }))).toBe(false);
  });

  test("the card holds the summary, as single lines", () => {
    const card = composeReportCard(answeredDraft({ title: " heap\noverflow ", severityVector: "CVSS:3.1/AV:N" }));
    expect(card === null ? null : parseCard(card.entity)).toEqual({
      ok: true,
      value: {
        title: "heap overflow",
        software: "libfoo",
        versions: "1.2 to 1.4",
        severityVector: "CVSS:3.1/AV:N",
        cveIds: ["CVE-2026-12345"],
      },
    });
  });

  test("a report sealed elsewhere has a card only where it is named, and no other field", () => {
    expect(composeReportCard(answeredDraft({ writing: "elsewhere", title: "", software: "" }))).toBeNull();
    expect(reportFields(answeredDraft({ writing: "elsewhere" })).map(({ name }) => name)).toEqual([
      "Software",
      "Versions",
      "CVE",
    ]);
  });

  test("an id that was typed and then withdrawn is not sealed", () => {
    expect(reportFields(answeredDraft({ cveWish: "wants" })).map(({ name }) => name)).not.toContain("CVE");
  });
});
