import type { Problem } from "#lib/base/problem.ts";
import { ok, refused } from "#lib/base/result.ts";
import type { Result } from "#lib/base/result.ts";
import { delimiterIn, nextDashLine } from "./delimiter.ts";
import type { Delimiter } from "./delimiter.ts";
import { parseHeaderBlock, parseStructuredField } from "./header-block.ts";
import type { HeaderBlock, StructuredField } from "./header-block.ts";
import { maximumDepth, maximumHeaderBytes, maximumHeaderLines, maximumParts } from "./limits.ts";

/** One node of an entity. Its bytes are those that were sent, found by offset: nothing is written anew. */
export interface EntityPart {
  readonly headers: HeaderBlock;
  readonly contentType: StructuredField;
  /** Still transfer-encoded; of a multipart, everything after its header. */
  readonly contents: Uint8Array;
  /** Empty where the part is no multipart, or a multipart without any delimiter. */
  readonly parts: readonly EntityPart[];
}

export type TreeProblem = Problem<"MIME_TOO_DEEP" | "MIME_TOO_MANY_PARTS" | "MIME_TOO_MANY_HEADERS">;

interface OpenPart {
  headers: HeaderBlock;
  contentType: StructuredField;
  headerStart: number;
  contentsStart: number;
  contents: Uint8Array;
  readonly parts: OpenPart[];
  /** Bytes of `--boundary`, or null for what is no multipart, or one that has been closed. */
  boundary: Uint8Array | null;
}

/**
 * The tree of parts of a MIME entity, in one pass over its lines.
 *
 * @problem MIME_TOO_DEEP, MIME_TOO_MANY_PARTS, MIME_TOO_MANY_HEADERS as soon as a limit is passed.
 */
export function splitEntity(bytes: Uint8Array): Result<EntityPart, TreeProblem> {
  const splitter = new Splitter(bytes);
  let start = 0;
  while (start < bytes.length) {
    const lineFeed = bytes.indexOf(0x0a, start);
    const next = lineFeed === -1 ? bytes.length : lineFeed + 1;
    const problem = splitter.readLine(start, next);
    if (problem !== null) return refused(problem);
    start = splitter.isInHeader ? next : nextDashLine(bytes, next);
  }
  return ok(splitter.finish());
}

class Splitter {
  readonly #bytes: Uint8Array;
  /** The part that a line belongs to, after those that enclose it, outermost first. */
  readonly #open: OpenPart[] = [newPart(0, "text/plain")];
  /** Of the open parts, level by level. */
  #boundaries: readonly (Uint8Array | null)[] = [];
  isInHeader = true;
  #partCount = 0;
  #headerLines = 0;
  #headerBytes = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  readLine(start: number, next: number): TreeProblem | null {
    const line = this.#bytes.subarray(start, next);
    const delimiter = delimiterIn(line, this.#boundaries);
    if (delimiter !== null) return this.#readDelimiter(delimiter, start, next);
    return this.isInHeader ? this.#readHeaderLine(line, start, next) : null;
  }

  finish(): EntityPart {
    const [root] = this.#open;
    if (root === undefined) throw new Error("the tree has no root");
    if (this.isInHeader) this.#endHeader(this.#bytes.length, this.#bytes.length);
    this.#closeFrom(0, this.#bytes.length);
    return root;
  }

  #readDelimiter({ level, isClosing }: Delimiter, start: number, next: number): TreeProblem | null {
    const problem = this.isInHeader ? this.#endHeader(start, start) : null;
    if (problem !== null) return problem;

    this.#closeFrom(level + 1, this.#withoutLineEnd(start));
    const multipart = this.#open[level];
    if (multipart === undefined) throw new Error("a delimiter belongs to no open multipart");
    if (isClosing) {
      multipart.boundary = null; // what follows is its epilogue
      this.#rememberBoundaries();
      return null;
    }

    this.#partCount += 1;
    if (this.#partCount > maximumParts) return { code: "MIME_TOO_MANY_PARTS", facts: { maximumParts } };
    const part = newPart(next, multipart.contentType.value === "multipart/digest" ? "message/rfc822" : "text/plain");
    multipart.parts.push(part);
    this.#open.push(part);
    this.#rememberBoundaries();
    this.isInHeader = true;
    return null;
  }

  #readHeaderLine(line: Uint8Array, start: number, next: number): TreeProblem | null {
    if (line[0] === 0x0a || (line[0] === 0x0d && line[1] === 0x0a)) return this.#endHeader(start, next);

    this.#headerLines += 1;
    this.#headerBytes += line.length;
    if (this.#headerLines <= maximumHeaderLines && this.#headerBytes <= maximumHeaderBytes) return null;
    return {
      code: "MIME_TOO_MANY_HEADERS",
      facts: { maximumLines: maximumHeaderLines, maximumBytes: maximumHeaderBytes },
    };
  }

  #endHeader(headerEnd: number, contentsStart: number): TreeProblem | null {
    this.isInHeader = false;
    const part = this.#open.at(-1);
    if (part === undefined) return null;

    part.headers = parseHeaderBlock(this.#bytes.subarray(part.headerStart, headerEnd));
    part.contentsStart = contentsStart;
    const contentType = part.headers.get("content-type");
    if (contentType !== undefined) part.contentType = parseStructuredField(contentType);
    part.boundary = boundaryOf(part.contentType);
    this.#rememberBoundaries();
    const depth = this.#boundaries.filter((boundary) => boundary !== null).length;
    return depth > maximumDepth ? { code: "MIME_TOO_DEEP", facts: { maximumDepth } } : null;
  }

  #rememberBoundaries(): void {
    this.#boundaries = this.#open.map(({ boundary }) => boundary);
  }

  #closeFrom(level: number, end: number): void {
    for (const part of this.#open.splice(level)) {
      part.contents = this.#bytes.subarray(part.contentsStart, Math.max(end, part.contentsStart));
    }
  }

  /** The line end before a delimiter belongs to the delimiter (RFC 2046, section 5.1.1). */
  #withoutLineEnd(end: number): number {
    if (this.#bytes[end - 1] !== 0x0a) return end;
    return this.#bytes[end - 2] === 0x0d ? end - 2 : end - 1;
  }
}

function newPart(headerStart: number, defaultType: string): OpenPart {
  return {
    headers: new Map(),
    contentType: { value: defaultType, parameters: new Map() },
    headerStart,
    contentsStart: headerStart,
    contents: new Uint8Array(),
    parts: [],
    boundary: null,
  };
}

function boundaryOf({ value, parameters }: StructuredField): Uint8Array | null {
  const boundary = parameters.get("boundary") ?? "";
  return value.startsWith("multipart/") && boundary !== "" ? new TextEncoder().encode(`--${boundary}`) : null;
}
