import { chromium } from "@playwright/test";
const origin = "http://localhost:4310";
const who = process.argv[2] ?? "coordination-ada.asc";
const tag = who.split("-").at(-1).replace(".asc", "");
const b = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox"] });
const ctx = await b.newContext({ locale: "en-GB", timezoneId: "Asia/Kathmandu", viewport: { width: 1280, height: 900 } });
const page = await ctx.newPage();
page.on("console", (m) => ["error", "warning"].includes(m.type()) && console.log(m.type(), m.text().slice(0, 400)));
await page.goto(origin + "/sign-in");
await page.getByLabel("Or a file that holds it").setInputFiles("/tmp/k4-var/demo-keys/" + who);
await page.getByLabel("Passphrase of the key").fill("fortnight-demo");
await page.getByRole("button", { name: "Sign in" }).click();
await page.getByRole("heading", { level: 1, name: "Reports" }).waitFor({ timeout: 60000 });
const shots = process.argv.slice(3);
for (const s of shots) {
  const [path, name] = s.split("@");
  for (const [w, scheme] of [[1280, "light"], [360, "dark"]]) {
    await page.setViewportSize({ width: w, height: 900 });
    await page.emulateMedia({ colorScheme: scheme });
    await page.goto(origin + path);
    await page.waitForLoadState("networkidle");
    await page.screenshot({ path: `/tmp/k4-shots/${tag}-${name}-${w}.png`, fullPage: true });
    const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    if (over > 0) console.log(name, w, "overflow", over);
  }
}
await b.close();
