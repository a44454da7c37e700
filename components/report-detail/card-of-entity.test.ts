import { fc, test as prop } from "@fast-check/vitest";
import { describe, expect, test } from "vitest";
import { checkCard } from "#lib/mime/card.ts";
import { cardOfEntity } from "./card-of-entity.ts";

const bare = { subject: null, text: "", fields: [] };

describe("a card for a report without one", () => {
  test("the protected subject is its title", () => {
    expect(cardOfEntity({ ...bare, subject: "Heap overflow", text: "other" }).title).toBe("Heap overflow");
  });

  test("without a subject its first line with anything on it is", () => {
    expect(cardOfEntity({ ...bare, text: "\n \n  Heap overflow\nin libmarrow" }).title).toBe("Heap overflow");
  });

  test("with neither it says so", () => {
    expect(cardOfEntity(bare)).toMatchObject({ title: "Without a title", software: "Not stated" });
  });

  test("software and versions are taken from the fields", () => {
    const fields = [
      { name: "Software", value: "libmarrow" },
      { name: "Versions", value: "1.4\n1.5" },
    ];
    expect(cardOfEntity({ ...bare, fields })).toMatchObject({ software: "libmarrow", versions: "1.4 1.5" });
  });

  test.each([
    { length: 200, kept: 200 },
    { length: 201, kept: 200 },
  ])("a title of $length characters is $kept long", ({ length, kept }) => {
    expect(cardOfEntity({ ...bare, subject: "x".repeat(length) }).title).toHaveLength(kept);
  });

  prop.prop([
    fc.option(fc.string({ unit: "binary", maxLength: 400 }), { nil: null }),
    fc.string({ unit: "binary", maxLength: 400 }),
    fc.string({ unit: "binary", maxLength: 400 }),
  ])("whatever a report says, a card is made that every reader accepts", (subject, text, value) => {
    const fields = [{ name: "Software", value }];
    expect(checkCard(cardOfEntity({ subject, text, fields })).ok).toBe(true);
  });
});
