import { expect, test } from "vitest";
import { envelopeClaimsSchema } from "./submission.ts";

const commitment = "0".repeat(64);

test.each([
  { what: "none", signature: null, isTaken: true },
  {
    what: "one in ASCII armour, with either line end",
    signature: "-----BEGIN PGP SIGNATURE-----\r\n\n=abcd\n",
    isTaken: true,
  },
  { what: "one of 8192 characters", signature: "A".repeat(8_192), isTaken: true },
  { what: "one of 8193", signature: "A".repeat(8_193), isTaken: false },
  { what: "a zero byte, which no text of PostgreSQL holds", signature: "A\0", isTaken: false },
  { what: "letters that no armour has", signature: "Ä", isTaken: false },
])("of a commitment's signature the server takes $what: $isTaken", ({ signature, isTaken }) => {
  expect(envelopeClaimsSchema.safeParse({ commitment, signature }).success).toBe(isTaken);
});
