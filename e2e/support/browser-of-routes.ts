import type { NextRequest } from "next/server";
import { POST as askForChallenge } from "#app/api/v1/challenge/route.ts";
import { GET as getKeyring } from "#app/api/v1/keyring/route.ts";
import { GET as getOfAuth, POST as postToAuth } from "#app/api/auth/[...nextauth]/route.ts";
import { challengeResponseSchema, csrfResponseSchema, signInResponseSchema } from "#lib/schema/sign-in-response.ts";
import type { DemoMember } from "#prisma/seed/demo-members.ts";
import { unlockDemoKey, unwatched, type DemoVault } from "#prisma/seed/demo-vault.ts";
import { apiRequest, freshAddress, jsonRequest } from "./api-request.ts";
import { withinNext } from "./next-request.ts";

/** What stands between a person and our routes: it keeps cookies, and comes from one address. */
export interface RouteBrowser {
  readonly address: string;
  readonly cookies: Map<string, string>;
  readonly send: (request: Request, route: (request: NextRequest) => Promise<Response>) => Promise<Response>;
}

export function openBrowser(address = freshAddress()): RouteBrowser {
  const cookies = new Map<string, string>();
  return {
    address,
    cookies,
    async send(request, route) {
      const { method, headers } = request;
      headers.set("cookie", [...cookies].map(([name, value]) => `${name}=${value}`).join("; "));
      const body = method === "GET" ? null : await request.arrayBuffer();
      const response = await withinNext(new Request(request.url, { method, headers, body }), route);
      for (const line of response.headers.getSetCookie()) keepCookie(cookies, line);
      return response;
    },
  };
}

function keepCookie(cookies: Map<string, string>, line: string): void {
  const [pair = "", ...attributes] = line.split("; ");
  const [name = "", ...value] = pair.split("=");
  const expires = attributes.find((each) => each.startsWith("Expires="))?.slice("Expires=".length);
  if (expires !== undefined && new Date(expires) <= new Date()) cookies.delete(name);
  else cookies.set(name, value.join("="));
}

/** Asks for a text to sign. */
export async function challengeOf(browser: RouteBrowser, fingerprint: string) {
  const request = jsonRequest("/api/v1/challenge", "POST", { fingerprint }, { address: browser.address });
  const response = await browser.send(request, askForChallenge);
  return challengeResponseSchema.parse(await response.json());
}

/** Hands a signed text in: undefined when it signs in, else the code of the refusal. */
export async function answerChallenge(
  browser: RouteBrowser,
  { signed, proof }: { readonly signed: string; readonly proof: string },
): Promise<string | undefined> {
  const { address } = browser;
  const route = (nextauth: string[]) => ({ params: Promise.resolve({ nextauth }) });
  const csrf = await browser.send(apiRequest("/api/auth/csrf", { address }), (asked) =>
    getOfAuth(asked, route(["csrf"])),
  );
  const { csrfToken } = csrfResponseSchema.parse(await csrf.json());
  const body = new URLSearchParams({ csrfToken, signed, proof, json: "true" });
  const response = await browser.send(
    apiRequest("/api/auth/callback/challenge", { method: "POST", body, address }),
    (asked) => postToAuth(asked, route(["callback", "challenge"])),
  );
  const { url } = signInResponseSchema.parse(await response.json());
  const refusal = new URL(url, "http://localhost:3000").searchParams.get("error");
  if ((response.status === 200) !== (refusal === null))
    throw new Error(`status ${String(response.status)} with ${url}`);
  return refusal === null ? undefined : (JSON.parse(refusal) as { code: string }).code;
}

/** Signs in with a member's key: undefined where it does, else the code of the refusal. */
export async function signInAt(
  browser: RouteBrowser,
  vault: DemoVault,
  { key }: Pick<DemoMember, "key">,
): Promise<string | undefined> {
  const { challenge: text, proof } = await challengeOf(browser, key.fingerprint);
  const fingerprint = await unlockDemoKey(vault, key);
  const signed = await vault.signText({ fingerprint, text, at: new Date() }, unwatched);
  if (!signed.ok) throw new Error(signed.problem.code);
  return answerChallenge(browser, { signed: signed.value, proof });
}

/** A browser in which a member has signed in with their key. */
export async function signedInBrowser(vault: DemoVault, member: Pick<DemoMember, "key">): Promise<RouteBrowser> {
  const browser = openBrowser();
  const refusal = await signInAt(browser, vault, member);
  if (refusal !== undefined) throw new Error(refusal);
  return browser;
}

/** Whether somebody is signed in there, by a route that is a member's. */
export async function isSignedIn(browser: RouteBrowser): Promise<boolean> {
  const response = await browser.send(apiRequest("/api/v1/keyring"), () => getKeyring());
  return response.status === 200;
}
