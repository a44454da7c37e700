import { expect, test } from "vitest";
import { formFields } from "./form-fields.ts";

test("a form's fields come by name, and as an array where there may be several", () => {
  const form = new FormData();
  form.set("name", "Ada");
  form.append("listIds", "1");
  form.append("listIds", "2");
  expect(formFields(form, ["listIds", "others"])).toEqual({ name: "Ada", listIds: ["1", "2"], others: [] });
});

test.each([[undefined], [null], ["name=Ada"], [{ name: "Ada" }], [[["name", "Ada"]]], [new Map([["name", "Ada"]])]])(
  "%j is no form, and has none",
  (sent) => {
    expect(formFields(sent, ["listIds"])).toEqual({});
  },
);
