import { expect, test } from "@playwright/test";

const oneMebibyte = 1024 * 1024;

test("the first page runs under the enforced policy without breaking it", async ({ page }) => {
  const complaints: string[] = [];
  page.on("console", (message) => {
    // A link whose page is missing is another test's matter.
    const isMissing = message.text().startsWith("Failed to load resource");
    if (!isMissing && ["error", "warning"].includes(message.type())) complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  const elsewhere: string[] = [];
  page.on("request", (request) => {
    if (!request.url().startsWith(test.info().project.use.baseURL ?? "")) elsewhere.push(request.url());
  });

  const answer = await page.goto("/");
  await expect.poll(() => page.evaluate("trustedTypes.defaultPolicy !== null")).toBe(true);

  expect(answer?.status()).toBe(200);
  expect(answer?.headers()["content-security-policy"]).toContain("require-trusted-types-for 'script'");
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
  expect(complaints).toEqual([]);
  expect(elsewhere).toEqual([]);
});

test("markup or script out of a string, or from elsewhere, runs nowhere", async ({ page }) => {
  await page.goto("/");
  const outcomes = await page.evaluate(() => {
    const refused = (attempt: () => void) => {
      try {
        attempt();
        return false;
      } catch {
        return true;
      }
    };
    const script = () => document.createElement("script");
    return {
      markup: refused(() => Reflect.set(document.createElement("div"), "innerHTML", "<b>x</b>")),
      script: refused(() => Reflect.set(script(), "text", "1")),
      otherSite: refused(() => Reflect.set(script(), "src", "https://evil.example/a.js")),
      otherFolder: refused(() => Reflect.set(script(), "src", "/api/v1/a.js")),
    };
  });
  expect(outcomes).toEqual({ markup: true, script: true, otherSite: true, otherFolder: true });
});

test("the server behind the front answers refusals as refusals, never as faults", async ({ request, baseURL }) => {
  const origin = baseURL ?? "";
  const send = (path: string, method: string, headers: Record<string, string> = {}, data?: Buffer) =>
    request.fetch(path, { method, headers, maxRedirects: 0, ...(data && { data }) });

  expect((await send("/", "PUT", { origin })).status()).toBe(405);
  expect((await send("/", "POST", { origin: "https://evil.example" })).status()).toBe(403);
  expect((await send("/", "POST")).status()).toBe(403);
  expect((await send("/", "POST", { origin }, Buffer.alloc(oneMebibyte + 1))).status()).toBe(413);
  expect((await send("/a%00b", "GET")).status()).toBe(400);
  expect((await send("/_next/image?url=%2Ficon.svg&w=64&q=75", "GET")).status()).toBe(404);
  expect((await send("/no-such-page", "GET")).status()).toBe(404);
});
