import { expect, test } from "vitest";
import { utf8Text } from "#lib/base/bytes.ts";
import { composeEntity } from "#lib/mime/compose-entity.ts";
import { parseEntity } from "#lib/mime/parse-entity.ts";
import { expectOk } from "#lib/base/result.ts";
import { emptyNote, fieldsOfNote, isEmptyNote, isSameNote, noteOfEntity } from "./note.ts";

const note = { trackingId: "DSA-4821", versions: "1.4 and 1.9", comment: "Backported.\nThe tests pass." };

function entityOf(fields: ReturnType<typeof fieldsOfNote>, text = "") {
  const sentAt = new Date("2026-11-03T08:00:00Z");
  return composeEntity({ subject: "Note", text, sentAt, fields, attachments: [], referencedAttachments: [] });
}

test("a note comes back as it was written", async () => {
  const entity = expectOk(await parseEntity(entityOf(fieldsOfNote(note))));
  expect(noteOfEntity(entity)).toEqual(note);
});

test("somebody who opens it with gpg reads it as lines", () => {
  expect(utf8Text(entityOf(fieldsOfNote(note)))).toContain("Tracking id: DSA-4821");
});

test("what gpg wrote as plain text is the comment", async () => {
  const entity = expectOk(await parseEntity(entityOf([], "We ship 1.4.")));
  expect(noteOfEntity(entity)).toEqual({ ...emptyNote, comment: "We ship 1.4." });
});

test("what is empty is not sealed, and blanks make no other note", () => {
  expect(fieldsOfNote({ ...emptyNote, versions: " " })).toEqual([]);
  expect(isEmptyNote({ ...emptyNote, comment: "\n" })).toBe(true);
  expect(isSameNote(note, { ...note, versions: "1.4 and 1.9 " })).toBe(true);
});
