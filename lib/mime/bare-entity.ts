import { decodeUnlabelledText } from "./unlabelled-text.ts";
import type { Entity } from "./entity.ts";
import { maximumTextBytes } from "./limits.ts";

/** A header block longer than this, without a MIME field so far, is taken for a text that has colons. */
const maximumScannedBytes = 2 * 1024 * 1024;

/**
 * Whether bytes begin with a header block that speaks of MIME. A text file that begins with `Software: libfoo` does
 * not, and stays a text with all its lines.
 */
export function hasMimeHeader(bytes: Uint8Array): boolean {
  for (let start = 0; start < Math.min(bytes.length, maximumScannedBytes);) {
    const lineFeed = bytes.indexOf(0x0a, start);
    const end = lineFeed === -1 ? bytes.length : lineFeed;
    const lineStart = String.fromCharCode(...bytes.subarray(start, Math.min(end, start + 80)));
    const isContinuation = start > 0 && /^[ \t]+\S/.test(lineStart);
    if (!isContinuation && !/^[!-9;-~]+[ \t]*:/.test(lineStart)) return false;
    if (/^(?:content-type|content-transfer-encoding|mime-version)[ \t]*:/i.test(lineStart)) return true;
    start = end + 1;
  }
  return false;
}

/** What somebody encrypted as it was: a text, or else a file, as which a very long text counts too. */
export function bareEntity(bytes: Uint8Array): Entity {
  const isText = hasUtf16Mark(bytes) || !bytes.includes(0);
  const isShown = isText && bytes.length <= maximumTextBytes;
  const file = {
    name: isText ? "report.txt" : "attachment",
    nameAsSent: null,
    mediaType: isText ? "text/plain" : "application/octet-stream",
    contents: bytes.slice(),
  };
  return {
    subject: null,
    sentAt: null,
    from: null,
    text: isShown ? decodeUnlabelledText(bytes) : "",
    attachments: isShown ? [] : [file],
    referencedAttachments: [],
    fields: [],
  };
}

function hasUtf16Mark([first, second]: Uint8Array): boolean {
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
}
