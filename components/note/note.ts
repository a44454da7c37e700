import type { Entity, Field } from "#lib/mime/entity.ts";

/** What an organisation says beside a status or a duty, to the list's readers alone. An empty text is none. */
export interface Note {
  /** Of the organisation's own tracker: one line. */
  readonly trackingId: string;
  /** One line. */
  readonly versions: string;
  /** Several lines. */
  readonly comment: string;
}

export const emptyNote: Note = { trackingId: "", versions: "", comment: "" };

/** Longest of each line of a note, in characters. */
export const maximumLineCharacters = 200;
export const maximumCommentCharacters = 4_000;

const labels: Readonly<Record<keyof Note, string>> = {
  trackingId: "Tracking id",
  versions: "Versions",
  comment: "Comment",
};

const parts = Object.keys(labels) as readonly (keyof Note)[];

/** The fields of a note's entity, as people see them after gpg too; what is empty is left out. */
export function fieldsOfNote(note: Note): readonly Field[] {
  return parts.map((part) => ({ name: labels[part], value: note[part].trim() })).filter(({ value }) => value !== "");
}

/** A note as it is read: the first field of each name, and where gpg wrote a plain text, that as the comment. */
export function noteOfEntity({ fields, text }: Pick<Entity, "fields" | "text">): Note {
  const valueOf = (part: keyof Note) =>
    fields.find(({ name }) => name.toLowerCase() === labels[part].toLowerCase())?.value ?? "";
  const comment = valueOf("comment");
  return {
    trackingId: valueOf("trackingId"),
    versions: valueOf("versions"),
    comment: comment === "" ? text.trim() : comment,
  };
}

export function isSameNote(left: Note, right: Note): boolean {
  return parts.every((part) => left[part].trim() === right[part].trim());
}

export function isEmptyNote(note: Note): boolean {
  return isSameNote(note, emptyNote);
}
