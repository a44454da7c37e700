import type { Page } from "@playwright/test";
import { builtRoutes, methodsOf } from "./support/built-routes.ts";
import { expect, test } from "./support/journey.ts";
import { signInHere } from "./support/member.ts";
import {
  ask,
  asSuperuser,
  receiptHeader,
  stagedReports,
  takeOffDistros,
  type Credentials,
  type StagedReport,
} from "./support/who-may.ts";
import { askers, questions, type Answer, type Asker, type Question } from "./support/who-may-table.ts";

test.use({ siteKind: "demo" });
test.setTimeout(300_000);

test("every page and route of the build, with each of its methods, stands in the table of who may ask for it", () => {
  expect([...new Set(questions.map(({ route }) => route))].sort()).toEqual(builtRoutes());
  const asked = questions.map(({ route, method }) => `${method} ${route}`).sort();
  expect(asked).toEqual(
    builtRoutes()
      .flatMap((route) => methodsOf(route).map((method) => `${method} ${route}`))
      .sort(),
  );
});

test("each asker gets of every page and route, in each state of a report, what the table says", async ({
  site,
  people,
  newPerson,
}) => {
  const reports = await stagedReports(site);
  expect(reports.length).toBeGreaterThan(3);
  await takeOffDistros(site, "Ivo Demo");
  const signedIn = async (name: string) => sessionOf(await signInAs(name));
  async function signInAs(name: string): Promise<Page> {
    const page = await newPerson();
    await signInHere(page, people.named(name));
    return page;
  }
  const codeOf = (handle: string) => people.receipts.find((each) => each.handle === handle)?.receipt ?? "";
  const elsewhere = people.receipts.find(({ listName }) => listName === "linux-distros");
  const members = {
    nobody: {},
    "another report's reporter": await receiptHeader(elsewhere?.receipt ?? ""),
    "a reader": await signedIn("Dora"),
    "a coordinator": await signedIn("Ada"),
    "a member who does not read it": await signedIn("Ivo"),
    "a removed member": await signedIn("Gus"),
  };
  await asSuperuser(site, (client) => client.query(`update "Member" set "removedAt" = now() where name = 'Gus Demo'`));

  const wrong: string[] = [];
  for (const [turn, report] of reports.entries()) {
    const credentials = { ...members, "the reporter": await receiptHeader(codeOf(report.handle)) };
    const asked = questions.filter(({ isOfReport }) => isOfReport ?? turn === reports.length - 1);
    for (const question of asked) {
      for (const asker of askers) {
        const problem = await wrongAnswer(question, asker, credentials[asker], report);
        if (problem !== null) wrong.push(`${report.state}: ${asker}: ${question.method} ${question.route}: ${problem}`);
      }
    }
  }
  expect(wrong).toEqual([]);

  async function wrongAnswer(question: Question, asker: Asker, credentials: Credentials, report: StagedReport) {
    const missing = { id: crypto.randomUUID(), envelopeId: crypto.randomUUID() };
    const organisation = question.route.startsWith("/organisations") ? await organisationId() : report.id;
    const told = await ask(site, question, { ...report, id: organisation }, credentials);
    const expected = question.answers[asker];
    if (!fits(expected, told, question))
      return `${expected} was due, and it was ${String(told.status)} ${told.location}`;
    if (expected === "yes" || !question.route.includes("[id]")) return null;
    const ofNothing = await ask(site, question, missing, credentials);
    return told.text === ofNothing.text ? null : "it tells more than of what does not exist";
  }

  function organisationId(): Promise<string> {
    return asSuperuser(site, async (client) => {
      const { rows } = await client.query<{ id: string }>(`select id from "Organisation" where name = 'Debian'`);
      return rows[0]?.id ?? "";
    });
  }
});

function fits(expected: Answer, told: { status: number; location: string }, { isUnsealed }: Question): boolean {
  const isSignIn = told.status === 307 && told.location.startsWith("/sign-in");
  if (expected === "sign in") return isSignIn;
  if (expected === "nothing") return told.status === 404 || isUnsealed === true;
  return ![401, 403, 404, 429].includes(told.status) && told.status < 500 && !isSignIn;
}

async function sessionOf(page: Page): Promise<Credentials> {
  const cookies = await page.context().cookies();
  return { cookie: cookies.map(({ name, value }) => `${name}=${value}`).join("; ") };
}
