import { readFileSync } from "node:fs";
import path from "node:path";
import { runTool } from "#e2e/support/gpg.ts";

/** A certificate for `localhost`, and that of the authority that has signed it. */
export interface OwnAuthority {
  readonly key: Buffer;
  readonly certificate: Buffer;
  readonly authority: Buffer;
  /** The file of `authority`, for judges that take its path. */
  readonly authorityFile: string;
}

const days = "2";

/** An authority that lives as long as the folder: made anew for each run, and trusted by nobody else. */
export async function makeAuthority(folder: string): Promise<OwnAuthority> {
  const file = (name: string) => path.join(folder, name);
  const key = (name: string) => [
    "-newkey",
    "ec",
    "-pkeyopt",
    "ec_paramgen_curve:P-256",
    "-nodes",
    "-keyout",
    file(name),
  ];
  await openssl(["req", "-x509", ...key("ca.key"), "-out", file("ca.crt"), "-days", days, "-subj", "/CN=judges"]);
  await openssl([
    ...["req", "-x509", ...key("site.key"), "-out", file("site.crt"), "-days", days, "-subj", "/CN=localhost"],
    ...["-CA", file("ca.crt"), "-CAkey", file("ca.key"), "-addext", "subjectAltName=DNS:localhost"],
    ...["-addext", "basicConstraints=critical,CA:FALSE"],
  ]);
  return {
    key: readFileSync(file("site.key")),
    certificate: readFileSync(file("site.crt")),
    authority: readFileSync(file("ca.crt")),
    authorityFile: file("ca.crt"),
  };
}

async function openssl(words: readonly string[]): Promise<void> {
  const { status, stderr } = await runTool("openssl", words);
  if (status !== 0) throw new Error(`openssl could not make a certificate: ${stderr}`);
}
