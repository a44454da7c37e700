import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { apiRequest, appendEnvelope, formOf, jsonRequest, problemOf } from "#e2e/support/api-request.ts";
import { openBrowser, signedInBrowser, type RouteBrowser } from "#e2e/support/browser-of-routes.ts";
import { freshDatabase } from "#e2e/support/database.ts";
import { makeGpgHome } from "#e2e/support/gpg.ts";
import { houseFurnishedAt } from "#e2e/support/small-house.ts";
import { sealText } from "#e2e/support/small-report.ts";
import { twoReports, type TwoReports } from "#e2e/support/two-reports.ts";
import { base64, parseBase64 } from "#lib/base/bytes.ts";
import { addDays } from "#lib/base/instant.ts";
import { expectOk } from "#lib/base/result.ts";
import { findMemberFile } from "#lib/data/case-files.ts";
import { listEnvelopes } from "#lib/data/envelopes.ts";
import { findMember } from "#lib/data/members.ts";
import { findReport } from "#lib/data/reports.ts";
import { listReports } from "#lib/data/report-list.ts";
import { grant } from "#lib/pgp/grant.ts";
import { sealKeyring } from "#lib/pgp/keyring.ts";
import { sealEmptyBody } from "#lib/pgp/seal.ts";
import { newSessionKey } from "#lib/pgp/session-key.ts";
import { acceptedMessageSchema, cardsResponseSchema, keyringResponseSchema } from "#lib/schema/member-requests.ts";
import { demoPassphrase } from "#prisma/seed/demo-key.ts";
import { unlockDemoKey } from "#prisma/seed/demo-vault.ts";
import { POST as postCalendar } from "./calendar/route.ts";
import { GET as getCards } from "./cards/route.ts";
import { POST as postOffer } from "./duties/offers/route.ts";
import { POST as postGrant } from "./envelopes/[id]/grants/route.ts";
import { GET as getMessage } from "./envelopes/[id]/messages/[part]/route.ts";
import { GET as getPart } from "./envelopes/[id]/parts/[part]/route.ts";
import { PUT as putTicket } from "./envelopes/[id]/ticket/route.ts";
import { GET as getKeyring, PUT as putKeyring } from "./keyring/route.ts";
import { GET as getReports } from "./reports/route.ts";
import { GET as getReaders } from "./reports/[id]/readers/route.ts";
import { POST as postAcknowledgement } from "./reports/[id]/acknowledgement/route.ts";
import { POST as postCard } from "./reports/[id]/card/route.ts";
import { POST as postMessage } from "./reports/[id]/messages/route.ts";
import { POST as postRead } from "./reports/[id]/read/route.ts";
import { POST as postStep } from "./reports/[id]/steps/route.ts";
import { GET as getTickets } from "./tickets/route.ts";

const now = addDays(houseFurnishedAt, 2);
let stage: TwoReports;
/** Flora, who holds key packets of the first report. */
let reader: RouteBrowser;
/** Dora, who reads both. */
let dora: RouteBrowser;

beforeAll(async () => {
  await freshDatabase();
  stage = await twoReports();
  vi.useFakeTimers({ toFake: ["Date"], now }); // the routes read the clock
  reader = await signedInBrowser(stage.house.vault, stage.house.flora);
  dora = await signedInBrowser(stage.house.vault, stage.house.dora);
});

afterAll(() => {
  vi.useRealTimers();
});

interface Ids {
  readonly reportId: string;
  readonly envelopeId: string;
}

type Route = (browser: RouteBrowser, ids: Ids) => Promise<Response>;

const withId = (id: string) => ({ params: Promise.resolve({ id }) });
const withPart = (id: string, part = "0") => ({ params: Promise.resolve({ id, part }) });

async function sealedForm(facts: object, signer = stage.house.flora): Promise<FormData> {
  const form = formOf({ submissionId: crypto.randomUUID(), rosterVersion: 1, ...facts });
  const fingerprint = await unlockDemoKey(stage.house.vault, signer.key);
  appendEnvelope(form, "envelope", await sealText("Thank you.", { ...stage.first.sealing, signer: fingerprint }));
  return form;
}

