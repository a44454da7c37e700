import type { Field } from "./entity.ts";
import { normalText } from "./one-line.ts";

/** The mark of the text part that holds the fields, so that a program finds what a person reads. */
export const fieldsParameter = "x-fortnight";
export const fieldsParameterValue = "fields";

const maximumFields = 100;
const maximumFieldsCharacters = 256 * 1024;
const continuation = "  ";
const namePattern = /^[^\s:](?:[^:\n]{0,62}[^\s:])?$/;

/**
 * The fields as lines that are read by people and by {@link parseFields} alike, so that the two can never see
 * different things: `Software: libfoo`, further lines of a value indented by two blanks.
 *
 * Throws for a name that is empty, longer than 64 characters, or has a colon, a line end or blanks around it.
 */
export function fieldsText(fields: readonly Field[]): string {
  return fields.map(fieldText).join("\n");
}

/** The fields of such lines, or null where a line is neither a field, nor the next line of one, nor empty. */
export function parseFields(text: string): readonly Field[] | null {
  if (text.length > maximumFieldsCharacters) return null;

  const fields: { name: string; lines: string[] }[] = [];
  for (const line of normalText(text).split("\n")) {
    if (line === "") continue;
    if (line.startsWith(continuation) && fields.length > 0) {
      fields.at(-1)?.lines.push(line.slice(continuation.length));
      continue;
    }
    const field = parseField(line);
    if (field === null || fields.length === maximumFields) return null;
    fields.push(field);
  }
  return fields.map(({ name, lines }) => ({ name, value: lines.join("\n") }));
}

function fieldText({ name, value }: Field): string {
  if (!namePattern.test(name)) throw new Error("field name is not 1 to 64 characters without a colon");
  const [first = "", ...rest] = normalText(value).split("\n");
  return [first === "" ? `${name}:` : `${name}: ${first}`, ...rest.map((line) => continuation + line)].join("\n");
}

function parseField(line: string): { name: string; lines: string[] } | null {
  const colon = line.indexOf(":");
  const name = line.slice(0, Math.max(colon, 0));
  const rest = line.slice(colon + 1);
  if (!namePattern.test(name) || (rest !== "" && !rest.startsWith(" "))) return null;
  return { name, lines: [rest.slice(1)] };
}
