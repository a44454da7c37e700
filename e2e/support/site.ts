import { tmpdir } from "node:os";
import path from "node:path";

/** The site that the journeys visit: a whole `npm start`, on a port and in a folder of its own. */
export const sitePort = Number(process.env.FORTNIGHT_E2E_PORT ?? "3107");
export const siteOrigin = `http://localhost:${String(sitePort)}`;

/** Where that site keeps its database, its log and, in `demo-keys`, the private keys of its demo people. */
export const siteFolder = path.join(tmpdir(), `fortnight-e2e-${String(sitePort)}`);
