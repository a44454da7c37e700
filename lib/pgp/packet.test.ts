import { fc, test as property } from "@fast-check/vitest";
import { describe, expect, test } from "vitest";
import { concatBytes } from "#lib/base/bytes.ts";
import { expectOk } from "#lib/base/result.ts";
import { readPackets } from "./packet.ts";

const zeros = (length: number) => new Uint8Array(length);

/** A packet header and contents in one of the ways that RFC 9580, section 4.2, has for it. */
function frame(tag: number, contents: Uint8Array, form: Form): Uint8Array {
  const number = (width: number) =>
    Uint8Array.from({ length: width }, (_, index) => Math.floor(contents.length / 256 ** (width - 1 - index)) & 0xff);
  switch (form) {
    case "old-1":
    case "old-2":
    case "old-4": {
      const width = Number(form.slice(4));
      return concatBytes(Uint8Array.of(0x80 | (tag << 2) | Math.log2(width)), number(width), contents);
    }
    case "new-1":
      return concatBytes(Uint8Array.of(0xc0 | tag), number(1), contents);
    case "new-2": {
      const length = contents.length - 192;
      return concatBytes(Uint8Array.of(0xc0 | tag, 192 + (length >> 8), length & 0xff), contents);
    }
    case "new-5":
      return concatBytes(Uint8Array.of(0xc0 | tag, 0xff), number(4), contents);
    case "partial":
      return concatBytes(Uint8Array.of(0xc0 | tag, 0xe9), contents.subarray(0, 512), ...chop(contents.subarray(512)));
  }
}

/** Parts of 1, 2, 1, 2 … bytes while more than 100 remain, so that there are many, then the rest with its length. */
function chop(contents: Uint8Array): readonly Uint8Array[] {
  if (contents.length <= 100) return [Uint8Array.of(contents.length), contents];
  const power = contents.length % 2;
  return [Uint8Array.of(0xe0 + power), contents.subarray(0, 1 << power), ...chop(contents.subarray(1 << power))];
}

type Form = "old-1" | "old-2" | "old-4" | "new-1" | "new-2" | "new-5" | "partial";

function formsFor(tag: number, length: number): readonly Form[] {
  const forms: Form[] = ["new-5"];
  if (length < 192) forms.push("new-1");
  if (length >= 192 && length < 8384) forms.push("new-2");
  if (tag < 16) forms.push("old-4", "old-2");
  if (tag < 16 && length < 256) forms.push("old-1");
  if ([8, 9, 11, 18, 20].includes(tag) && length >= 512) forms.push("partial");
  return forms;
}

const anyPacket = fc
  .tuple(
    fc.oneof(fc.constantFrom(8, 9, 11, 18, 20), fc.integer({ min: 1, max: 63 })),
    fc.oneof(fc.uint8Array({ maxLength: 300 }), fc.uint8Array({ minLength: 512, maxLength: 900 })),
  )
  .chain(([tag, contents]) =>
    fc.constantFrom(...formsFor(tag, contents.length)).map((form) => ({
      tag,
      contents,
      bytes: frame(tag, contents, form),
    })),
  );

describe("packet framing", () => {
  property.prop([fc.array(anyPacket, { minLength: 1, maxLength: 8 })])(
    "finds every packet, whatever the form of its length",
    (packets) => {
      const found = expectOk(readPackets(concatBytes(...packets.map(({ bytes }) => bytes))));
      expect(found.map(({ tag, contents, bytes }) => ({ tag, contents: [...contents], bytes: [...bytes] }))).toEqual(
        packets.map(({ tag, contents, bytes }) => ({ tag, contents: [...contents], bytes: [...bytes] })),
      );
    },
  );

  property.prop([anyPacket, fc.nat()])("refuses a packet cut short anywhere", ({ bytes }, cut) => {
    const cutAt = cut % bytes.length;
    expect(readPackets(bytes.subarray(0, cutAt)).ok).toBe(false);
  });

  property.prop([fc.uint8Array({ maxLength: 2000 })])("answers to any bytes at all", (bytes) => {
    const found = readPackets(bytes);
    if (found.ok) expect(concatBytes(...found.value.map((packet) => packet.bytes))).toEqual(bytes);
    else expect(found.problem.code).toBe("PGP_NOT_OPENPGP");
  });

  test.each([
    { what: "nothing", bytes: [] },
    { what: "text", bytes: [0x2d, 0x2d] },
    { what: "the reserved tag 0, old", bytes: [0x80, 0x00] },
    { what: "the reserved tag 0, new", bytes: [0xc0, 0x00] },
    { what: "no length for a key packet", bytes: [0x87, 0x03] },
    { what: "partial lengths for a key packet", bytes: [0xc1, 0xe9, ...zeros(512), 0x00] },
    { what: "a first part of 256 bytes", bytes: [0xd2, 0xe8, ...zeros(256), 0x00] },
    { what: "a partial length without an end", bytes: [0xd2, 0xe9, ...zeros(512)] },
  ])("refuses $what", ({ bytes }) => {
    expect(readPackets(Uint8Array.from(bytes))).toEqual({ ok: false, problem: { code: "PGP_NOT_OPENPGP", facts: {} } });
  });

  test("takes a first part of 512 bytes", () => {
    const [packet] = expectOk(readPackets(Uint8Array.from([0xd2, 0xe9, ...zeros(512), 0x00])));
    expect(packet?.contents.length).toBe(512);
  });

  test("takes compressed data without a length to the end", () => {
    const [packet] = expectOk(readPackets(Uint8Array.of(0xa3, 1, 2, 3)));
    expect(packet).toMatchObject({ tag: 8, contents: Uint8Array.of(1, 2, 3) });
  });

  test("takes as many packets as allowed, and not one more", () => {
    const three = Uint8Array.of(0xca, 0, 0xca, 0, 0xca, 0);
    expect(readPackets(three, 3).ok).toBe(true);
    expect(readPackets(three, 2).ok).toBe(false);
  });
});
