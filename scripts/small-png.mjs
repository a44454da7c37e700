import { crc32, deflateSync, inflateSync } from "node:zlib";

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const maximumColours = 256;

/**
 * The same picture with a palette, a third as large: the 256 colours that are there most, and for the few others (edges
 * of letters) the nearest of these. Takes what Chromium makes of a page: 8 bits, RGB or RGBA, no interlacing.
 */
export function smallPng(png) {
  const { width, height, channels, rows } = decode(png);
  const colours = Uint32Array.from({ length: width * height }, (_, at) => {
    const place = at * channels;
    return (rows[place] << 16) | (rows[place + 1] << 8) | rows[place + 2];
  });
  const palette = commonest(colours);
  const indexOf = new Map(palette.map((colour, index) => [colour, index]));
  const indexed = Buffer.alloc(height * (width + 1)); // each row begins with its filter: none
  for (const [at, colour] of colours.entries()) {
    let index = indexOf.get(colour);
    if (index === undefined) indexOf.set(colour, (index = nearest(colour, palette)));
    indexed[Math.floor(at / width) * (width + 1) + 1 + (at % width)] = index;
  }
  return encode({ width, height, palette, indexed });
}

function decode(png) {
  const chunks = chunksOf(png);
  const header = chunks.find(({ type }) => type === "IHDR").contents;
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const channels = { 2: 3, 6: 4 }[header[9]];
  if (header[8] !== 8 || channels === undefined || header[12] !== 0) throw new Error("not a picture of a page");
  const packed = Buffer.concat(chunks.filter(({ type }) => type === "IDAT").map(({ contents }) => contents));
  return { width, height, channels, rows: unfiltered(inflateSync(packed), width * channels, channels) };
}

function chunksOf(png) {
  const chunks = [];
  for (let at = signature.length; at < png.length;) {
    const length = png.readUInt32BE(at);
    chunks.push({ type: png.toString("latin1", at + 4, at + 8), contents: png.subarray(at + 8, at + 8 + length) });
    at += length + 12;
  }
  return chunks;
}

/** PNG (third edition), section 9: each row is stored as its difference from what stands to the left and above. */
function unfiltered(stored, rowBytes, channels) {
  const height = stored.length / (rowBytes + 1);
  const rows = Buffer.alloc(height * rowBytes);
  for (let y = 0; y < height; y += 1) {
    const filter = stored[y * (rowBytes + 1)];
    const start = y * rowBytes;
    for (let x = 0; x < rowBytes; x += 1) {
      const left = x < channels ? 0 : rows[start + x - channels];
      const above = y === 0 ? 0 : rows[start + x - rowBytes];
      const corner = x < channels || y === 0 ? 0 : rows[start + x - rowBytes - channels];
      rows[start + x] = stored[y * (rowBytes + 1) + 1 + x] + expectedByte(filter, left, above, corner);
    }
  }
  return rows;
}

function expectedByte(filter, left, above, corner) {
  if (filter === 0) return 0;
  if (filter === 1) return left;
  if (filter === 2) return above;
  return filter === 3 ? (left + above) >> 1 : paeth(left, above, corner);
}

function paeth(left, above, corner) {
  const guess = left + above - corner;
  const byLeft = Math.abs(guess - left);
  const byAbove = Math.abs(guess - above);
  const byCorner = Math.abs(guess - corner);
  if (byLeft <= byAbove && byLeft <= byCorner) return left;
  return byAbove <= byCorner ? above : corner;
}

/** What is coloured counts for more than what is grey: it is there less often and says something. */
function commonest(colours) {
  const counts = new Map();
  for (const colour of colours) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  const weighed = [...counts].map(([colour, count]) => ({ colour, weight: count * (1 + saturation(colour) / 8) }));
  weighed.sort((a, b) => b.weight - a.weight);
  return weighed.slice(0, maximumColours).map(({ colour }) => colour);
}

function saturation(colour) {
  const parts = [colour >> 16, (colour >> 8) & 255, colour & 255];
  return Math.max(...parts) - Math.min(...parts);
}

function nearest(colour, palette) {
  const distances = palette.map((each) =>
    [16, 8, 0].reduce((sum, shift) => sum + (((colour >> shift) & 255) - ((each >> shift) & 255)) ** 2, 0),
  );
  return distances.indexOf(Math.min(...distances));
}

function encode({ width, height, palette, indexed }) {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3], 8); // 8 bits for each pixel, which name a colour of the palette
  const colours = Buffer.from(palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]));
  return Buffer.concat([
    signature,
    chunk("IHDR", header),
    chunk("PLTE", colours),
    chunk("IDAT", deflateSync(indexed, { level: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function chunk(type, contents) {
  const named = Buffer.concat([Buffer.from(type, "latin1"), contents]);
  const framed = Buffer.alloc(named.length + 8);
  framed.writeUInt32BE(contents.length, 0);
  named.copy(framed, 4);
  framed.writeUInt32BE(crc32(named), named.length + 4);
  return framed;
}
