import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { chromium, type Browser, type BrowserContext } from "@playwright/test";
import { demoPeople, type DemoPeople } from "#e2e/support/demo-people.ts";
import { signInHere } from "#e2e/support/member.ts";
import { freePort, startSite } from "#e2e/support/own-site.ts";
import { judgedPages, type JudgedPage } from "./judged-pages.ts";
import { makeAuthority, type OwnAuthority } from "./own-authority.ts";
import { openTlsFront, type TlsFront } from "./tls-front.ts";

type Viewer = JudgedPage["seenBy"];

/** A demo site behind TLS, and who looks at it. */
export interface JudgedSite {
  readonly authority: OwnAuthority;
  readonly browser: Browser;
  readonly pages: readonly JudgedPage[];
  readonly people: DemoPeople;
  /** A front at which each request is that viewer's. */
  readonly frontOf: (viewer: Viewer) => TlsFront;
  /** A folder that is gone when the judges are. */
  readonly folder: string;
}

export const chromiumFlags = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"];

/** Starts such a site, lets the judges at it, and throws it away. */
export async function atJudgedSite<Outcome>(judge: (site: JudgedSite) => Promise<Outcome>): Promise<Outcome> {
  const folder = mkdtempSync(path.join(tmpdir(), "fn-judges-"));
  const authority = await makeAuthority(folder);
  const [sitePort, port] = [await freePort(), await freePort()];
  const open = await openTlsFront(authority, port, { sitePort });
  const site = await startSite("demo", { port: sitePort, origin: open.origin });
  const executablePath = "/usr/bin/chromium";
  // Over HTTP/1.1 a body's size is known to the byte; of HTTP/2's frames and headers it would be guessed.
  const browser = await chromium.launch({ executablePath, args: [...chromiumFlags, "--disable-http2"] });
  const fronts = new Map<Viewer, TlsFront>([["anyone", open]]);
  try {
    const people = demoPeople(path.join(site.folder, "demo-keys"));
    let reportPath = "";
    for (const viewer of ["Felix", "Ada"] as const) {
      const context = await browser.newContext({ baseURL: open.origin, ignoreHTTPSErrors: true });
      reportPath = (await signIn(context, people.named(viewer))) ?? reportPath;
      const cookie = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
      await context.close();
      const behind = { sitePort, siteOrigin: open.origin, cookie };
      fronts.set(viewer, await openTlsFront(authority, await freePort(), behind));
    }
    const pages = judgedPages(reportPath);
    return await judge({ authority, browser, folder, frontOf: frontOf(fronts), pages, people });
  } finally {
    await browser.close();
    await site.stop();
    for (const front of fronts.values()) front.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Signs in, and gives the address of the first report in the table. */
async function signIn(context: BrowserContext, person: Parameters<typeof signInHere>[1]): Promise<string | null> {
  const page = await context.newPage();
  await signInHere(page, person);
  const link = page.getByRole("row").nth(1).getByRole("link").first();
  return (await link.count()) === 0 ? null : link.getAttribute("href");
}

function frontOf(fronts: ReadonlyMap<Viewer, TlsFront>): (viewer: Viewer) => TlsFront {
  return (viewer) => {
    const front = fronts.get(viewer);
    if (front === undefined) throw new Error(`there is no front for ${viewer}`);
    return front;
  };
}
