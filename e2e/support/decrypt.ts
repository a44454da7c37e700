import { runTool, type GpgHome } from "./gpg.ts";

/**
 * What gpg decrypts with the keys of a home. That it cannot check a signature, for want of the signer's certificate,
 * makes its exit status 2 and is no failure here.
 */
export async function decryptWithGpg(gpg: GpgHome, message: Uint8Array, passphrase = ""): Promise<Buffer> {
  const secret = ["--passphrase", passphrase];
  const { stdout, stderr } = await gpg.run([...secret, "--status-fd", "2", "--decrypt"], message);
  if (!stderr.includes("[GNUPG:] DECRYPTION_OKAY")) throw new Error(`gpg cannot decrypt: ${stderr}`);
  return stdout;
}

/** What sq decrypts with one private key, which has no passphrase. */
export async function decryptWithSq(gpg: GpgHome, message: Uint8Array, privateKey: string): Promise<Buffer> {
  const keyFile = await gpg.file(`${crypto.randomUUID()}.key`, privateKey);
  const { status, stdout, stderr } = await runTool("sq", ["decrypt", "--recipient-key", keyFile], { input: message });
  if (status !== 0) throw new Error(`sq cannot decrypt: ${stderr}`);
  return stdout;
}
