import { describe, expect, test } from "vitest";
import { maximumAttachmentBytes, maximumEntityBytes } from "#lib/schema/submission.ts";
import { shownProblem } from "#components/request/shown-problem.ts";
import { answeredDraft } from "./_answered-draft.ts";
import { emptyDraft, type Draft } from "./draft.ts";
import { draftErrors, maximumTextBytes, visibleErrors } from "./draft-errors.ts";

function wrongFields(changed: Partial<Draft>): readonly string[] {
  return draftErrors(answeredDraft(changed)).map(({ field }) => field);
}

function sized(size: number): File {
  const file = new File([], "file.bin");
  Object.defineProperty(file, "size", { value: size });
  return file;
}

const armour = "-----BEGIN PGP MESSAGE-----\n\nhQ==\n=abcd\n-----END PGP MESSAGE-----\n";

describe("what keeps a draft from being sent", () => {
  test("an answered one is ready; an empty one lacks three texts, and is not told off for it at first", () => {
    expect(wrongFields({})).toEqual([]);
    const errors = draftErrors(emptyDraft);
    expect(errors.map(({ field }) => field)).toEqual(["title", "software", "description"]);
    expect(visibleErrors(errors, new Set())).toEqual([]);
    expect(visibleErrors(errors, new Set(["questions"]))).toEqual([]);
    expect(visibleErrors(errors, new Set(["report"]))).toEqual(errors);
  });

  test.each<[Partial<Draft>, readonly string[]]>([
    [{ title: "t".repeat(200) }, []],
    [{ title: "t".repeat(201) }, ["title"]],
    [{ title: " \n " }, ["title"]],
    [{ software: "s".repeat(201) }, ["software"]],
    [{ versions: "v".repeat(500) }, []],
    [{ versions: "v".repeat(501) }, ["versions"]],
    [{ versions: "" }, []],
    [{ severityVector: "CVSS:3.1/AV:N/AC:L" }, []],
    [{ severityVector: "CVSS:2.0/AV:N" }, ["severityVector"]],
    [{ severityVector: "9.8" }, ["severityVector"]],
    [{ cveIds: "" }, ["cveIds"]],
    [{ cveIds: "cve-2026-12345, CVE-2026-1234" }, []],
    [{ cveIds: "CVE-2026-123" }, ["cveIds"]],
    [{ cveIds: "soon" }, ["cveIds"]],
    [{ cveIds: "soon", cveWish: "wants" }, []],
    [{ credit: "c".repeat(1000) }, []],
    [{ credit: "c".repeat(1001) }, ["credit"]],
    [{ replyAddress: " ada@example.org " }, []],
    [{ replyAddress: "ada at example" }, ["replyAddress"]],
  ])("lines and addresses, case %#", (changed, fields) => {
    expect(wrongFields(changed)).toEqual(fields);
  });

  test.each<[Partial<Draft>, readonly string[]]>([
    [{ description: "d".repeat(maximumTextBytes) }, []],
    [{ description: "d".repeat(maximumTextBytes + 1) }, ["description"]],
    [{ description: "字".repeat(maximumTextBytes / 3) }, []],
    [{ description: "字".repeat(maximumTextBytes / 3 + 1) }, ["description"]],
    [{ exploitText: "e".repeat(maximumTextBytes + 1), hasExploit: false }, []],
    [{ exploitText: "e".repeat(maximumTextBytes + 1), hasExploit: true }, ["exploitText"]],
  ])("long texts go into a file, case %#", (changed, fields) => {
    expect(wrongFields(changed)).toEqual(fields);
  });

  test("attachments and exploit files count together", () => {
    const half = maximumAttachmentBytes / 2;
    const files = { attachments: [sized(half)], exploitFiles: [sized(half)], hasExploit: true };
    expect(wrongFields(files)).toEqual([]);
    expect(wrongFields({ ...files, exploitFiles: [sized(half + 1)] })).toEqual(["attachments"]);
    expect(wrongFields({ ...files, exploitFiles: [sized(half + 1)], hasExploit: false })).toEqual([]);
  });

  test.each<[string, File | null, readonly string[]]>([
    [armour, null, []],
    [`Here it is:\n${armour}`, null, []],
    ["", null, ["sealedReport"]],
    ["A heap overflow in libfoo", null, ["sealedReport"]],
    ["-----BEGIN PGP SIGNED MESSAGE-----\nA heap overflow\n-----END PGP SIGNATURE-----", null, ["sealedReport"]],
    [armour.slice(0, 40), null, ["sealedReport"]],
    ["", sized(maximumEntityBytes), []],
    ["", sized(maximumEntityBytes + 1), ["sealedReport"]],
  ])("what gpg made is armour or a file, case %#", (text, file, fields) => {
    expect(wrongFields({ writing: "elsewhere", description: "", sealedReport: { text, file } })).toEqual(fields);
  });

  test("a report sealed elsewhere needs no title, and then no software", () => {
    const sealed = { writing: "elsewhere", sealedReport: { text: armour, file: null } } as const;
    expect(wrongFields({ ...sealed, title: "", software: "" })).toEqual([]);
    expect(wrongFields({ ...sealed, title: "a title", software: "" })).toEqual(["software"]);
  });

  test("a certificate that cannot be used stands in the way; a private key is taken out at once and does not", () => {
    expect(wrongFields({ certificateProblem: shownProblem({ code: "CERTIFICATE_NONE_FOUND", facts: {} }) })).toEqual([
      "certificateText",
    ]);
    expect(wrongFields({ certificateProblem: shownProblem({ code: "CERTIFICATE_IS_PRIVATE", facts: {} }) })).toEqual(
      [],
    );
  });
});