/** Everything of a report that a member asks for by its id, or an envelope's. */
const byId: Readonly<Record<string, Route>> = {
  "envelopes/[id]/parts/[part]": (browser, { envelopeId }) =>
    browser.send(apiRequest("/"), (asked) => getPart(asked, withPart(envelopeId))),
  "envelopes/[id]/messages/[part]": (browser, { envelopeId }) =>
    browser.send(apiRequest("/"), (asked) => getMessage(asked, withPart(envelopeId))),
  "envelopes/[id]/ticket": async (browser, { envelopeId }) => {
    const ticket = { emptyBody: base64(await sealEmptyBody(newSessionKey())), commitment: "ab".repeat(32) };
    return browser.send(jsonRequest("/", "PUT", ticket), (asked) => putTicket(asked, withId(envelopeId)));
  },
  "envelopes/[id]/grants": async (browser, { envelopeId }) => {
    const given = { memberId: stage.askers.newcomer.memberId, keyPacket: base64(await packetForNora()) };
    return browser.send(jsonRequest("/", "POST", given), (asked) => postGrant(asked, withId(envelopeId)));
  },
  "reports/[id]/acknowledgement": (browser, { reportId }) =>
    browser.send(apiRequest("/", { method: "POST" }), (asked) => postAcknowledgement(asked, withId(reportId))),
  "reports/[id]/readers": (browser, { reportId }) =>
    browser.send(apiRequest("/"), (asked) => getReaders(asked, withId(reportId))),
  "reports/[id]/read": (browser, { reportId }) =>
    browser.send(jsonRequest("/", "POST", { readUntil: now.toISOString() }), (asked) =>
      postRead(asked, withId(reportId)),
    ),
  "reports/[id]/steps": (browser, { reportId }) =>
    browser.send(jsonRequest("/", "POST", { kind: "record-leak", noticedAt: now.toISOString() }), (asked) =>
      postStep(asked, withId(reportId)),
    ),
  "reports/[id]/messages": async (browser, { reportId }) =>
    browser.send(multipart(await sealedForm({ kind: "message" })), (asked) => postMessage(asked, withId(reportId))),
  "reports/[id]/card": async (browser, { reportId }) =>
    browser.send(multipart(await sealedForm({})), (asked) => postCard(asked, withId(reportId))),
};

/** What a member asks for without naming anything. */
const own: Readonly<Record<string, (browser: RouteBrowser) => Promise<Response>>> = {
  cards: (browser) => browser.send(apiRequest("/api/v1/cards"), (asked) => getCards(asked)),
  reports: (browser) => browser.send(apiRequest("/api/v1/reports"), (asked) => getReports(asked)),
  tickets: (browser) => browser.send(apiRequest("/api/v1/tickets"), (asked) => getTickets(asked)),
  calendar: (browser) => browser.send(apiRequest("/api/v1/calendar", { method: "POST" }), () => postCalendar()),
  "duties/offers": (browser) =>
    browser.send(jsonRequest("/api/v1/duties/offers", "POST", { duty: "T4", role: "primary" }), (asked) =>
      postOffer(asked),
    ),
  keyring: (browser) => browser.send(apiRequest("/api/v1/keyring"), () => getKeyring()),
};

function multipart(body: FormData): Request {
  return apiRequest("/", { method: "POST", body });
}

async function packetForNora(): Promise<Uint8Array<ArrayBuffer>> {
  const { name, certificate } = expectOk(await findMember(stage.house.system, stage.askers.newcomer.memberId));
  if (certificate === null) throw new Error("Nora has no certificate");
  const owner = { name, certificate: certificate.bytes };
  return expectOk(await grant({ sessionKey: newSessionKey(), reader: owner, at: now })).bytes;
}

async function otherIds(): Promise<Ids> {
  const { reportId } = stage.other.actor;
  const [envelope] = await listEnvelopes(stage.house.dora.actor, { reportId });
  return { reportId, envelopeId: envelope?.id ?? "" };
}

const missing = (): Ids => ({ reportId: crypto.randomUUID(), envelopeId: crypto.randomUUID() });

/** All that a response tells. */
async function told(response: Response): Promise<string> {
  return `${String(response.status)} ${JSON.stringify([...response.headers])} ${await response.text()}`;
}

