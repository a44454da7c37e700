import path from "node:path";
import { test as base, type BrowserContext, type ConsoleMessage, type Page } from "@playwright/test";
import { demoPeople, type DemoPeople } from "./demo-people.ts";
import { openTerminal, type Terminal } from "./shell.ts";
import { openWire, type SentRequest, type Wire } from "./wire.ts";
import { sharedSite, startSite, type Site, type SiteKind } from "./own-site.ts";
import { makeGpgHome, type GpgHome } from "./gpg.ts";

interface JourneyFixtures {
  /** What lies between this test's browsers and the site. */
  readonly wire: Wire;
  /** Every request that this test's browsers, and its curl, have sent: line, headers and body. */
  readonly sentBodies: readonly SentRequest[];
  /** A browser of another person: a context of its own, watched like the test's first one. */
  readonly newPerson: () => Promise<Page>;
  /** Makes a GnuPG home that is removed when the test is over. */
  readonly newGpgHome: () => Promise<GpgHome>;
  /** Opens a terminal with an empty home folder, whose curl uses the test's wire. */
  readonly newTerminal: (gpgHome?: string) => Promise<Terminal>;
  /** What a browser has complained of so far. A test that expects a complaint takes it out. */
  readonly complaints: string[];
  /** Fails the test where a page complained, or asked another place for something. */
  readonly calm: undefined;
}

interface JourneyWorkerFixtures {
  /** Which site these journeys visit: `test.use({ siteKind: "demo" })` gives a file one that it may turn upside down. */
  readonly siteKind: SiteKind;
  readonly site: Site;
  /** The invented people of the demo, with their keys. */
  readonly people: DemoPeople;
}

/** Playwright's `test`, in a world where each byte on the wire is kept and no page may complain. */
export const test = base.extend<JourneyFixtures, JourneyWorkerFixtures>({
  siteKind: ["shared", { option: true, scope: "worker" }],

  site: [
    async ({ siteKind }, use) => {
      if (siteKind === "shared") {
        await use(sharedSite);
        return;
      }
      const own = await startSite(siteKind);
      await use(own);
      await own.stop();
    },
    { scope: "worker", timeout: 200_000 },
  ],

  people: [
    async ({ site }, use) => {
      await use(demoPeople(path.join(site.folder, "demo-keys")));
    },
    { scope: "worker" },
  ],

  baseURL: async ({ site }, use) => {
    await use(site.origin);
  },

  wire: async ({ site }, use) => {
    const wire = await openWire([site.origin]);
    await use(wire);
    await wire.close();
  },

  proxy: async ({ wire }, use) => {
    await use({ server: wire.address });
  },

  sentBodies: async ({ wire }, use) => {
    await use(wire.sent);
  },

  complaints: async ({ browserName: _ }, use) => {
    await use([]);
  },

  newPerson: async ({ browser, complaints, site }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async () => {
      const context = await browser.newContext();
      contexts.push(context);
      watch(context, complaints, site.origin);
      return context.newPage();
    });
    for (const context of contexts) await context.close();
  },

  newGpgHome: async ({ browserName: _ }, use) => {
    const homes: GpgHome[] = [];
    await use(async () => {
      const home = await makeGpgHome();
      homes.push(home);
      return home;
    });
    for (const home of homes) await home.remove();
  },

  newTerminal: async ({ wire }, use) => {
    const terminals: Terminal[] = [];
    await use(async (gpgHome) => {
      const terminal = await openTerminal(wire.address, gpgHome);
      terminals.push(terminal);
      return terminal;
    });
    for (const terminal of terminals) await terminal.close();
  },

  calm: [
    async ({ context, wire, complaints, site }, use) => {
      watch(context, complaints, site.origin);
      await use(undefined);

      base.expect(complaints, "complaints in the browsers' consoles").toEqual([]);
      base.expect(wire.elsewhere, "requests to other places").toEqual([]);
    },
    { auto: true },
  ],
});

export const expect = base.expect;

function watch(context: BrowserContext, complaints: string[], origin: string): void {
  context.on("console", (message) => {
    if (isComplaint(message)) complaints.push(`${message.type()} at ${message.location().url}: ${message.text()}`);
  });
  context.on("request", (request) => {
    const isOurs = request.url().startsWith(`${origin}/`) || /^(?:data|blob):/.test(request.url());
    if (!isOurs) complaints.push(`a request to ${request.url()}`);
  });
  context.on("weberror", (error) => complaints.push(error.error().stack ?? error.error().message));
}

/** Chromium logs a refused request of ours as an error too; the page says it to the person, which the tests assert. */
function isComplaint(message: ConsoleMessage): boolean {
  if (message.type() !== "error" && message.type() !== "warning") return false;
  const isRefusal = /^Failed to load resource: the server responded with a status of 4\d\d/.test(message.text());
  return !(isRefusal && /\/api\//.test(message.location().url));
}
