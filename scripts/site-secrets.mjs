import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

/** The secret that signs sessions, made at the first start and kept in a file that only its owner reads. */
export function keptSecret(varFolder) {
  const file = path.join(varFolder, "secret");
  if (!existsSync(file)) {
    mkdirSync(varFolder, { recursive: true, mode: 0o711 });
    writeFileSync(file, randomBytes(32).toString("base64url"), { mode: 0o600 });
  }
  return readFileSync(file, "utf8").trim();
}
