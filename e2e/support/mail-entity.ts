import { runTool } from "./gpg.ts";

/** A decrypted entity as a mail program takes it apart. */
export interface ReadEntity {
  readonly subject: string | null;
  readonly text: string;
  readonly files: ReadonlyMap<string, Buffer>;
}

/** Python's mail parser stands for the programs that people read mail with: it knows nothing of how we compose. */
const reader = `
import base64, email, email.policy, json, sys
entity = email.message_from_bytes(sys.stdin.buffer.read(), policy=email.policy.default)
leaves = [part for part in entity.walk() if not part.is_multipart()]
texts = [part.get_content() for part in leaves if part.get_filename() is None and part.get_content_type() == "text/plain"]
files = [[part.get_filename(), base64.b64encode(part.get_payload(decode=True)).decode()] for part in leaves if part.get_filename()]
print(json.dumps({"subject": entity["subject"], "text": "\\n".join(texts), "files": files}))
`;

/** Reads what gpg or sq has decrypted. */
export async function readEntity(decrypted: Uint8Array): Promise<ReadEntity> {
  const { status, stdout, stderr } = await runTool("python3", ["-c", reader], { input: decrypted });
  if (status !== 0) throw new Error(`the entity cannot be read: ${stderr}`);
  const read = JSON.parse(stdout.toString()) as { subject: string | null; text: string; files: [string, string][] };
  return {
    ...read,
    text: read.text.replaceAll("\r\n", "\n"),
    files: new Map(read.files.map(([name, base64]) => [name, Buffer.from(base64, "base64")])),
  };
}
