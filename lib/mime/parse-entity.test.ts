import { describe, expect, test } from "vitest";

import { concatBytes, utf8 } from "#lib/base/bytes.ts";
import { expectOk } from "#lib/base/result.ts";
import { maximumDepth, maximumEntityBytes, maximumHeaderLines, maximumParts, maximumTextBytes } from "./limits.ts";
import { parseEntity } from "./parse-entity.ts";

async function entityOf(lines: readonly string[] | Uint8Array) {
  return expectOk(await parseEntity(lines instanceof Uint8Array ? lines : utf8(lines.join("\r\n"))));
}

async function codeOf(bytes: Uint8Array): Promise<string | undefined> {
  const parsed = await parseEntity(bytes);
  return parsed.ok ? undefined : parsed.problem.code;
}

describe("what somebody encrypted without MIME", () => {
  test("is all text, even where it begins like header fields", async () => {
    const text = "Subject: overflow in libfoo\nSoftware: libfoo\n\nIt overflows.\n";
    const entity = await entityOf(utf8(text.replaceAll("\n", "\r\n")));
    expect(entity).toMatchObject({ subject: null, text, attachments: [], fields: [] });
  });

  test.each([
    ["UTF-8", utf8("Grüße 🐛"), "Grüße 🐛"],
    ["UTF-8 with a byte order mark", utf8("\ufeffGrüße"), "Grüße"],
    ["Latin 1", Uint8Array.of(0x47, 0x72, 0xfc, 0xdf, 0x65), "Grüße"],
    ["UTF-16 of PowerShell", Uint8Array.of(0xff, 0xfe, 0x48, 0, 0xfc, 0), "Hü"],
    ["nothing", new Uint8Array(), ""],
  ])("is read as %s", async (_, bytes, text) => {
    expect((await entityOf(bytes)).text).toBe(text);
  });

  test("is a file where it is no text", async () => {
    const bytes = Uint8Array.of(0x7f, 0x45, 0x4c, 0x46, 0, 0, 1, 2, 255);
    const entity = await entityOf(bytes);
    expect(entity.text).toBe("");
    expect(entity.attachments).toEqual([
      { name: "attachment", nameAsSent: null, mediaType: "application/octet-stream", contents: bytes },
    ]);
  });
});

