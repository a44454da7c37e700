import { chromium, type Browser, type Page } from "@playwright/test";
import { chromiumFlags } from "#e2e/judges/judged-site.ts";
import { answerQuestions } from "#e2e/support/reporter.ts";
import type { VaultAnswer, VaultOperation, VaultRequest } from "#lib/pgp/protocol.ts";

/** What an operation took in a browser, as its page saw it. */
export interface Timed<Operation extends VaultOperation> {
  readonly answer: VaultAnswer<Operation>;
  readonly ms: number;
  /** The longest that the page's own thread was busy at a stretch; 0 for what is under 50 ms. */
  readonly blockedMs: number;
}

/** The vault that the form for reports runs in its worker, in Chromium. */
export interface PageVault {
  /** Another one, which has read nothing yet and is up. */
  readonly renew: () => Promise<void>;
  readonly ask: <Operation extends VaultOperation>(
    operation: Operation,
    request: VaultRequest<Operation>,
  ) => Promise<Timed<Operation>>;
  readonly close: () => Promise<void>;
}

interface BenchedWindow extends Window {
  vaultWords?: ConstructorParameters<typeof Worker>;
  vault?: Worker;
  request?: unknown;
}

/** Opens the form of a site and lets it start its vault. */
export async function openPageVault(origin: string): Promise<PageVault> {
  const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: chromiumFlags });
  const page = await browser.newPage({ baseURL: origin });
  await page.addInitScript(noteWorkers);
  await answerQuestions(page);
  await page.getByRole("button", { name: "Continue to the report" }).click();
  await page.getByLabel("Your OpenPGP certificate").fill("none");
  await page.waitForFunction(() => (window as BenchedWindow).vaultWords !== undefined);
  return vaultOf(browser, page);
}

/** Runs in the page, before its own scripts: with what words they start a worker. */
function noteWorkers(): void {
  window.Worker = class extends Worker {
    constructor(...words: ConstructorParameters<typeof Worker>) {
      super(...words);
      (window as BenchedWindow).vaultWords = words;
    }
  };
}

function vaultOf(browser: Browser, page: Page): PageVault {
  const ask: PageVault["ask"] = async (operation, request) => {
    await page.evaluate((given) => {
      (window as BenchedWindow).request = given;
    }, request);
    return (await page.evaluate(askHere, operation)) as Timed<typeof operation>;
  };
  return {
    async renew() {
      await page.evaluate(() => {
        const benched = window as BenchedWindow;
        benched.vault?.terminate();
        if (benched.vaultWords !== undefined) benched.vault = new Worker(...benched.vaultWords);
      });
      await ask("keys", {});
    },
    ask,
    close: () => browser.close(),
  };
}

/** Runs in the page: asks its vault what lies ready, and watches the page's own thread meanwhile. */
async function askHere(operation: string): Promise<{ answer: unknown; ms: number; blockedMs: number }> {
  const { vault, request } = window as BenchedWindow;
  if (vault === undefined) throw new Error("the page has no vault");
  const seen: PerformanceEntry[] = [];
  const watch = new PerformanceObserver((entries) => seen.push(...entries.getEntries()));
  watch.observe({ entryTypes: ["longtask"] });
  const began = performance.now();
  const message = await new Promise<{ answer?: unknown; failure?: string }>((resolve) => {
    vault.addEventListener("message", function answered({ data }: MessageEvent<Record<string, unknown>>) {
      if ("progress" in data) return;
      vault.removeEventListener("message", answered);
      resolve(data);
    });
    vault.postMessage({ call: 0, operation, request });
  });
  const ms = performance.now() - began;
  if (message.failure !== undefined) throw new Error(message.failure);
  await new Promise((resolve) => setTimeout(resolve, 0)); // a task is told of when it is over, this one too
  const during = [...seen, ...watch.takeRecords()].filter(({ startTime, duration }) => startTime + duration > began);
  watch.disconnect();
  return { answer: message.answer, ms, blockedMs: Math.max(0, ...during.map(({ duration }) => duration)) };
}