test("every route for members stands here", () => {
  const folder = import.meta.dirname;
  const routes = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith("/route.ts"))
    .filter((path) => readFileSync(join(folder, path), "utf8").includes("_answers/member-door.ts"));
  expect(routes.map((path) => path.slice(0, -"/route.ts".length)).sort()).toEqual(
    [...Object.keys(byId), ...Object.keys(own)].sort(),
  );
});

describe("what a member may not see looks the same, to the byte, as what does not exist", () => {
  test.each(Object.entries(byId))("%s", async (_name, route) => {
    const nothing = await told(await route(reader, missing()));
    expect(nothing).toMatch(/^404 .*application\/problem\+json.*"code":"NOT_FOUND"/);
    const other = await otherIds();
    expect(await told(await route(reader, other)), "another list's").toBe(nothing);
    expect(await told(await route(openBrowser(), other)), "without a session").toBe(nothing);
    expect(await told(await route(openBrowser(), missing())), "neither session nor thing").toBe(nothing);
    const noIds = { reportId: "not-an-id", envelopeId: "not-an-id" };
    expect(await told(await route(reader, noIds)), "no id at all").toBe(nothing);
  });

  test.each(Object.entries(own))("%s, without a session", async (_name, route) => {
    const nothing = await told((await byId["reports/[id]/acknowledgement"]?.(reader, missing())) ?? new Response());
    expect(await told(await route(openBrowser()))).toBe(nothing);
    const forged = openBrowser();
    forged.cookies.set("__Host-fortnight-session", "forged");
    expect(await told(await route(forged))).toBe(nothing);
  });
});