describe("what a mail program sent", () => {
  test("has its protected subject, sender and date", async () => {
    const entity = await entityOf([
      'Content-Type: text/plain; charset="iso-8859-1"; hp="cipher"',
      "Content-Transfer-Encoding: quoted-printable",
      "Subject: =?iso-8859-1?Q?=DCberlauf?= =?utf-8?B?IGluIPCfkJs=?=",
      "From: =?utf-8?Q?J=C3=B6rg?= <joerg@example.org>",
      "Date: Mon, 2 Mar 2026 14:45:00 +0545",
      "",
      "Gr=FC=DFe=  ",
      ", J.  ",
      "1 =3D 1 =?",
    ]);
    expect(entity).toMatchObject({
      subject: "Überlauf in 🐛",
      from: "Jörg <joerg@example.org>",
      sentAt: new Date("2026-03-02T09:00:00Z"),
      text: "Grüße, J.\n1 = 1 =?",
    });
  });

  test.each([
    ["2 Mar 2026 09:00 GMT", "2026-03-02T09:00:00.000Z"],
    ["Mon, 02 Mar 2026 09:00:00 -0000 (UTC)", "2026-03-02T09:00:00.000Z"],
    ["Mon, 02 Mar 2026 09:00:00", undefined],
    ["yesterday", undefined],
  ])("is dated %j as %s", async (date, instant) => {
    const entity = await entityOf(["Content-Type: text/plain", `Date: ${date}`, "", "x"]);
    expect(entity.sentAt?.toISOString()).toBe(instant);
  });

  test("that was signed first has the subject of the signed part", async () => {
    const entity = await entityOf([
      'Content-Type: multipart/signed; boundary="outer"; protocol="application/pgp-signature"',
      "",
      "--outer",
      'Content-Type: multipart/mixed; boundary="inner"; protected-headers="v1"',
      "Subject: the real one",
      "",
      "--inner",
      "Content-Type: text/rfc822-headers; protected-headers=v1",
      "",
      "Subject: the real one",
      "",
      "--inner",
      "Content-Type: text/plain; charset=utf-8; hp-legacy-display=1",
      "",
      "Subject: the real one",
      "",
      "hello",
      "--inner--",
      "",
      "--outer",
      "Content-Type: application/pgp-signature",
      "",
      "-----BEGIN PGP SIGNATURE-----",
      "--outer--",
    ]);
    expect(entity.subject).toBe("the real one");
    expect(entity.text).toBe("hello");
    expect(entity.attachments.map(({ name }) => name)).toEqual(["signature.asc"]);
  });

  test("in HTML alone shows its words and hands the HTML out as a file", async () => {
    const html = "<p>Heap overflow<script>alert(1)</script> in <b>libfoo</b></p>";
    const entity = await entityOf(["Content-Type: text/html", "", html]);
    expect(entity.text).toContain("libfoo");
    expect(entity.text).not.toMatch(/[<>]/);
    expect(entity.attachments).toEqual([
      { name: "message.html", nameAsSent: null, mediaType: "text/html", contents: utf8(html) },
    ]);
  });

  test("in text and HTML is read as its text", async () => {
    const entity = await entityOf([
      "Content-Type: multipart/alternative; boundary=b",
      "",
      "preamble",
      "--b",
      "",
      "plain words",
      "--b  ",
      "Content-Type: text/html",
      "",
      "<p>other words</p>",
      "--b--",
      "epilogue",
    ]);
    expect(entity.text).toBe("plain words");
    expect(entity.attachments.map(({ mediaType }) => mediaType)).toEqual(["text/html"]);
  });

  test("flows: soft line ends are undone", async () => {
    const entity = await entityOf(["Content-Type: text/plain; format=flowed", "", "one ", "line", "> two"]);
    expect(entity.text).toBe("one line\n> two");
  });

  test.each([
    ['attachment; filename="a b.txt"', "a b.txt"],
    ["attachment; filename=a(1).txt; size=1", "a(1).txt"],
    ["attachment; filename*=utf-8''%e2%82%ac%20rates%2F1.txt", "€ rates/1.txt"],
    [
      "attachment; filename*0*=iso-8859-1'de'%DC;\r\n filename*1=\"ber \"; filename*2*=%DFx.txt; filename=old",
      "Über ßx.txt",
    ],
    ["attachment; filename*0*=utf-8''%E2%82; filename*1*=%AC", "€"],
    ["attachment; filename==?utf-8?Q?=E2=82=AC?=", "€"],
    ['attachment; filename="a\\"b;c.txt"', 'a"b;c.txt'],
    ["attachment; filename*=nonsense%zz", "nonsense%zz"],
  ])("%s is named %s", async (disposition, name) => {
    const entity = await entityOf(["Content-Type: image/png", `Content-Disposition: ${disposition}`, "", "x"]);
    expect(entity.attachments[0]?.nameAsSent).toBe(name);
  });

  test.each([
    ["7bit", "a\r\nb\nc\r", "a\r\nb\nc\r"],
    ["8bit", "ä\r\n", "ä\r\n"],
    ["base64", "YQ==YmM=\r\n !ZA", "abcd"],
    ["BASE64", "YWJj", "abc"],
    ["quoted-printable", "a=00=ff \t\r\nb=\r\nc", "a\0\u00ff\r\nbc"],
    ["x-unknown", "=41", "=41"],
  ])("in %s keeps every byte of an attachment", async (transferEncoding, sent, contents) => {
    const entity = await entityOf([
      "Content-Type: multipart/mixed; boundary=b",
      "",
      "--b",
      "Content-Type: application/octet-stream",
      `Content-Transfer-Encoding: ${transferEncoding}`,
      "",
      sent,
      "--b--",
    ]);
    const expected = contents === "a\0\u00ff\r\nbc" ? Uint8Array.of(97, 0, 255, 13, 10, 98, 99) : utf8(contents);
    expect(entity.attachments[0]?.contents).toEqual(expected);
  });

  test("hides nothing behind a boundary that never comes", async () => {
    const entity = await entityOf(["Content-Type: multipart/mixed; boundary=b", "", "all of this is shown"]);
    expect(entity.text).toBe("all of this is shown");
  });

  test("keeps to the structure when a delimiter comes back after its multipart has ended", async () => {
    const entity = await entityOf([
      "Content-Type: multipart/mixed; boundary=outer",
      "",
      "--outer",
      "Content-Type: multipart/mixed; boundary=inner",
      "",
      "--inner",
      "",
      "first",
      "--inner--",
      "--inner",
      "",
      "in the epilogue",
      "--outer",
      "--inner",
      "",
      "second",
      "--outer--",
    ]);
    expect(entity.text).toBe("first\n\nsecond");
  });

  test("with a damaged list of references shows it as a file", async () => {
    const json = '{"version":1,"attachments":[{"name":"x"}]}';
    const entity = await entityOf(["Content-Type: application/vnd.fortnight.attachments+json", "", json]);
    expect(entity.referencedAttachments).toEqual([]);
    expect(entity.attachments[0]?.contents).toEqual(utf8(json));
  });
});

