import { bzip2Bomb, zipBomb } from "./support/bombs.ts";
import { reportHostile } from "./support/hostile-report.ts";
import { expect, test } from "./support/journey.ts";
import { openReport, signInHere } from "./support/member.ts";
import { mimeBombs } from "./support/mime-bombs.ts";

test("a member's page says why it does not open what was made to break it, and opens the rest", async ({
  page,
  people,
  site,
}) => {
  const reporter = await reportHostile(site.origin, { packets: bzip2Bomb() });

  await test.step("the reporter sends everything that a message can be made of, and one honest line", async () => {
    for (const entity of Object.values(mimeBombs)) await reporter.sendMessage({ entity });
    await reporter.sendMessage({ entity: "Content-Type: text/plain\r\n\r\nAll of it was a test.\r\n" });
  });

  await test.step("a member reads the reasons, and the line", async () => {
    await signInHere(page, people.named("Anton"));
    await openReport(page, reporter.handle);
    const articles = page.getByRole("article");
    await expect(articles.filter({ hasText: "unfolds to more than the 8388608 bytes" })).toHaveCount(1);
    await expect(articles.filter({ hasText: /nests multipart/ })).toHaveCount(1);
    await expect(articles.filter({ hasText: /The headers of the message/ })).toHaveCount(1);
    await expect(articles.filter({ hasText: /more than 1000 parts/ })).toHaveCount(1);
    await expect(page.getByText("All of it was a test.")).toBeVisible();
  });
});

test("the site takes no envelope that is a bomb by its size alone", async ({ site }) => {
  const refused = reportHostile(site.origin, { packets: zipBomb() });
  await expect(refused).rejects.toThrow("PGP_TOO_LARGE");
});
