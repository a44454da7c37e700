import PostalMime from "postal-mime";

import { base64 } from "#lib/base/bytes.ts";
import type { StructuredField } from "./header-block.ts";
import { normalText } from "./one-line.ts";
import { guessedCharset } from "./unlabelled-text.ts";

const token = /^[\w.:+-]{1,64}$/;

/** The text of a `text/plain` part whose transfer encoding has been removed; `format=flowed` is unfolded. */
export async function decodePlainText(bytes: Uint8Array, contentType: StructuredField): Promise<string> {
  const labelled = contentType.parameters.get("charset")?.trim() ?? "";
  const isUnlabelled = !token.test(labelled) || /^(?:us-)?ascii$/i.test(labelled);
  const isFlowed = contentType.parameters.get("format")?.toLowerCase() === "flowed";
  const isDelSp = contentType.parameters.get("delsp")?.toLowerCase() === "yes";

  const { text = "" } = await PostalMime.parse(
    [
      `Content-Type: text/plain; charset=${isUnlabelled ? guessedCharset(bytes) : labelled}`,
      isFlowed ? `; format=flowed; delsp=${isDelSp ? "yes" : "no"}` : "",
      "\r\nContent-Transfer-Encoding: base64\r\n\r\n",
      base64(bytes),
    ].join(""),
  );
  return withoutLegacyDisplay(normalText(text), contentType);
}

/** The words of HTML as plain text, for a message that has nothing else to read. Never markup. */
export async function decodeHtmlAsText(bytes: Uint8Array, contentType: StructuredField): Promise<string> {
  const labelled = contentType.parameters.get("charset")?.trim() ?? "";
  const charset = token.test(labelled) ? labelled : guessedCharset(bytes);
  const html = `Content-Type: text/html; charset=${charset}\r\nContent-Transfer-Encoding: base64\r\n\r\n${base64(bytes)}`;
  // Beside a plain part the parser renders the HTML as text too.
  const message = `Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n${html}\r\n--b\r\n\r\n\r\n--b--\r\n`;
  const { text = "" } = await PostalMime.parse(message);
  return normalText(text).trim();
}

/** The lines that a sender repeats from the protected headers for readers that cannot show them (RFC 9788). */
function withoutLegacyDisplay(text: string, { parameters }: StructuredField): string {
  if (parameters.get("hp-legacy-display") !== "1") return text;
  const blankLine = text.indexOf("\n\n");
  return blankLine === -1 ? text : text.slice(blankLine + 2);
}
