import { tmpdir } from "node:os";
import path from "node:path";
import { ourNodeFlags } from "../../scripts/pinned-node.mjs";

/** The site that the journeys visit: a whole `npm start`, on a port and in a folder of its own. */
export const sitePort = Number(process.env.FORTNIGHT_E2E_PORT ?? "3107");
export const siteOrigin = `http://localhost:${String(sitePort)}`;

/** Where that site keeps its database, its log and, in `demo-keys`, the private keys of its demo people. */
export const siteFolder = path.join(tmpdir(), `fortnight-e2e-${String(sitePort)}`);

/** Whether each site of the journeys has two of each process, behind a proxy: `npm run e2e:twin`. */
const isTwin = process.env.FORTNIGHT_E2E_TWIN === "1";

/** With what Node.js starts a whole site. */
export const startWords: readonly string[] = isTwin
  ? [...ourNodeFlags, path.resolve(import.meta.dirname, "start-twin.ts")]
  : [path.resolve(import.meta.dirname, "../../scripts/start.mjs")];
