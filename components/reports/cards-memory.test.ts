import { expect, test } from "vitest";
import type { Vault } from "#components/sealing/vault-answer.ts";
import { rememberedCards } from "./cards-memory.ts";

const vault: Vault = { ask: () => Promise.reject(new Error("not asked")) };

test("what was opened is there when the table is come back to, and gone once all is locked", () => {
  rememberedCards(vault, 0).set("report", { envelopeId: "card", rowCard: { state: "failed" } });
  expect(rememberedCards(vault, 0).get("report")?.envelopeId).toBe("card");
  expect(rememberedCards(vault, 1).size).toBe(0);
  expect(rememberedCards(vault, 0).size).toBe(0);
});

test("another member's vault in the same tab remembers nothing of it", () => {
  rememberedCards(vault, 2).set("report", { envelopeId: "card", rowCard: { state: "failed" } });
  expect(rememberedCards({ ask: vault.ask }, 2).size).toBe(0);
});
