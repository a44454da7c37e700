import { hex } from "#lib/base/bytes.ts";
import { ok, refused, type Result } from "#lib/base/result.ts";
import { commitmentOf } from "./commitment.ts";
import { type CommitmentSignature, judgeCommitmentSignature } from "./commitment-signature.ts";
import { grant, type SealedKeyPacket } from "./grant.ts";
import { openKeyring, sealKeyring } from "./keyring.ts";
import { decryptBody, openWithSessionKey } from "./open.ts";
import type {
  EnvelopeKeys,
  OpenedBody,
  SealedBody,
  Vault,
  VaultAnswer,
  VaultContext,
  VaultOpenProblem,
  VaultRequest,
} from "./protocol.ts";
import { sealEmptyBody } from "./seal.ts";
import { parseSessionKeyLine, type SessionKey, sessionKeyLine } from "./session-key.ts";
import { fitsCommitment, recoverWith, type VaultMemory } from "./vault-memory.ts";

type OpeningVault = Pick<
  Vault,
  "open" | "grant" | "complete" | "takeSessionKeys" | "openKeyring" | "sealKeyring" | "disclose"
>;

/** The operations of a vault that have to do with session keys. */
export function openingVault(memory: VaultMemory): OpeningVault {
  return {
    open: ({ bodies, signers, at }, context) =>
      forEachInTurn(bodies, context, (sealed) => openBody(memory, sealed, { signers, at })),
    grant: ({ envelopes, readers, at }, context) =>
      forEachInTurn(envelopes, context, (envelope) => grantAll(memory, envelope, { readers, at })),
    async complete({ envelopeId, body }) {
      const sessionKey = memory.sessionKeys.get(envelopeId);
      if (sessionKey === undefined) return refused({ code: "PGP_NOT_UNLOCKED", facts: {} });
      const commitment = hex(await commitmentOf(sessionKey, body));
      return ok({ emptyBody: await sealEmptyBody(sessionKey), commitment });
    },
    takeSessionKeys: (request) => takeSessionKeys(memory, request),
    openKeyring: (request) => takeKeyring(memory, request),
    async sealKeyring({ owner, at }) {
      const { sessionKeys: entries, keyringSessionKey: sessionKey, cache } = memory;
      const sealed = await sealKeyring({ entries, owner, at, cache, ...(sessionKey === null ? {} : { sessionKey }) });
      if (!sealed.ok) return sealed;
      const { keyPackets, body, emptyBody } = sealed.value;
      const [keyPacket] = keyPackets;
      if (keyPacket === undefined) throw new Error("a keyring was sealed to nobody");
      return ok({ keyPacket, body, emptyBody, size: entries.size });
    },
    disclose: ({ envelopeId }) => {
      const sessionKey = memory.sessionKeys.get(envelopeId);
      return Promise.resolve(
        sessionKey === undefined ? refused({ code: "PGP_NOT_UNLOCKED", facts: {} }) : ok(sessionKeyLine(sessionKey)),
      );
    },
  };
}

/** Works through parts in order, tells the progress, and once cancelled refuses what is left. */
async function forEachInTurn<Part, Value, Failure>(
  parts: readonly Part[],
  { onProgress, signal }: VaultContext,
  work: (part: Part) => Promise<Result<Value, Failure>>,
): Promise<
  readonly Result<Value, Failure | { readonly code: "PGP_CANCELLED"; readonly facts: Record<string, never> }>[]
> {
  const outcomes = [];
  for (const part of parts) {
    outcomes.push(signal.aborted ? refused({ code: "PGP_CANCELLED", facts: {} } as const) : await work(part));
    onProgress({ done: outcomes.length, total: parts.length });
  }
  return outcomes;
}

type Judging = Omit<VaultRequest<"open">, "bodies">;

/** By the session key that is remembered, if it still serves; else by a key packet. What serves is remembered. */
async function openBody(
  memory: VaultMemory,
  sealed: SealedBody,
  judging: Judging,
): Promise<Result<OpenedBody, VaultOpenProblem>> {
  const remembered = memory.sessionKeys.get(sealed.envelopeId);
  if (remembered !== undefined) {
    const opened = await openWith(memory, remembered, sealed, judging);
    if ((opened.ok && opened.value.commitment !== "mismatch") || sealed.keyPackets.length === 0) return opened;
    // It may have come from a keyring that somebody else wrote: see [Note: keyrings].
    memory.sessionKeys.delete(sealed.envelopeId);
  }
  const recovered = await recoverWith(memory, sealed);
  if (!recovered.ok) return recovered;
  const opened = await openWith(memory, recovered.value, sealed, judging);
  if (opened.ok) memory.sessionKeys.set(sealed.envelopeId, recovered.value);
  return opened;
}

