import type { Page } from "@playwright/test";
import { isTaken, possibleRoutes, takingRoutes, type TakingRoute } from "./support/bodies-taken.ts";
import { builtActions, builtPages, filledIn } from "./support/built-routes.ts";
import type { DemoPerson } from "./support/demo-people.ts";
import { reportHostile } from "./support/hostile-report.ts";
import { expect, test } from "./support/journey.ts";
import { envelope, openReport, signInHere } from "./support/member.ts";
import { type BodyToSend, sendBody, zerosOf } from "./support/send-body.ts";

test.setTimeout(300_000);

const mebibyte = 1024 * 1024;
const gibibyte = 1024 * mebibyte;
/** What lies in the buffers of two sockets on its way counts as sent. */
const onTheWayBytes = 15 * mebibyte;

const contentTypes = {
  json: "application/json",
  form: "multipart/form-data; boundary=----FormBoundary",
  fields: "application/x-www-form-urlencoded",
  bytes: "application/octet-stream",
  none: "application/json",
} as const;

/**
 * Sends as somebody whom the routes let in: a member, and the reporter of a report that the member reads. The member is
 * nobody else's in these journeys: what is sent to the sign-out ends all of their sessions.
 */
interface Insider {
  readonly send: (taking: TakingRoute, body: Omit<BodyToSend, "method">) => ReturnType<typeof sendBody>;
  readonly examples: (route: string) => Readonly<Record<string, string>>;
  readonly headers: (route: string) => Readonly<Record<string, string>>;
}

async function insider(page: Page, person: DemoPerson, origin: string): Promise<Insider> {
  const reporter = await reportHostile(origin, { entity: "Content-Type: text/plain\r\n\r\nSmall.\r\n" });
  await signInHere(page, person);
  await openReport(page, reporter.handle);
  const reportId = new URL(page.url()).pathname.split("/").at(-1) ?? "";
  const link = envelope(page, /^Report from the reporter/).getByRole("link", { name: "Message for gpg (.asc)" });
  const envelopeId = (await link.getAttribute("href"))?.split("/").at(-3) ?? "";
  const cookies = await page.context().cookies(origin);
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
  const examples = (route: string) => ({
    id: route.includes("/envelopes/") ? envelopeId : reportId,
    name: "distros",
    part: "0",
    file: "nothing.ics",
    nextauth: "callback/challenge",
  });
  const headers = (route: string): Readonly<Record<string, string>> =>
    route.includes("/receipt") ? { authorization: `Receipt ${reporter.receipt}` } : { cookie };
  return {
    examples,
    headers,
    send: ({ method, route, kind }, { headers: more, ...body }) =>
      sendBody(`${origin}${filledIn(route, examples(route))}`, {
        method,
        headers: { "content-type": contentTypes[kind], ...headers(route), ...more },
        ...body,
      }),
  };
}

/** A part of a form that never ends, so that a form's reader reads on. */
function* endless(kind: TakingRoute["kind"]): Generator<Uint8Array> {
  if (kind === "form") yield Buffer.from('------FormBoundary\r\nContent-Disposition: form-data; name="facts"\r\n\r\n');
  yield* zerosOf(gibibyte);
}

function form(...fields: readonly (readonly [name: string, text: string])[]): string {
  const parts = fields.map(
    ([name, text]) => `------FormBoundary\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${text}\r\n`,
  );
  return `${parts.join("")}------FormBoundary--\r\n`;
}

const brokenForm = {
  status: 400,
  text: "The form arrived damaged, or is none of this page. Reload the page, and send its form again.\n",
};

/** To every page and route, and to every action. */
async function sendDamagedForms({ send, headers, examples }: Insider, origin: string): Promise<void> {
  const damaged = ["", "nonsense", `------FormBoundary\r\nContent-Disposition: form-data; name="0"\r\n\r\n[null`];
  const pages = new Set(builtPages());
  for (const possible of possibleRoutes()) {
    for (const body of damaged) {
      const { status, text } = await send({ ...possible, kind: "form" }, { body: [Buffer.from(body)] });
      expect(status ?? 500, `${possible.method} ${possible.route}`).toBeLessThan(500);
      if (pages.has(possible.route)) expect({ ...possible, status, text }).toEqual({ ...possible, ...brokenForm });
    }
  }
  const undecodable = ["5", '["$F9"]', '["$1:__proto__:x"]', '["$@0"]'].map((json) => form(["0", json]));
  for (const { id, name, route } of builtActions()) {
    for (const body of [...damaged, ...undecodable, form(["1_name", "x"])]) {
      const { status, text } = await sendBody(`${origin}${filledIn(route, examples(route))}`, {
        method: "POST",
        headers: { ...headers(route), "next-action": id, "content-type": contentTypes.form },
        body: [Buffer.from(body)],
      });
      expect({ name, status, text }).toEqual({ name, ...brokenForm });
    }
  }
}

