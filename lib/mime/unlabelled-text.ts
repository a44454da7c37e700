import { normalText } from "./one-line.ts";

/** The text of bytes that name no charset: UTF-8, UTF-16 with its byte order mark, else Windows' Latin. */
export function decodeUnlabelledText(bytes: Uint8Array): string {
  return normalText(new TextDecoder(guessedCharset(bytes)).decode(bytes));
}

/** What bytes that name no charset are most likely written in. */
export function guessedCharset(bytes: Uint8Array): "utf-8" | "utf-16le" | "utf-16be" | "windows-1252" {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return "utf-8";
  } catch {
    return "windows-1252";
  }
}
