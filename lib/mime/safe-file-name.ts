const maximumNameBytes = 200;
const maximumExtensionCharacters = 16;

const encoder = new TextEncoder();

/**
 * A name to show and to save a received file under: one path segment of at most 200 bytes, without control, format
 * (bidi overrides among them) or reserved characters, never hidden, never empty, never a device of Windows.
 */
export function safeFileName(name: string): string {
  const segment =
    name
      .toWellFormed()
      .normalize("NFC")
      .split(/[/\\]/)
      .findLast((each) => trimmed(each) !== "") ?? "";
  const bounded = trimmed(boundedName(trimmed(segment)));
  if (bounded === "") return "attachment";
  return isDevice(bounded) ? `_${bounded}` : bounded;
}

function trimmed(segment: string): string {
  return segment
    .replace(/[\p{Zs}\p{Zl}\p{Zp}\t\n\r]+/gu, " ")
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}]/gu, "")
    .replace(/[<>:"|?*]/g, "_")
    .replace(/^[ .~-]+/, "") // no hidden file, no home directory, no option of a command
    .replace(/[ .]+$/, ""); // Windows drops these, and then the extension is another
}

/** Cuts a name that is too long before its extension, so that the extension stays. */
function boundedName(name: string): string {
  if (encoder.encode(name).length <= maximumNameBytes) return name;

  const dot = name.lastIndexOf(".");
  const hasExtension = dot > 0 && name.length - dot <= maximumExtensionCharacters;
  const extension = hasExtension ? name.slice(dot) : "";
  const stem = hasExtension ? name.slice(0, dot) : name;
  return trimmed(cut(stem, maximumNameBytes - encoder.encode(extension).length)) + extension;
}

function cut(text: string, maximumBytes: number): string {
  let kept = "";
  let bytes = 0;
  for (const character of text) {
    bytes += encoder.encode(character).length;
    if (bytes > maximumBytes) break;
    kept += character;
  }
  return kept;
}

function isDevice(name: string): boolean {
  return /^(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/i.test(name);
}
