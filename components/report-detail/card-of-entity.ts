import { maximumTitleCharacters, type Card } from "#lib/mime/card.ts";
import type { Entity } from "#lib/mime/entity.ts";
import { oneLine } from "#lib/mime/one-line.ts";

/** What a card says of software that nobody has named. */
const unnamed = "Not stated";

/**
 * A card for a report that came without one: its protected subject, else its first line, is the title; software and
 * versions are taken from its fields where it has them.
 */
export function cardOfEntity({ subject, text, fields }: Pick<Entity, "subject" | "text" | "fields">): Card {
  const fieldOf = (wanted: string) => fields.find(({ name }) => name.toLowerCase() === wanted)?.value ?? "";
  const firstLine = text.split("\n").find((each) => oneLine(each) !== "") ?? "";
  return {
    title: bounded(subject ?? firstLine) || "Without a title",
    software: bounded(fieldOf("software")) || unnamed,
    versions: bounded(fieldOf("versions")),
    severityVector: null,
    cveIds: [],
  };
}

function bounded(text: string): string {
  const line = oneLine(text);
  return line.length <= maximumTitleCharacters
    ? line
    : `${oneLine(line.slice(0, maximumTitleCharacters - 1).toWellFormed())}…`;
}
