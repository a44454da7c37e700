import { utf8 } from "#lib/base/bytes.ts";

const sectionCharacters = 50;

/** A parameter of a structured field, ready to follow its value: quoted ASCII, or RFC 2231 with its continuations. */
export function parameter(name: string, value: string): string {
  const text = value.toWellFormed();
  const isPlain =
    /^[ !#-[\]-~]*$/.test(text) && text.trim() === text && text.length <= sectionCharacters && !text.includes("=?");
  return isPlain ? `;\r\n ${name}="${text}"` : extendedParameter(name, text);
}

/** `name*0*=utf-8''…` (RFC 2231, section 4.1), each section within a line. */
function extendedParameter(name: string, text: string): string {
  const sections = percentSections(text);
  const [only] = sections;
  if (sections.length === 1 && only !== undefined) return `;\r\n ${name}*=utf-8''${only}`;

  return sections
    .map((section, index) => `;\r\n ${name}*${String(index)}*=${index === 0 ? "utf-8''" : ""}${section}`)
    .join("");
}

function percentSections(text: string): readonly string[] {
  const sections: string[] = [];
  let section = "";
  for (const character of text) {
    const token = percentToken(character);
    if (section.length + token.length > sectionCharacters) {
      sections.push(section);
      section = "";
    }
    section += token;
  }
  return [...sections, section];
}

function percentToken(character: string): string {
  if (/^[A-Za-z0-9._-]$/.test(character)) return character;
  return Array.from(utf8(character), (byte) => `%${byte.toString(16).toUpperCase().padStart(2, "0")}`).join("");
}
