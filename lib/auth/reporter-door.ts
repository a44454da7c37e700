import "server-only";
import { prove } from "#lib/access/_prove.ts";
import type { ReporterActor } from "#lib/access/actor.ts";
import { equalBytes, hex, parseHex, sha256, utf8 } from "#lib/base/bytes.ts";
import type { ReportId } from "#lib/base/id.ts";
import type { Problem } from "#lib/base/problem.ts";
import { ok, refused, type Result } from "#lib/base/result.ts";
import { findReceipt } from "#lib/data/submissions.ts";
import { deriveReceipt, identifyingReceiptOf, parseReceipt } from "#lib/pgp/receipt.ts";
import { keyedHash } from "./keyed-hash.ts";
import { doorkeeper } from "./system-actor.ts";

/**
 * Whoever submits is the reporter of the report that comes of it. Its id follows from the submission's, so that a
 * repeat finds its own report and nobody else's.
 */
export async function reporterOfSubmission(submissionId: string): Promise<ReporterActor> {
  const digest = hex(await sha256(utf8(`fortnight report of submission ${submissionId}`)));
  const [a, b, c, d, e] = [
    [0, 8],
    [8, 12],
    [13, 16],
    [17, 20],
    [20, 32],
  ].map(([from, to]) => digest.slice(from, to));
  return prove({ kind: "reporter", reportId: `${a ?? ""}-${b ?? ""}-8${c ?? ""}-8${d ?? ""}-${e ?? ""}` as ReportId });
}

export interface ServerMadeReceipt {
  /** The code to give to the reporter. */
  readonly text: string;
  readonly lookupId: string;
  readonly authenticatorHash: string;
}

/**
 * The receipt of a report whose sender made none (gpg and curl): it identifies and opens nothing. It follows from the
 * submission's id under the site's secret, so that a repeat is given the same one and none is stored.
 */
export async function receiptForSubmission(submissionId: string): Promise<ServerMadeReceipt> {
  const receipt = identifyingReceiptOf(keyedHash("receipt", submissionId).slice(0, 16));
  const { lookupId, authenticator } = await deriveReceipt(receipt);
  return { text: receipt.text, lookupId, authenticatorHash: await authenticatorHash(authenticator) };
}

/**
 * The reporter behind an `Authorization` header: `Receipt LOOKUP.AUTHENTICATOR` from a browser, or `Receipt CODE` for
 * a code that only identifies.
 *
 * @problem RECEIPT_HOLDS_KEY when a code with a key in it was sent here, where it must never be.
 * @problem NOT_FOUND for whatever is wrong otherwise, after the same work.
 */
export async function reporterOfReceipt(
  authorization: string | null,
): Promise<Result<ReporterActor, Problem<"NOT_FOUND" | "RECEIPT_HOLDS_KEY">>> {
  const given = await givenReceipt(authorization);
  if (!given.ok) return given;
  const { lookupId, authenticator } = given.value ?? nobody;
  const stored = await findReceipt(doorkeeper, lookupId);
  const expected = parseHex(stored?.authenticatorHash ?? "") ?? new Uint8Array(32);
  const shown = parseHex(await authenticatorHash(authenticator)) ?? new Uint8Array(32);
  const isRight = equalBytes(expected, shown);
  return isRight && stored !== null && given.value !== null
    ? ok(prove({ kind: "reporter", reportId: stored.reportId }))
    : refused({ code: "NOT_FOUND", facts: {} });
}

interface GivenReceipt {
  readonly lookupId: string;
  readonly authenticator: string;
}

/** What cannot be read is looked up all the same, for the same work. Even if a sender chose this name, it lets nobody in. */
const nobody: GivenReceipt = { lookupId: "0".repeat(32), authenticator: "0".repeat(64) };

async function givenReceipt(
  authorization: string | null,
): Promise<Result<GivenReceipt | null, Problem<"RECEIPT_HOLDS_KEY">>> {
  const credentials = /^Receipt (.{1,200})$/i.exec(authorization ?? "")?.[1] ?? "";
  const [, lookupId, authenticator] = /^([0-9a-f]{32})\.([0-9a-f]{64})$/.exec(credentials) ?? [];
  if (lookupId !== undefined && authenticator !== undefined) return ok({ lookupId, authenticator });

  const receipt = parseReceipt(credentials);
  if (!receipt.ok) return ok(null);
  if (receipt.value.kind === "key") return refused({ code: "RECEIPT_HOLDS_KEY", facts: {} });
  return ok(await deriveReceipt(receipt.value));
}

/** SHA-256 of the authenticator's bytes, in lower-case hexadecimal. */
async function authenticatorHash(authenticator: string): Promise<string> {
  return hex(await sha256(parseHex(authenticator) ?? new Uint8Array()));
}
