import { spawnSync } from "node:child_process";

import { fc, test as prop } from "@fast-check/vitest";
import { describe, expect, test } from "vitest";

import { base64, utf8Text } from "#lib/base/bytes.ts";
import { expectOk } from "#lib/base/result.ts";
import { composeAttachment } from "./compose-attachment.ts";
import { composeEntity } from "./compose-entity.ts";
import type { EntityDraft } from "./compose-entity.ts";
import { maximumInsideBytes } from "./limits.ts";
import { normalText, oneLine } from "./one-line.ts";
import { paddedSize } from "./padding.ts";
import { parseEntity } from "./parse-entity.ts";
import { placeAttachments } from "./place-attachments.ts";
import { safeFileName } from "./safe-file-name.ts";

const draft: EntityDraft = {
  subject: "heap overflow in the demo parser",
  text: "It overflows.\n",
  sentAt: new Date("2026-03-02T09:00:00Z"),
  attachments: [],
  referencedAttachments: [],
  fields: [],
};

const anyText = fc.string({ unit: "grapheme", maxLength: 300 });
const anyName = fc.string({ unit: "grapheme", minLength: 1, maxLength: 120 });
const anyMailText = fc
  .array(
    fc.oneof(
      anyText,
      fc.constantFrom("From here", ".", "--x", "a=20 ", "\t", " trailing  ", "x".repeat(200), "=?utf-8?Q?x?="),
    ),
  )
  .chain((lines) => fc.constantFrom("\n", "\r\n", "\r").map((end) => lines.join(end)))
  .filter((text) => !text.startsWith("\ufeff"));
const anyAttachment = fc.record({
  name: anyName,
  mediaType: fc.constantFrom("text/plain", "application/zip", "image/png"),
  contents: fc.uint8Array({ maxLength: 2_000 }),
});
const anyField = fc.record({ name: fc.stringMatching(/^[A-Za-z]([A-Za-z -]{0,20}[A-Za-z])?$/), value: anyMailText });
const anyReference = fc.record({
  name: anyName,
  mediaType: fc.constantFrom("application/zip", "video/mp4"),
  sizeBytes: fc.nat(26_214_400),
  sha256Hex: fc.stringMatching(/^[0-9a-f]{64}$/),
  part: fc.integer({ min: 1, max: 100 }),
});
const anyDraft: fc.Arbitrary<EntityDraft> = fc.record({
  subject: fc.oneof(anyText, fc.lorem({ maxCount: 40 }), fc.constantFrom("a  b", "=?utf-8?Q?x?=", "x".repeat(500), "")),
  text: anyMailText,
  from: fc.constantFrom("Łukasz Ősz <l@example.org>", "ada@example.org"),
  sentAt: fc.date({ min: new Date("1990-01-01"), max: new Date("2100-01-01"), noInvalidDate: true }),
  attachments: fc.array(anyAttachment, { maxLength: 4 }),
  referencedAttachments: fc.array(anyReference, { maxLength: 3 }),
  fields: fc.array(anyField, { maxLength: 6 }),
});

function toTheSecond(instant: Date): Date {
  return new Date(Math.floor(instant.getTime() / 1000) * 1000);
}

