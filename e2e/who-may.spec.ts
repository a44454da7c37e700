import type { Page } from "@playwright/test";
import { actionQuestions, type ActionQuestion } from "./support/action-table.ts";
import { askAction, idsOfNothing, idsThere, type ActionIds } from "./support/ask-action.ts";
import { builtActions, builtRoutes, methodsOf } from "./support/built-routes.ts";
import { expect, test } from "./support/journey.ts";
import { signInHere } from "./support/member.ts";
import type { Site } from "./support/own-site.ts";
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

test("every server action of the build, on each of its pages, stands in the table of who may ask for it", () => {
  const named = (actions: readonly { readonly route: string; readonly name: string }[]) =>
    actions.map(({ route, name }) => `${route} ${name}`).sort();
  expect(named(actionQuestions)).toEqual(named(builtActions()));
});

test("each asker gets of every action, page and route, in each state of a report, what the table says", async ({
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
    "a member who has signed out elsewhere": await signedIn("Felix"),
  };
  await (await signInAs("Felix")).getByRole("button", { name: "Sign out" }).click();
  await asSuperuser(site, (client) => client.query(`update "Member" set "removedAt" = now() where name = 'Gus Demo'`));

  const wrong: string[] = await wrongActions(site, { ...members, "the reporter": {} });
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

async function wrongActions(site: Site, credentials: Readonly<Record<Asker, Credentials>>): Promise<string[]> {
  const there = await idsThere(site);
  const wrong: string[] = [];
  for (const question of actionQuestions) {
    for (const asker of askers) {
      const problem = await wrongAction(site, question, { asker, credentials: credentials[asker], there });
      if (problem !== null) wrong.push(`${asker}: ${question.name}: ${problem}`);
    }
  }
  return wrong;
}

interface ActionAsker {
  readonly asker: Asker;
  readonly credentials: Credentials;
  readonly there: ActionIds;
}

async function wrongAction(site: Site, question: ActionQuestion, { asker, credentials, there }: ActionAsker) {
  const action = builtActions().find(({ name, route }) => name === question.name && route === question.route);
  if (action === undefined) return "the build has no such action";
  const told = await askAction(site, action, question, { ids: there, credentials });
  if (told.status !== 200 || told.text.includes("MALFORMED_REQUEST")) return `${String(told.status)}: ${told.text}`;
  const isNothing = told.text.includes(`"problem":{"code":"NOT_FOUND","facts":{}}`);
  if (question.answers[asker] === "yes") return isNothing ? "nothing was found" : null;
  if (!isNothing) return `it was answered with ${told.text}`;
  const ofNothing = await askAction(site, action, question, { ids: idsOfNothing(), credentials });
  return told.text === ofNothing.text ? null : "it tells more than of what does not exist";
}

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
