import { concatBytes, hex, utf8 } from "#lib/base/bytes.ts";
import { mediaTypeOf } from "./media-type.ts";
import { parameter } from "./parameter.ts";
import { base64Lines, encodeText } from "./transfer-encoding.ts";

/** A body part: its header lines without the blank line that ends them, and its contents, transfer-encoded. */
export interface BodyPart {
  readonly headerLines: readonly string[];
  readonly contents: Uint8Array;
}

/** A part of UTF-8 text. `contentType` carries its parameters, `charset` among them. */
export function textPart(contentType: string, text: string): BodyPart {
  const { transferEncoding, lines } = encodeText(text);
  return {
    headerLines: [
      `Content-Type: ${contentType}`,
      `Content-Transfer-Encoding: ${transferEncoding}`,
      "Content-Disposition: inline",
    ],
    contents: utf8(lines),
  };
}

export function base64Part(name: string, mediaType: string, contents: Uint8Array): BodyPart {
  return {
    headerLines: attachmentHeaderLines(name, mediaType, "base64"),
    contents: utf8(base64Lines(contents)),
  };
}

/** A part whose contents stand in the entity as they are: for a body of OpenPGP, which carries any byte. */
export function binaryPart(name: string, mediaType: string, contents: Uint8Array): BodyPart {
  return { headerLines: attachmentHeaderLines(name, mediaType, "binary"), contents };
}

/** `multipart/mixed` of the parts; `parameters` follow the boundary and `fieldLines` stand before it. */
export function multipartMixed(
  fieldLines: readonly string[],
  parameters: string,
  parts: readonly BodyPart[],
): Uint8Array<ArrayBuffer> {
  // "=_" is in no quoted-printable and no base64 text; 128 random bits are in no binary one.
  const boundary = `=_${hex(crypto.getRandomValues(new Uint8Array(16)))}`;
  const contentType = `Content-Type: multipart/mixed; boundary="${boundary}"${parameters}`;
  return concatBytes(
    utf8([...fieldLines, contentType, "", ""].join("\r\n")),
    ...parts.flatMap(({ headerLines, contents }) => [
      utf8([`--${boundary}`, ...headerLines, "", ""].join("\r\n")),
      contents,
      utf8("\r\n"),
    ]),
    utf8(`--${boundary}--\r\n`),
  );
}

function attachmentHeaderLines(name: string, mediaType: string, transferEncoding: string): readonly string[] {
  return [
    `Content-Type: ${attachableType(mediaType)}`,
    `Content-Transfer-Encoding: ${transferEncoding}`,
    `Content-Disposition: attachment${parameter("filename", name)}`,
  ];
}

/** Composite types must not be base64 (RFC 2046, sections 5.1 and 5.2), and readers would look into them. */
function attachableType(mediaType: string): string {
  const type = mediaTypeOf(mediaType);
  return /^(?:multipart|message)\//.test(type) ? "application/octet-stream" : type;
}
