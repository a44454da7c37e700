import { ok, refused, type Result } from "#lib/base/result.ts";
import { requestText } from "#components/request/request.ts";
import { shownProblem, type ShownProblem } from "#components/request/shown-problem.ts";
import { vaultAnswer, vaultOutcome, type Vault } from "#components/sealing/vault-answer.ts";
import { dividePrinted, keyringId, parseTickets, type Ticket } from "./tickets.ts";

/** The member's tickets, the keyring's first. */
export async function fetchTickets(): Promise<Result<readonly Ticket[], ShownProblem>> {
  const text = await requestText("/api/v1/tickets");
  return text.ok ? ok(parseTickets(text.value)) : text;
}

/**
 * The tickets that are worth reading next: the keyring's alone where there is one, since its session key may make all
 * others needless; else those of envelopes whose session keys the vault does not hold.
 */
export async function wantedTickets(
  vault: Vault,
  tickets: readonly Ticket[],
  { isKeyringOpen, at }: { readonly isKeyringOpen: boolean; readonly at: Date },
): Promise<Result<readonly Ticket[], ShownProblem>> {
  const keyring = tickets.filter(({ id }) => id === keyringId);
  if (keyring.length > 0 && !isKeyringOpen) return ok(keyring);
  const ofEnvelopes = tickets.filter(({ id }) => id !== keyringId);
  // A grant to nobody needs nothing but the session key, so it tells whether the vault has it.
  const envelopes = ofEnvelopes.map(({ id }) => ({ envelopeId: id, keyPackets: [] }));
  const asked = await vaultOutcome(vault.ask("grant", { envelopes, readers: [], at }));
  return asked.ok ? ok(ofEnvelopes.filter((_, index) => asked.value[index]?.ok !== true)) : asked;
}

export interface TakenTickets {
  /** Whether the keyring was among them. */
  readonly isKeyringOpen: boolean;
  /** Session keys that the vault now holds and did not before. */
  readonly takenCount: number;
}

/**
 * Takes what gpg printed for tickets into the vault.
 *
 * @problem TICKETS_UNREADABLE when no line of it opens anything, and those of loading the keyring.
 */
export async function takePrinted(
  vault: Vault,
  printed: string,
  wanted: readonly Ticket[],
  takeKeyring: (sessionKeyLine: string) => Promise<Result<number, ShownProblem>>,
): Promise<Result<TakenTickets, ShownProblem>> {
  const isOnlyKeyring = wanted.every(({ id }) => id === keyringId);
  const { keyringLine, envelopeLines } = dividePrinted(printed, isOnlyKeyring);
  const fromKeyring = keyringLine === null ? ok(0) : await takeKeyring(keyringLine);
  if (!fromKeyring.ok) return fromKeyring;

  const tickets = wanted
    .filter(({ id }) => id !== keyringId)
    .map(({ id, emptyBody }) => ({ envelopeId: id, emptyBody }));
  const taken = await vaultAnswer(vault.ask("takeSessionKeys", { lines: envelopeLines, tickets }));
  const fromLines = taken.ok ? taken.value.envelopeIds.length : 0;
  const isKeyringOpen = keyringLine !== null;
  if (!isKeyringOpen && fromLines === 0) {
    return refused(
      taken.ok || taken.problem.code === "PGP_NOT_A_SESSION_KEY"
        ? shownProblem({ code: "TICKETS_UNREADABLE", facts: {} })
        : taken.problem,
    );
  }
  return ok({ isKeyringOpen, takenCount: fromKeyring.value + fromLines });
}
