import { execFile, spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

/** What a command of a foreign OpenPGP tool did: its exit status and what it wrote. */
export interface ToolRun {
  readonly status: number;
  readonly stdout: Buffer;
  readonly stderr: string;
}

export interface GpgHome {
  /** The GNUPGHOME, which may also hold a test's own files. */
  readonly folder: string;
  /** Runs gpg in batch mode with this home; `input` goes to its standard input. Never throws on a bad status. */
  run: (args: readonly string[], input?: Uint8Array | string) => Promise<ToolRun>;
  /** Like `run`, but throws what gpg said where it did not succeed, and gives its standard output. */
  output: (args: readonly string[], input?: Uint8Array | string) => Promise<Buffer>;
  /** Makes a key with an encryption subkey, valid for a year, and gives the fingerprint of its primary key. */
  makeKey: (address: string, algorithm: "rsa3072" | "rsa4096" | "cv25519", passphrase?: string) => Promise<string>;
  /** The certificate, binary. */
  exportCertificate: (fingerprint: string) => Promise<Buffer>;
  /** The private key, armoured. */
  exportPrivateKey: (fingerprint: string, passphrase?: string) => Promise<string>;
  /** A file in the home, so that commands can be given a path. */
  file: (name: string, contents: Uint8Array | string) => Promise<string>;
  /** Ends this home's gpg-agent and removes the folder. */
  remove: () => Promise<void>;
}

/** Runs a command without a shell and gives its status and output, whatever the status is. */
export function runTool(
  command: string,
  args: readonly string[],
  options: { readonly input?: Uint8Array | string; readonly env?: NodeJS.ProcessEnv } = {},
): Promise<ToolRun> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { env: options.env ?? process.env, stdio: ["pipe", "pipe", "pipe"] });
    const stdout: Buffer[] = [];
    const stderr: Buffer[] = [];
    child.stdout.on("data", (chunk: Buffer) => stdout.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => stderr.push(chunk));
    child.on("error", (cause) => {
      reject(new Error(`${command} cannot be run: install it for these tests`, { cause }));
    });
    child.on("close", (code) => {
      resolve({ status: code ?? -1, stdout: Buffer.concat(stdout), stderr: Buffer.concat(stderr).toString() });
    });
    // A tool that refuses its arguments closes its input early; its status says so, a broken pipe is no news.
    child.stdin.on("error", () => undefined);
    child.stdin.end(options.input ?? "");
  });
}

/** A GnuPG home of its own in the system's temporary folder. Call `remove` at the end. */
export async function makeGpgHome(): Promise<GpgHome> {
  const folder = await mkdtemp(join(tmpdir(), "fn-gpg-")); // short: the agent's socket path has a limit of 108 bytes
  // As few rounds over a passphrase as gpg takes: else it measures out a tenth of a second, which is seconds in a page.
  await writeFile(join(folder, "gpg-agent.conf"), "s2k-count 65536\n");
  const env = { ...process.env, GNUPGHOME: folder, TZ: "UTC", LC_ALL: "C" };
  const base = ["--batch", "--no-tty", "--yes", "--trust-model", "always", "--pinentry-mode", "loopback"];

  function run(args: readonly string[], input: Uint8Array | string = ""): Promise<ToolRun> {
    return runTool("gpg", [...base, ...args], { input, env });
  }

  async function output(args: readonly string[], input?: Uint8Array | string): Promise<Buffer> {
    const outcome = await run(args, input);
    if (outcome.status !== 0)
      throw new Error(`gpg ${args.join(" ")} ended with ${String(outcome.status)}: ${outcome.stderr}`);
    return outcome.stdout;
  }

  return {
    folder,
    run,
    output,
    async makeKey(address, algorithm, passphrase = "") {
      const secret = ["--passphrase", passphrase];
      const [primary, subkey] = algorithm === "cv25519" ? ["ed25519", "cv25519"] : [algorithm, algorithm];
      await output([...secret, "--quick-generate-key", address, primary, "cert,sign", "1y"]);
      const listing = (await output(["--list-keys", "--with-colons", `=${address}`])).toString();
      const fingerprint = /^fpr:{9}([0-9A-F]{40}):/m.exec(listing)?.[1];
      if (fingerprint === undefined) throw new Error(`gpg lists no key for ${address}`);
      await output([...secret, "--quick-add-key", fingerprint, subkey, "encr", "1y"]);
      return fingerprint;
    },
    exportCertificate: (fingerprint) => output(["--export", fingerprint]),
    async exportPrivateKey(fingerprint, passphrase = "") {
      return (await output(["--passphrase", passphrase, "--armor", "--export-secret-keys", fingerprint])).toString();
    },
    async file(name, contents) {
      const path = join(folder, name);
      await writeFile(path, contents);
      return path;
    },
    async remove() {
      await promisify(execFile)("gpgconf", ["--kill", "all"], { env });
      await rm(folder, { recursive: true, force: true });
    },
  };
}
