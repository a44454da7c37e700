import type { Result } from "#lib/base/result.ts";
import type { OpenedBody, VaultOpenProblem } from "#lib/pgp/client.ts";
import type { ShownProblem } from "#components/request/shown-problem.ts";
import type { Vault } from "#components/sealing/vault-answer.ts";
import { debounce, type Debounced } from "./debounce.ts";
import type { KeyStorage } from "./kept-key.ts";
import type { KeyringOwner } from "./keyring-road.ts";
import { takePrinted, type TakenTickets } from "./take-tickets.ts";
import type { Ticket } from "./tickets.ts";
import { unlockKey, type KeyInput, type UnlockOutcome } from "./unlock-key.ts";

export type MemberKeyState =
  /** The vault has not been asked yet. */
  | { readonly kind: "unknown" }
  | { readonly kind: "locked" }
  | { readonly kind: "unlocking" }
  | { readonly kind: "unlocked"; readonly canSign: boolean }
  /** No private key here, but session keys that gpg printed: enough to read and to grant. */
  | { readonly kind: "tickets" };

export interface MemberKeySnapshot {
  readonly state: MemberKeyState;
  /** Changes whenever keys came or went: what did not open is then worth another try. */
  readonly keysAtHand: string;
  /** How often all was locked: as a React `key`, it makes whatever shows opened text forget it. */
  readonly lockedCount: number;
  readonly isKeyringOpen: boolean;
}

export interface MemberKeyWorld {
  readonly connect: () => Vault;
  /** Whether there is a vault to connect to, without starting one. */
  readonly hasVault: () => boolean;
  readonly storage: KeyStorage | null;
  /** What the member is enrolled with; null where they have no certificate now. */
  readonly owner: (KeyringOwner & { readonly fingerprint: string }) | null;
  /** The server's clock. */
  readonly now: () => Date;
  readonly loadKeyring: (vault: Vault, sessionKeyLine: string | null) => Promise<Result<number, ShownProblem>>;
  readonly saveKeyring: (
    vault: Vault,
    owner: KeyringOwner,
    stored: { readonly at: Date; readonly savedSize: number },
  ) => Promise<Result<number, ShownProblem>>;
}

/** Long enough for a whole page of cards to be opened before the keyring is stored once. */
const quietMs = 1500;

/** What a member's keys are doing in this tab, whichever page is shown. */
export class MemberKeyStore {
  readonly #world: MemberKeyWorld;
  readonly #listeners = new Set<() => void>();
  readonly #saving: Debounced;
  #snapshot: MemberKeySnapshot = {
    state: { kind: "unknown" },
    keysAtHand: "unknown 0",
    lockedCount: 0,
    isKeyringOpen: false,
  };
  #round = 0;
  #savedSize = 0;

  constructor(world: MemberKeyWorld) {
    this.#world = world;
    this.#saving = debounce(() => this.#save(), quietMs);
  }

  /** This tab's vault. What is opened through it is noticed, and kept in the keyring. */
  readonly vault: Vault = {
    ask: async (operation, request, options) => {
      const answer = await this.#world.connect().ask(operation, request, options);
      if (operation === "open") this.#noteOpened(answer as readonly Result<OpenedBody, VaultOpenProblem>[]);
      return answer;
    },
  };

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly snapshot = (): MemberKeySnapshot => this.#snapshot;

  /** Finds out what the vault holds already, after a sign-in in this tab say. */
  readonly begin = async (): Promise<void> => {
    // Without a vault nothing is unlocked, and OpenPGP.js is not fetched to say so; whatever is asked of it next says
    // why there is none.
    const keys = this.#world.hasVault() ? await this.vault.ask("keys", {}).catch(() => []) : [];
    if (this.#snapshot.state.kind !== "unknown") return;
    const own = keys.find(({ fingerprint }) => fingerprint === this.#world.owner?.fingerprint);
    if (own === undefined) this.#change({ state: { kind: "locked" } });
    else await this.#unlocked(own.canSign);
  };

  readonly unlock = async (input: KeyInput): Promise<Result<UnlockOutcome, ShownProblem>> => {
    const { state } = this.#snapshot;
    const { storage, owner } = this.#world;
    this.#change({ state: { kind: "unlocking" } });
    const outcome = await unlockKey(input, { vault: this.vault, storage, enrolled: owner?.fingerprint ?? null });
    if (outcome.ok) await this.#unlocked(outcome.value.key.canSign);
    else this.#change({ state });
    return outcome;
  };

  readonly takePrinted = async (
    printed: string,
    wanted: readonly Ticket[],
  ): Promise<Result<TakenTickets, ShownProblem>> => {
    const taken = await takePrinted(this.vault, printed, wanted, (line) => this.#world.loadKeyring(this.vault, line));
    if (!taken.ok) return taken;
    const { state, isKeyringOpen } = this.#snapshot;
    this.#change({
      state: state.kind === "unlocked" ? state : { kind: "tickets" },
      isKeyringOpen: isKeyringOpen || taken.value.isKeyringOpen,
    });
    this.#saving.ask();
    return taken;
  };

  /** Wipes every key in this tab. */
  readonly lock = async (): Promise<void> => {
    this.#saving.stop();
    await this.vault.ask("lock", { fingerprint: null });
    this.#savedSize = 0;
    const lockedCount = this.#snapshot.lockedCount + 1;
    this.#change({ state: { kind: "locked" }, isKeyringOpen: false, lockedCount });
  };

  readonly end = (): void => {
    this.#saving.stop();
  };

  #noteOpened(outcomes: readonly Result<OpenedBody, VaultOpenProblem>[]): void {
    if (!outcomes.some(({ ok }) => ok)) return;
    this.#saving.ask();
    if (this.#snapshot.state.kind === "locked") this.#change({ state: { kind: "tickets" } });
  }

  async #unlocked(canSign: boolean): Promise<void> {
    const loaded = await this.#world.loadKeyring(this.vault, null);
    if (loaded.ok) this.#savedSize = loaded.value;
    this.#change({ state: { kind: "unlocked", canSign }, isKeyringOpen: loaded.ok });
  }

  async #save(): Promise<void> {
    const { owner, now, saveKeyring } = this.#world;
    if (owner === null) return;
    const saved = await saveKeyring(this.vault, owner, { at: now(), savedSize: this.#savedSize });
    if (saved.ok) this.#savedSize = saved.value;
  }

  #change(part: Partial<Omit<MemberKeySnapshot, "keysAtHand">>): void {
    this.#round += 1;
    const next = { ...this.#snapshot, ...part };
    this.#snapshot = { ...next, keysAtHand: `${next.state.kind} ${String(this.#round)}` };
    for (const listener of this.#listeners) listener();
  }
}
