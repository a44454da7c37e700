import type { MemberId } from "#lib/base/id.ts";
import type { CheckedReader } from "#lib/pgp/client.ts";
import { grantRequestSchema } from "#lib/schema/member-requests.ts";
import type { ThreadEnvelope } from "#lib/schema/thread-response.ts";
import { jsonBody, requestDone } from "#components/request/request.ts";
import { shownProblem, type ShownProblem } from "#components/request/shown-problem.ts";
import { vaultOutcome, type Vault } from "#components/sealing/vault-answer.ts";

export interface Granting {
  readonly vault: Vault;
  readonly envelopes: readonly Pick<ThreadEnvelope, "id" | "keyPackets">[];
  readonly memberId: MemberId;
  readonly reader: CheckedReader;
  /** The server's clock. */
  readonly at: Date;
}

export interface GrantOutcome {
  readonly grantedCount: number;
  /** What stood in the way of the others, each reason once. */
  readonly problems: readonly ShownProblem[];
}

/** Makes a key packet of each envelope for a member in the vault, and hands them to the portal. */
export async function grantEnvelopes({ vault, envelopes, memberId, reader, at }: Granting): Promise<GrantOutcome> {
  const { name, certificate, encryptionKeyId } = reader;
  const keys = envelopes.map(({ id, keyPackets }) => ({
    envelopeId: id,
    keyPackets: keyPackets.map(({ bytes }) => bytes),
  }));
  const request = { envelopes: keys, readers: [{ name, certificate, encryptionKeyId }], at };
  const made = await vaultOutcome(vault.ask("grant", request));
  if (!made.ok) return { grantedCount: 0, problems: [made.problem] };

  let grantedCount = 0;
  const problems = new Map<string, ShownProblem>();
  for (const [index, { id }] of envelopes.entries()) {
    const outcome = made.value[index];
    if (outcome === undefined) throw new Error("the vault answered for fewer envelopes than it was asked for");
    const problem = outcome.ok ? await post(id, memberId, outcome.value[0]?.bytes) : shownProblem(outcome.problem);
    if (problem === null) grantedCount += 1;
    else problems.set(problem.code, problem);
  }
  return { grantedCount, problems: [...problems.values()] };
}

/** That somebody else has granted the same meanwhile is as good. */
async function post(
  envelopeId: string,
  memberId: MemberId,
  keyPacket: Uint8Array<ArrayBuffer> | undefined,
): Promise<ShownProblem | null> {
  if (keyPacket === undefined) throw new Error("the vault granted to nobody");
  const request = grantRequestSchema.encode({ memberId, keyPacket });
  const stored = await requestDone(`/api/v1/envelopes/${envelopeId}/grants`, jsonBody("POST", request));
  return stored.ok || stored.problem.code === "ALREADY_A_READER" ? null : stored.problem;
}
