import { expect, test } from "vitest";
import { withPrepared } from "./prepared-message.ts";

const prepared = { subject: "Would you publish it now?", text: "Hello," };

test("a prepared message fills an empty draft", () => {
  expect(withPrepared({ text: " \n", files: [] }, prepared)).toEqual({ ...prepared, files: [] });
});

test("what was typed before stays, and stands first", () => {
  expect(withPrepared({ text: "We have the patch.\n", files: [] }, prepared)).toMatchObject({
    text: "We have the patch.\n\nHello,",
    subject: prepared.subject,
  });
});
