import { serveVault } from "./serve-vault.ts";
import { createVault } from "./vault.ts";

serveVault(createVault(), self);