describe("a composed entity", () => {
  prop.prop([anyDraft])("comes back with every text, name and byte", async (each) => {
    const entity = expectOk(await parseEntity(composeEntity(each)));
    expect(entity).toEqual({
      subject: oneLine(each.subject) === "" ? null : oneLine(each.subject),
      sentAt: toTheSecond(each.sentAt),
      from: each.from,
      text: normalText(each.text),
      attachments: each.attachments.map(({ name, mediaType, contents }) => ({
        name: safeFileName(name),
        nameAsSent: name,
        mediaType,
        contents: new Uint8Array(contents),
      })),
      referencedAttachments: each.referencedAttachments.map((reference) => ({
        ...reference,
        name: safeFileName(reference.name),
      })),
      fields: each.fields.map(({ name, value }) => ({ name, value: normalText(value) })),
    });
  });

  prop.prop([anyDraft])("is ASCII in CRLF lines of at most 76, and as long as a padded size", (each) => {
    const bytes = composeEntity(each);
    const lines = utf8Text(bytes).split("\r\n");
    expect(bytes.length).toBe(paddedSize(bytes.length));
    expect(bytes.every((byte) => byte < 0x80)).toBe(true);
    expect(lines.some((line) => /[\r\n]/.test(line))).toBe(false);
    const longest = lines.filter((line) => !/^(Subject|Content-Type): /.test(line)).map(({ length }) => length);
    expect(Math.max(...longest)).toBeLessThanOrEqual(76);
  });

  test("has the length of any other small one", () => {
    expect(composeEntity(draft).length).toBe(4096);
    expect(composeEntity({ ...draft, text: "x".repeat(2_000) }).length).toBe(4096);
  });

  test("shows its facts to whoever reads it after gpg", () => {
    const fields = [
      { name: "Software", value: "libfoo" },
      { name: "Credit", value: "Ada\nGrace" },
    ];
    const shown = utf8Text(composeEntity({ ...draft, fields }));
    expect(shown).toContain("Subject: heap overflow in the demo parser\r\n");
    expect(shown).toContain("HP-Outer: Subject: [...]\r\n");
    expect(shown).toContain('hp="cipher"');
    expect(shown).toContain("\r\nIt overflows.\r\n");
    expect(shown).toContain("\r\nSoftware: libfoo\r\nCredit: Ada\r\n  Grace\r\n");
  });

  test("puts no field into a header, whatever the subject holds", async () => {
    const bytes = composeEntity({ ...draft, subject: "x\r\nBcc: eve@example.org\r\n\r\nbody", from: "a\r\nX: y" });
    expect(utf8Text(bytes)).not.toMatch(/^(Bcc|X):/m);
    expect(expectOk(await parseEntity(bytes)).subject).toBe("x Bcc: eve@example.org body");
  });

  test("takes 256 KiB of attachments and no byte more", () => {
    const attachment = (length: number) => ({ name: "a", mediaType: "image/png", contents: new Uint8Array(length) });
    expect(() => composeEntity({ ...draft, attachments: [attachment(maximumInsideBytes)] })).not.toThrow();
    expect(() => composeEntity({ ...draft, attachments: [attachment(maximumInsideBytes + 1)] })).toThrow();
    expect(() => composeEntity({ ...draft, fields: [{ name: "a:b", value: "" }] })).toThrow();
  });

  prop.prop([anyDraft], { numRuns: 12 })("is read by Python's mail package as it was written", (each) => {
    const seen = readWithPython(composeEntity(each));
    expect(seen.subject).toBe(oneLine(each.subject));
    expect(normalText(seen.text)).toBe(normalText(each.text));
    expect(seen.attachments).toEqual(
      each.attachments.map(({ name, contents }) => ({ name, contents: base64(contents) })),
    );
  });
});

describe("an attachment that is a body of its own", () => {
  prop.prop([anyAttachment])("comes back byte for byte", async (attachment) => {
    const bytes = composeAttachment(attachment);
    const { attachments, text } = expectOk(await parseEntity(bytes));
    expect(bytes.length).toBe(paddedSize(bytes.length));
    expect(text).toBe("");
    expect(attachments.map(({ nameAsSent, contents }) => ({ nameAsSent, contents }))).toEqual([
      { nameAsSent: attachment.name, contents: new Uint8Array(attachment.contents) },
    ]);
  });

  test("keeps what looks like line ends and delimiters", async () => {
    const contents = new TextEncoder().encode("\r\n--=_0--\r\n\n\r--\r\nContent-Type: text/html\r\n\r\n");
    const bytes = composeAttachment({ name: "a.patch", mediaType: "message/rfc822", contents });
    const { attachments } = expectOk(await parseEntity(bytes));
    expect(attachments[0]?.contents).toEqual(contents);
  });
});

describe("placing attachments", () => {
  const sized = (length: number) => ({ contents: new Uint8Array(length) });

  test.each([
    { sizes: [], inside: [], apart: [] },
    { sizes: [maximumInsideBytes], inside: [maximumInsideBytes], apart: [] },
    { sizes: [maximumInsideBytes + 1], inside: [], apart: [maximumInsideBytes + 1] },
    { sizes: [300_000, 10, 200_000], inside: [10, 200_000], apart: [300_000] },
    { sizes: [200_000, 100_000, 100_000], inside: [100_000, 100_000], apart: [200_000] },
  ])("of $sizes keeps $inside inside", ({ sizes, inside, apart }) => {
    const placed = placeAttachments(sizes.map(sized));
    expect(placed.inside.map(({ contents }) => contents.length)).toEqual(inside);
    expect(placed.apart.map(({ contents }) => contents.length)).toEqual(apart);
  });
});

const pythonReader = `
import base64, email, email.policy, json, sys
mail = email.message_from_bytes(sys.stdin.buffer.read(), policy=email.policy.default)
parts = list(mail.iter_parts())
attached = [p for p in parts if p.get_content_disposition() == "attachment"]
json.dump({
    "subject": mail["subject"] or "",
    "text": parts[0].get_payload(decode=True).decode("utf-8"),
    "attachments": [
        {"name": p["content-disposition"].params["filename"], "contents": base64.b64encode(p.get_payload(decode=True)).decode("ascii")}
        for p in attached
    ],
}, sys.stdout)
`;

interface PythonMail {
  readonly subject: string;
  readonly text: string;
  readonly attachments: readonly { readonly name: string; readonly contents: string }[];
}

function readWithPython(bytes: Uint8Array): PythonMail {
  const python = spawnSync("python3", ["-c", pythonReader], { input: bytes, encoding: "utf8" });
  if (python.status !== 0) throw new Error(`python3 could not read the entity: ${python.stderr}`);
  return JSON.parse(python.stdout) as PythonMail;
}
