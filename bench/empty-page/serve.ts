// Serves a page of Next's that asks nothing and shows one word, behind our own front with all its headers: what the
// machine can do at most. Run it without the condition `react-server`: Next brings its own.
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import path from "node:path";
import next from "next";
import { webConfig } from "#lib/config/web.ts";
import { createFront } from "#lib/front/front.ts";
import { listenOn } from "#lib/front/listen.ts";

const project = path.resolve(import.meta.dirname, "../..");
const files = {
  "next.config.mjs": `export default { poweredByHeader: false, typescript: { ignoreBuildErrors: true },
    turbopack: { root: ${JSON.stringify(project)} }, experimental: { sri: { algorithm: "sha384" } } };`,
  "app/layout.jsx": `import { headers } from "next/headers";
    export default async function Layout({ children }) { await headers(); return <html lang="en"><body>{children}</body></html>; }`,
  "app/page.jsx": `export default function Page() { return <p>Empty</p>; }`,
};

mkdirSync(path.join(project, "test-results"), { recursive: true }); // inside the project: Next finds its packages there
const dir = mkdtempSync(path.join(project, "test-results", "empty-page-"));
process.on("exit", () => {
  rmSync(dir, { recursive: true, force: true });
});
mkdirSync(path.join(dir, "app"));
for (const [name, text] of Object.entries(files)) writeFileSync(path.join(dir, name), text);

const builder = path.join(project, "node_modules/next/dist/bin/next");
const build = spawnSync(process.execPath, [builder, "build", dir], { encoding: "utf8" });
if (build.status !== 0) throw new Error(`the empty page could not be built:\n${build.stdout}${build.stderr}`);

const config = webConfig();
const { hostname } = new URL(config.origin);
const application = next({ dev: false, dir, hostname, port: config.port, quiet: true, httpServer: createServer() });
await application.prepare();
const handler = application.getRequestHandler();
const options = { ...config, isReady: () => Promise.resolve(true), isEnding: () => false };
await listenOn(new Map(config.addresses.map((address) => [address, createFront(handler, options)])), config.port);
process.send?.("listening");
process.on("SIGTERM", () => process.exit(0));