describe("the limits", () => {
  function nested(depth: number): Uint8Array {
    const levels = Array.from(
      { length: depth },
      (_, level) => `Content-Type: multipart/mixed; boundary=b${String(level)}\r\n\r\n--b${String(level)}\r\n`,
    );
    return utf8(`${levels.join("")}\r\nhello`);
  }

  function withParts(count: number): Uint8Array {
    return utf8(`Content-Type: multipart/mixed; boundary=b\r\n\r\n${"--b\r\n\r\nx\r\n".repeat(count)}--b--\r\n`);
  }

  function withHeaderLines(count: number): Uint8Array {
    return utf8(`Content-Type: text/plain\r\n${"X-Filler: y\r\n".repeat(count - 1)}\r\nhello`);
  }

  test.each([
    [maximumDepth, undefined],
    [maximumDepth + 1, "MIME_TOO_DEEP"],
    [1_000, "MIME_TOO_DEEP"],
  ])("%i multiparts in one another give %s", async (depth, code) => {
    expect(await codeOf(nested(depth))).toBe(code);
  });

  test.each([
    [maximumParts, undefined],
    [maximumParts + 1, "MIME_TOO_MANY_PARTS"],
    [10_000, "MIME_TOO_MANY_PARTS"],
  ])("%i parts give %s", async (count, code) => {
    expect(await codeOf(withParts(count))).toBe(code);
  });

  test.each([
    [maximumHeaderLines, undefined],
    [maximumHeaderLines + 1, "MIME_TOO_MANY_HEADERS"],
    [1_000_000, "MIME_TOO_MANY_HEADERS"],
  ])("%i header lines give %s", async (count, code) => {
    expect(await codeOf(withHeaderLines(count))).toBe(code);
  });

  test("one endless header line is refused", async () => {
    expect(await codeOf(utf8(`Content-Type: text/plain\r\nX: ${"y".repeat(2 ** 20)}\r\n\r\nhello`))).toBe(
      "MIME_TOO_MANY_HEADERS",
    );
  });

  test("an entity above the largest is refused, the largest itself is read", async () => {
    const header = utf8("Content-Type: application/zip\r\nContent-Transfer-Encoding: binary\r\n\r\n");
    const largest = concatBytes(header, new Uint8Array(maximumEntityBytes - header.length));
    expect(await codeOf(largest)).toBeUndefined();
    expect(await codeOf(concatBytes(largest, Uint8Array.of(0)))).toBe("MIME_TOO_LARGE");
  });

  test("a text is shown up to the longest, and is a file beyond", async () => {
    const header = utf8("Content-Type: text/plain\r\n\r\n");
    const longest = new Uint8Array(maximumTextBytes).fill(0x78);
    const longer = new Uint8Array(maximumTextBytes + 1).fill(0x78);
    expect((await entityOf(longest)).text.length).toBe(maximumTextBytes);
    expect((await entityOf(concatBytes(header, longest))).text.length).toBe(maximumTextBytes);
    expect((await entityOf(longer)).attachments[0]?.name).toBe("report.txt");
    expect((await entityOf(concatBytes(header, longer))).attachments[0]?.contents.length).toBe(longer.length);
  });

  test("patterns that make naive readers slow are read all the same", async () => {
    const blanks = `Content-Type: text/plain\r\nX${" ".repeat(500_000)}y: z\r\n\r\nhello`;
    const quotes = `Content-Type: text/plain; ${'x="'.repeat(20_000)}\r\nSubject: ${"=?".repeat(100_000)}\r\n\r\nhello`;
    const dashes = `Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\n${"--\r\n".repeat(500_000)}`;
    for (const text of [blanks, quotes, dashes]) expect(await codeOf(utf8(text))).toBeUndefined();
  });
});