describe("a member", () => {
  test("fetches the cards of their reports", async () => {
    const { cards, next } = cardsResponseSchema.parse(await (await own.cards?.(reader))?.json());
    expect(cards.map(({ reportId }) => reportId)).toEqual([stage.first.actor.reportId]);
    expect(next).toBeNull();
    const both = cardsResponseSchema.parse(await (await own.cards?.(dora))?.json());
    expect(both.cards).toHaveLength(2);
  });

  test("fetches nothing after a report that they do not see, and nothing after one that is not there", async () => {
    const after = async (id: string) => {
      const request = apiRequest(`/api/v1/cards?after=${id}`);
      return (await reader.send(request, (asked) => getCards(asked))).text();
    };
    expect(await after(stage.other.actor.reportId)).toBe(await after(crypto.randomUUID()));
    const malformed = await reader.send(apiRequest("/api/v1/cards?after=x"), (asked) => getCards(asked));
    expect(await problemOf(malformed)).toMatchObject({ code: "MALFORMED_REQUEST" });
  });

  test("opens a downloaded envelope with gpg, and reads by ticket with the same key", async () => {
    const home = await makeGpgHome();
    try {
      const clock = ["--faked-system-time", `${now.toISOString().replace(/[-:]|\.\d+Z$/g, "")}!`];
      const unlock = [...clock, "--passphrase", demoPassphrase];
      await home.output([...unlock, "--import"], stage.house.flora.key.lockedKey);
      const { envelopeId } = stage.asked;
      const download = await byId["envelopes/[id]/messages/[part]"]?.(reader, { ...missing(), envelopeId });
      const { stdout } = await home.run([...unlock, "--decrypt"], (await download?.text()) ?? "");
      expect(stdout.toString()).toContain("A heap overflow in libmarrow.");

      const tickets = (await (await own.tickets?.(reader))?.text()) ?? "";
      const lines = tickets.trimEnd().split("\n");
      expect(lines[0]).toMatch(/^keyring /);
      const ticket = lines.find((line) => !line.startsWith("keyring ")) ?? "";
      expect(ticket).not.toContain(envelopeId); // made by gpg, it has no empty body yet
      const bytes = parseBase64(ticket.split(" ")[1] ?? "") ?? new Uint8Array();
      const { stderr } = await home.run([...unlock, "--show-session-key", "--decrypt"], bytes);
      expect(stderr).toMatch(/gpg: session key: '9:[0-9A-F]{64}'/);
    } finally {
      await home.remove();
    }
  });

  test("acknowledges once, for all to see (A1, R8)", async () => {
    const ids = { ...missing(), reportId: stage.first.actor.reportId };
    const route = byId["reports/[id]/acknowledgement"] ?? raise;
    expect((await route(reader, ids)).status).toBe(204);
    const again = await route(dora, ids);
    expect(again.status).toBe(409);
    expect(await problemOf(again)).toMatchObject({ code: "ALREADY_ACKNOWLEDGED" });
    expect(expectOk(await findReport(stage.first.actor, stage.first.actor.reportId)).acknowledgedBy?.name).toBe(
      "Flora Demo",
    );
  });

  test("answers, and is given the message's id", async () => {
    const ids = { ...missing(), reportId: stage.first.actor.reportId };
    const response = await (byId["reports/[id]/messages"] ?? raise)(reader, ids);
    expect(response.status).toBe(201);
    const { id, sentAt } = acceptedMessageSchema.parse(await response.json());
    expect(sentAt).toEqual(now);
    const thread = await listEnvelopes(stage.first.actor, { reportId: stage.first.actor.reportId });
    expect(thread.find((each) => each.id === id)).toMatchObject({ authorMember: { name: "Flora Demo" } });
  });

  test("adds a card, a ticket and a grant, and is told when they exist", async () => {
    const ids = { reportId: stage.first.actor.reportId, envelopeId: stage.asked.envelopeId };
    expect((await (byId["reports/[id]/card"] ?? raise)(reader, ids)).status).toBe(204);
    for (const [name, code] of [
      ["envelopes/[id]/ticket", "TICKET_EXISTS"],
      ["envelopes/[id]/grants", "ALREADY_A_READER"],
    ] as const) {
      const route = byId[name] ?? raise;
      expect((await route(reader, ids)).status).toBe(204);
      expect(await problemOf(await route(dora, ids))).toMatchObject({ code, status: 409 });
    }
    const { reportId } = stage.first.actor;
    const seen = await listEnvelopes(stage.askers.newcomer, { reportId });
    expect(seen.map(({ id }) => id)).toEqual([stage.asked.envelopeId]);
  });

  test("notes up to when they have read", async () => {
    const { reportId } = stage.first.actor;
    expect((await (byId["reports/[id]/read"] ?? raise)(reader, { ...missing(), reportId })).status).toBe(204);
    expect(await findMemberFile(stage.askers.reader, reportId)).toMatchObject({ value: { readUntil: now } });
    const { reports } = await listReports(stage.askers.reader, { after: null, take: 10 });
    expect(reports[0]?.unreadCount).toBe(0);
    const request = jsonRequest("/", "POST", { readUntil: "yesterday" });
    const refused = await reader.send(request, (asked) => postRead(asked, withId(reportId)));
    expect(await problemOf(refused)).toMatchObject({ code: "MALFORMED_REQUEST", facts: { part: "readUntil" } });
  });

  test("keeps a keyring of their own, and of nobody else's key", async () => {
    const put = (browser: RouteBrowser, keyring: object) =>
      browser.send(jsonRequest("/api/v1/keyring", "PUT", keyring), (asked) => putKeyring(asked));
    const owner = { name: "Dora Demo", certificate: stage.house.dora.key.certificate };
    const sealed = expectOk(await sealKeyring({ entries: new Map(), owner, at: now }));
    const keyring = {
      keyPacket: base64(sealed.keyPackets[0]?.bytes ?? new Uint8Array()),
      body: base64(sealed.body),
      emptyBody: base64(sealed.emptyBody),
    };
    expect(keyringResponseSchema.parse(await (await own.keyring?.(dora))?.json()).keyring).toBeNull();
    expect((await put(dora, keyring)).status).toBe(204);
    const stored = keyringResponseSchema.parse(await (await own.keyring?.(dora))?.json()).keyring;
    expect(stored?.body).toEqual(sealed.body);
    expect(await problemOf(await put(reader, keyring))).toMatchObject({ code: "PGP_READERS_UNKNOWN" });
    expect(await problemOf(await put(dora, { ...keyring, plain: "" }))).toMatchObject({ code: "MALFORMED_REQUEST" });
  });
});

function raise(): never {
  throw new Error("no such route");
}
