import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { makeGpgHome, type GpgHome } from "#e2e/support/gpg.ts";
import { base64, concatBytes, utf8 } from "#lib/base/bytes.ts";
import { expectOk } from "#lib/base/result.ts";
import type { VaultClient } from "#lib/pgp/client.ts";
import { endVaults, openVault } from "#lib/pgp/fixtures/vault-bench.ts";
import { takePrinted as takePrintedOf, wantedTickets } from "./take-tickets.ts";
import { areInline, dividePrinted, parseTickets, ticketCommand, ticketLines, type Ticket } from "./tickets.ts";

/** A minute after the keys below are made, which are valid from the second they were made in. */
const at = new Date(Date.now() + 60_000);
const ids = Array.from({ length: 5 }, () => crypto.randomUUID());

let home: GpgHome;
let tickets: readonly Ticket[];
let bodies: readonly Uint8Array[];

/** Envelopes that are sealed to a key which only gpg holds. */
beforeAll(async () => {
  home = await makeGpgHome();
  const [elliptic, rsa] = [
    await home.makeKey("ada@example.org", "cv25519"),
    await home.makeKey("rsa@example.org", "rsa3072"),
  ];
  const certificates = await Promise.all([elliptic, rsa].map((each) => home.exportCertificate(each)));
  const author = openVault();
  const sealed = await Promise.all(
    ids.map(async (_, index) =>
      expectOk(
        await author.ask("seal", {
          envelopeId: null,
          entity: utf8(`secret ${String(index)}`),
          attachments: [],
          readers: [{ name: "Ada", certificate: new Uint8Array(certificates[index % 2] ?? []) }],
          signer: null,
          at,
        }),
      ),
    ),
  );
  bodies = sealed.map(({ body }) => body);
  const lines = sealed.map(({ keyPackets: [packet], emptyBody }, index) => {
    const ticket = base64(concatBytes(packet?.bytes ?? new Uint8Array(), emptyBody));
    return `${ids[index] ?? ""} ${ticket}\n`;
  });
  tickets = parseTickets(lines.join(""));
});
afterAll(async () => {
  endVaults();
  await home.remove();
});

/** Runs the shown command in a real shell, with a GnuPG that speaks German. */
async function printedBy(command: string): Promise<string> {
  const env = { ...process.env, GNUPGHOME: home.folder, LANGUAGE: "de", LC_ALL: "de_DE.UTF-8" };
  const { stdout } = await promisify(execFile)("sh", ["-c", command], { env, cwd: home.folder });
  return stdout;
}

const noKeyring = () => Promise.reject(new Error("no keyring was asked for"));
const takePrinted = (vault: VaultClient, printed: string, wanted: readonly Ticket[]) =>
  takePrintedOf(vault, printed, wanted, noKeyring);

const open = (vault: VaultClient, index: number) =>
  vault.ask("open", {
    bodies: [{ envelopeId: ids[index] ?? "", keyPackets: [], body: bodies[index] ?? utf8(""), commitment: null }],
    signers: [],
    at,
  });

describe("reading with gpg", () => {
  test("one command prints the session keys of a few tickets, and the page opens with them", async () => {
    const wanted = tickets.slice(0, 2);
    expect(areInline(wanted)).toBe(true);
    const printed = await printedBy(ticketCommand(wanted));
    expect(printed.trim().split("\n")).toHaveLength(2);
    expect(printed).toMatch(/^[0-9a-f-]{36} 9:[0-9A-F]{64}$/m);

    const vault = openVault();
    expect(expectOk(await takePrinted(vault, printed, wanted))).toEqual({ isKeyringOpen: false, takenCount: 2 });
    const [opened] = await open(vault, 1);
    expect(opened).toMatchObject({ ok: true, value: { entity: utf8("secret 1") } });
    const next = expectOk(await wantedTickets(vault, tickets, { isKeyringOpen: false, at }));
    expect(next.map(({ id }) => id)).toEqual(ids.slice(2));
  });

  test("many tickets are a file beside the command", async () => {
    expect(areInline(tickets)).toBe(false);
    await home.file("tickets.txt", ticketLines(tickets));
    const printed = await printedBy(ticketCommand(tickets));
    const taken = expectOk(await takePrinted(openVault(), printed, tickets));
    expect(taken.takenCount).toBe(ids.length);
  });

  test("a ticket that gpg cannot open does not keep the others from it", async () => {
    const [first, second] = tickets;
    if (first === undefined || second === undefined) throw new Error("no tickets");
    const broken = { ...first, text: base64(utf8("not a ticket")) };
    const printed = await printedBy(ticketCommand([broken, second]));
    expect(expectOk(await takePrinted(openVault(), printed, [second])).takenCount).toBe(1);
  });

  test.each(["", "hello", "gpg: decryption failed: No secret key", "ab".repeat(32)])(
    "what opens nothing, %j, is said to",
    async (printed) => {
      expect(await takePrinted(openVault(), printed, tickets)).toMatchObject({
        problem: { code: "TICKETS_UNREADABLE" },
      });
    },
  );

  test("where there is a keyring, its ticket alone is wanted until it is open", async () => {
    const keyring = { ...(tickets[0] as Ticket), id: "keyring" };
    const all = [keyring, ...tickets];
    expect(expectOk(await wantedTickets(openVault(), all, { isKeyringOpen: false, at }))).toEqual([keyring]);
    expect(expectOk(await wantedTickets(openVault(), all, { isKeyringOpen: true, at }))).toEqual(tickets);
  });

  test("a vault that has ended is said to have, and keeps nobody waiting", async () => {
    const vault = openVault();
    vault.end();
    expect(await wantedTickets(vault, tickets, { isKeyringOpen: false, at })).toMatchObject({
      problem: { code: "VAULT_ENDED" },
    });
  });
});

describe("lines", () => {
  test("the keyring's is found among the others, or is the only one", () => {
    expect(dividePrinted("keyring 9:AA\nx 9:BB\n\n", false)).toEqual({
      keyringLine: "keyring 9:AA",
      envelopeLines: "x 9:BB",
    });
    expect(dividePrinted("gpg: session key: '9:AA'\n", true).keyringLine).toBe("gpg: session key: '9:AA'");
    expect(dividePrinted("gpg: session key: '9:AA'\n", false).keyringLine).toBeNull();
  });

  test.each(["", "id", "id %%%", "$(id) AAAA", "id AAAA"])("%j is no ticket", (text) => {
    expect(parseTickets(text)).toEqual([]);
  });
});