async function openWith(
  { cache }: VaultMemory,
  sessionKey: SessionKey,
  sealed: SealedBody,
  judging: Judging,
): Promise<Result<OpenedBody, VaultOpenProblem>> {
  const { body, commitment } = sealed;
  const opened = await openWithSessionKey({ body, sessionKey, cache, ...judging });
  if (!opened.ok) return opened;
  const { entity, signatures } = opened.value;
  return ok({
    entity,
    signatures,
    commitment: await fitsCommitment(commitment, sessionKey, body),
    commitmentSignature: await judgeSigned(sealed, { sessionKey, cache, ...judging }),
  });
}

async function judgeSigned(
  { body, commitment, commitmentSignature: claimed = null }: SealedBody,
  { sessionKey, ...rest }: Judging & Pick<VaultMemory, "cache"> & { readonly sessionKey: SessionKey },
): Promise<CommitmentSignature> {
  if (commitment === null || claimed === null) return { outcome: "none" };
  return judgeCommitmentSignature({ commitment: await commitmentOf(sessionKey, body), claimed, ...rest });
}

async function grantAll(
  memory: VaultMemory,
  envelope: EnvelopeKeys,
  { readers, at }: Omit<VaultRequest<"grant">, "envelopes">,
): Promise<VaultAnswer<"grant">[number]> {
  const remembered = memory.sessionKeys.get(envelope.envelopeId);
  const recovered = remembered === undefined ? await recoverWith(memory, envelope) : ok(remembered);
  if (!recovered.ok) return recovered;
  const granted: SealedKeyPacket[] = [];
  for (const reader of readers) {
    const each = await grant({ sessionKey: recovered.value, reader, at, cache: memory.cache });
    if (!each.ok) return each;
    granted.push(each.value);
  }
  return ok(granted);
}

/** So that many lines that fit no ticket do not keep the vault busy for ever. */
const maximumTrials = 20_000;

async function takeSessionKeys(
  memory: VaultMemory,
  { lines, tickets }: VaultRequest<"takeSessionKeys">,
): Promise<VaultAnswer<"takeSessionKeys">> {
  const sessionKeys: SessionKey[] = [];
  let problem: Extract<VaultAnswer<"takeSessionKeys">, { ok: false }> = refused({
    code: "PGP_NOT_A_SESSION_KEY",
    facts: {},
  });
  for (const line of lines.split("\n")) {
    const parsed = parseSessionKeyLine(line);
    if (parsed.ok) sessionKeys.push(parsed.value);
    else if (parsed.problem.code === "PGP_OTHER_CIPHER") problem = parsed;
  }
  if (sessionKeys.length === 0) return problem;

  const left = [...tickets];
  const envelopeIds: string[] = [];
  let trials = 0;
  for (const sessionKey of sessionKeys) {
    // gpg prints them in the order of the tickets, so the first that is left is nearly always the one.
    for (const [index, ticket] of left.entries()) {
      if (trials >= maximumTrials) break;
      trials += 1;
      if (!(await decryptBody(ticket.emptyBody, sessionKey)).ok) continue;
      memory.sessionKeys.set(ticket.envelopeId, sessionKey);
      envelopeIds.push(ticket.envelopeId);
      left.splice(index, 1);
      break;
    }
  }
  return ok({ envelopeIds, strangers: sessionKeys.length - envelopeIds.length });
}

/** What the vault has found out itself outlives what the keyring says. */
async function takeKeyring(
  memory: VaultMemory,
  { body, keyPacket, sessionKeyLine: line }: VaultRequest<"openKeyring">,
): Promise<VaultAnswer<"openKeyring">> {
  const sessionKey = line === null ? await recoverWith(memory, { keyPackets: [keyPacket] }) : parseSessionKeyLine(line);
  if (!sessionKey.ok) return sessionKey as VaultAnswer<"openKeyring">;
  const entries = await openKeyring({ body, sessionKey: sessionKey.value });
  if (!entries.ok) return entries;
  for (const [envelopeId, each] of entries.value) {
    if (!memory.sessionKeys.has(envelopeId)) memory.sessionKeys.set(envelopeId, each);
  }
  memory.keyringSessionKey = line === null ? null : sessionKey.value;
  return ok(entries.value.size);
}