const depth = 250_000;
const deepArrays = `${"[".repeat(depth)}${"]".repeat(depth)}`;
const deepObjects = `${'{"a":'.repeat(depth / 2)}1${"}".repeat(depth / 2)}`;

test("every address that takes a body is one that we know of", async ({ page, people, site }) => {
  const { send } = await insider(page, people.named("Axel"), site.origin);
  const unknown: string[] = [];
  for (const possible of possibleRoutes().filter((each) => !isTaken(each))) {
    const { status } = await send({ ...possible, kind: "none" }, { body: [] });
    // A page answers a post without an action as it answers a visit.
    const isPage = !possible.route.startsWith("/api/") && (status ?? 500) < 500;
    if (status !== 405 && !isPage) unknown.push(`${possible.method} ${possible.route}: ${String(status)}`);
  }
  expect(unknown, "name them in e2e/support/bodies-taken.ts").toEqual([]);
  const built = new Set(possibleRoutes().map(({ method, route }) => `${method} ${route}`));
  expect(takingRoutes.filter(({ method, route }) => !built.has(`${method} ${route}`))).toEqual([]);
});

test("a body of 1 GiB is refused wherever it goes, before 1 MB of it is read", async ({ page, people, site }) => {
  const { send } = await insider(page, people.named("Axel"), site.origin);
  for (const possible of possibleRoutes()) {
    const { status, sentBytes } = await send({ ...possible, kind: "bytes" }, { lengthBytes: gibibyte, body: [] });
    expect({ ...possible, status, sentBytes }).toEqual({ ...possible, status: 413, sentBytes: 0 });
  }
});

test("a body without a length and without an end is cut off wherever it goes", async ({ page, people, site }) => {
  const { send, headers, examples } = await insider(page, people.named("Axel"), site.origin);
  for (const taking of takingRoutes) {
    const { status, sentBytes } = await send(taking, { body: endless(taking.kind) });
    const limitBytes = /\/(reports|messages)$/.test(taking.route) ? 40 * mebibyte : mebibyte;
    expect(sentBytes, taking.route).toBeLessThan(limitBytes + onTheWayBytes);
    if (taking.kind !== "none") expect({ ...taking, status }).toEqual({ ...taking, status: 413 });
  }
  for (const { id, name, route } of builtActions()) {
    const sent = await sendBody(`${site.origin}${filledIn(route, examples(route))}`, {
      method: "POST",
      headers: { ...headers(route), "next-action": id, "content-type": contentTypes.form },
      body: endless("form"),
    });
    expect({ name, status: sent.status }).toEqual({ name, status: 413 });
    expect(sent.sentBytes, name).toBeLessThan(mebibyte + onTheWayBytes);
  }
});

test("JSON that is too long or too deep, and a form that arrives damaged, are refused as such, and break nothing", async ({
  page,
  people,
  site,
}) => {
  const known = await insider(page, people.named("Axel"), site.origin);
  const { send, headers, examples } = known;
  for (const taking of takingRoutes.filter(({ kind }) => kind === "json" || kind === "form")) {
    for (const json of [deepArrays, deepObjects]) {
      const text = Buffer.from(taking.kind === "form" ? form(["facts", json], ["report", "x"]) : json);
      const { status } = await send(taking, { lengthBytes: text.length, body: [text] });
      const expected = taking.route === "/theme" ? [303] : [400, 422]; // it reads no JSON
      expect(expected, `${taking.route}: ${String(status)}`).toContain(status);
    }
    if (taking.kind === "json") {
      const long = Buffer.from(`["${"a".repeat(10_000_000)}"]`);
      expect((await send(taking, { body: [long] })).status, taking.route).toBe(413);
    }
  }
  for (const { id, name, route } of builtActions()) {
    for (const json of [deepArrays, deepObjects]) {
      const { status } = await sendBody(`${site.origin}${filledIn(route, examples(route))}`, {
        method: "POST",
        headers: { ...headers(route), "next-action": id, "content-type": "text/plain;charset=UTF-8" },
        body: [Buffer.from(json)],
      });
      expect({ name, status }).toEqual({ name, status: 415 });
    }
  }
  await sendDamagedForms(known, site.origin);
});
