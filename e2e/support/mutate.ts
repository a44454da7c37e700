import { concatBytes, utf8 } from "#lib/base/bytes.ts";
import { type Packet, readPackets } from "#lib/pgp/packet.ts";
import type { Chance } from "./chance.ts";

type Mutation = (bytes: Uint8Array, chance: Chance, other: Uint8Array) => Uint8Array<ArrayBuffer>;

/** Lengths that are zero, or as large as their field can be, or one off, do more harm than any by chance. */
const awkwardBytes = [0x00, 0x01, 0x7f, 0x80, 0xbf, 0xc0, 0xdf, 0xe0, 0xfe, 0xff] as const;

/** What can happen to OpenPGP data on its way, or be done to it. */
const mutations = {
  bits(bytes, chance) {
    const changed = concatBytes(bytes);
    for (let left = 1 + chance.below(4); left > 0; left -= 1) flip(changed, chance.below(changed.length), chance);
    return changed;
  },
  truncation: (bytes, chance) => concatBytes(bytes.subarray(0, chance.below(bytes.length))),
  "awkward byte": (bytes, chance) => withByte(bytes, chance.below(bytes.length), chance.oneOf(awkwardBytes)),
  length: (bytes, chance) =>
    atPacket(bytes, chance, ({ start }) => withByte(bytes, start + 1 + chance.below(5), chance.oneOf(awkwardBytes))),
  tag: (bytes, chance) =>
    atPacket(bytes, chance, ({ start }) => withByte(bytes, start, chance.oneOf([0x80, 0xc0]) | chance.below(64))),
  "inside a packet's first bytes": (bytes, chance) =>
    atPacket(bytes, chance, ({ start }) => withByte(bytes, start + 2 + chance.below(12), chance.below(256))),
  duplication: (bytes, chance) =>
    atPacket(bytes, chance, ({ start, end }) =>
      concatBytes(bytes.subarray(0, end), bytes.subarray(start, end), bytes.subarray(end)),
    ),
  loss: (bytes, chance) =>
    atPacket(bytes, chance, ({ start, end }) => concatBytes(bytes.subarray(0, start), bytes.subarray(end))),
  exchange: (bytes, chance) =>
    atPacket(bytes, chance, ({ start, end }) =>
      concatBytes(bytes.subarray(start, end), bytes.subarray(0, start), bytes.subarray(end)),
    ),
  "splice of packets": (bytes, chance, other) =>
    atPacket(bytes, chance, (here) =>
      atPacket(other, chance, (there) =>
        concatBytes(bytes.subarray(0, here.start), other.subarray(there.start, there.end), bytes.subarray(here.end)),
      ),
    ),
  "splice of bytes": (bytes, chance, other) => {
    const [start, from] = [chance.below(bytes.length), chance.below(other.length)];
    const length = 1 + chance.below(64);
    return concatBytes(bytes.subarray(0, start), other.subarray(from, from + length), bytes.subarray(start + length));
  },
  insertion: (bytes, chance) => {
    const at = chance.below(bytes.length + 1);
    const more = Uint8Array.from({ length: 1 + chance.below(16) }, () => chance.below(256));
    return concatBytes(bytes.subarray(0, at), more, bytes.subarray(at));
  },
} as const satisfies Readonly<Record<string, Mutation>>;

/** Text around the data, and in it, that a careless program or an enemy writes. */
const textMutations = {
  "a line lost": (text, chance) => withLine(text, chance, () => []),
  "a line doubled": (text, chance) => withLine(text, chance, (line) => [line, line]),
  "a line in the way": (text, chance) => withLine(text, chance, (line) => [line, "Comment: \u{1f5dd} = nothing", line]),
  "a character changed": (text, chance) => {
    const at = chance.below(text.length);
    return `${text.slice(0, at)}${String.fromCharCode(chance.below(256))}${text.slice(at + 1)}`;
  },
  "cut off": (text, chance) => text.slice(0, chance.below(text.length)),
  "twice in one": (text) => `${text}\n${text}`,
  "another label": (text, chance) =>
    text.replaceAll(
      /PGP [A-Z ]+-----/g,
      `PGP ${chance.oneOf(["MESSAGE, PART 1/2", "SIGNATURE", "PUBLIC KEY BLOCK"])}-----`,
    ),
  "line ends of old": (text) => text.replaceAll(/\r?\n/g, "\r"),
} as const satisfies Readonly<Record<string, (text: string, chance: Chance) => string>>;

/** One damaged version, and in words what was done to it. */
export interface Mutant {
  readonly how: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/**
 * Damages binary OpenPGP data in one to three ways; one in eight is armoured and then damaged as text.
 *
 * @param other - Data of the same kind, from which pieces are taken.
 */
export function mutate(
  bytes: Uint8Array,
  {
    chance,
    other,
    armor,
  }: { readonly chance: Chance; readonly other: Uint8Array; readonly armor: (bytes: Uint8Array) => string },
): Mutant {
  if (chance.below(8) === 0) {
    const how = chance.oneOf(namesOf(textMutations));
    return { how: `armour: ${how}`, bytes: utf8(textMutations[how](armor(bytes), chance)) };
  }
  const hows: string[] = [];
  let changed = concatBytes(bytes);
  for (let left = chance.oneOf([1, 1, 1, 2, 3]); left > 0 && changed.length > 0; left -= 1) {
    const how = chance.oneOf(namesOf(mutations));
    hows.push(how);
    changed = mutations[how](changed, chance, other);
  }
  return { how: hows.join(", "), bytes: changed };
}

function namesOf<Name extends string>(named: Readonly<Record<Name, unknown>>): readonly [Name, ...Name[]] {
  return Object.keys(named) as [Name, ...Name[]];
}

function withByte(bytes: Uint8Array, at: number, value: number): Uint8Array<ArrayBuffer> {
  const changed = concatBytes(bytes);
  changed[Math.min(at, changed.length - 1)] = value;
  return changed;
}

function flip(bytes: Uint8Array, at: number, chance: Chance): void {
  bytes[at] = (bytes[at] ?? 0) ^ (1 << chance.below(8));
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/** Does something to a packet by chance, or to all of it where damage has left no packets. */
function atPacket(
  bytes: Uint8Array,
  chance: Chance,
  change: (span: Span) => Uint8Array<ArrayBuffer>,
): Uint8Array<ArrayBuffer> {
  const packets = readPackets(bytes);
  return change(
    packets.ok ? spanOf(packets.value, chance.below(packets.value.length)) : { start: 0, end: bytes.length },
  );
}

function spanOf(packets: readonly Packet[], index: number): Span {
  const start = packets.slice(0, index).reduce((total, packet) => total + packet.bytes.length, 0);
  return { start, end: start + (packets[index]?.bytes.length ?? 0) };
}

function withLine(text: string, chance: Chance, change: (line: string) => readonly string[]): string {
  const lines = text.split("\n");
  const at = chance.below(lines.length);
  return [...lines.slice(0, at), ...change(lines[at] ?? ""), ...lines.slice(at + 1)].join("\n");
}
