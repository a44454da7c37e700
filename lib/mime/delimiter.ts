const dash = 0x2d;

export interface Delimiter {
  /** Which of the boundaries it is, as an index. */
  readonly level: number;
  /** Whether it ends the multipart. */
  readonly isClosing: boolean;
}

/** The delimiter line that a line is, of the innermost boundary that fits, or null. Boundaries begin with `--`. */
export function delimiterIn(line: Uint8Array, boundaries: readonly (Uint8Array | null)[]): Delimiter | null {
  for (let level = boundaries.length - 1; level >= 0; level -= 1) {
    const boundary = boundaries[level] ?? null;
    if (boundary === null || !startsWith(line, boundary)) continue;
    const rest = line.subarray(boundary.length);
    if (isBlank(rest)) return { level, isClosing: false };
    if (rest[0] === dash && rest[1] === dash && isBlank(rest.subarray(2))) return { level, isClosing: true };
  }
  return null;
}

/** Where the next line that begins with a dash starts, from the line start `from` on; the end where there is none. */
export function nextDashLine(bytes: Uint8Array, from: number): number {
  for (let index = from; index < bytes.length; index += 1) {
    if (bytes[index] === dash && bytes[index - 1] === 0x0a) return index;
  }
  return bytes.length;
}

function startsWith(line: Uint8Array, boundary: Uint8Array): boolean {
  return line.length >= boundary.length && boundary.every((byte, index) => line[index] === byte);
}

function isBlank(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte === 0x20 || byte === 0x09 || byte === 0x0d || byte === 0x0a);
}
