import type { Page } from "@playwright/test";
import { possibleRoutes } from "./support/bodies-taken.ts";
import { builtActions, builtRoutes, filledIn, methodsOf } from "./support/built-routes.ts";
import { inTurns } from "./support/in-turns.ts";
import { expect, test } from "./support/journey.ts";
import { signInHere } from "./support/member.ts";
import { rawRequest, sendRaw, type RawAnswer } from "./support/raw-request.ts";

const evil = "evil.example";
const examples = {
  id: crypto.randomUUID(),
  name: "distros",
  part: "0",
  file: "nothing.ics",
  nextauth: "callback/challenge",
} as const;
const nextAuthPaths = ["signin", "signin/challenge", "signout", "session", "csrf", "providers", "error", "_log"];
const readPaths = [
  ...builtRoutes()
    .filter((route) => methodsOf(route).includes("GET"))
    .map((route) => filledIn(route, examples)),
  ...nextAuthPaths.map((each) => `/api/auth/${each}`),
];

async function cookieOf(page: Page, origin: string): Promise<string> {
  const cookies = await page.context().cookies(origin);
  return cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
}

/** Answers that are none of those, each with what was asked. */
function unlike(
  answers: readonly (readonly [asked: string, answer: RawAnswer])[],
  allowed: readonly number[],
): readonly string[] {
  return answers
    .filter(([, { status }]) => !allowed.includes(status))
    .map(([asked, { status }]) => `${asked}: ${String(status)}`);
}

test("what another site has a browser send is refused by every page, action and route, and changes nothing", async ({
  page,
  people,
  site,
}) => {
  await signInHere(page, people.named("Anton"));
  const cookie = await cookieOf(page, site.origin);
  const { host, port, hostname } = new URL(site.origin);
  const foreign: readonly (readonly (readonly [string, string])[])[] = [
    [],
    [["origin", "null"]],
    [["origin", `https://${evil}`]],
    [["origin", `http://a.${host}`]],
    [["origin", `https://${host}`]],
    [["origin", `http://${hostname}:${String(Number(port) + 1)}`]],
    [["origin", `http://${hostname}`]],
    [["origin", `http://127.0.0.1:${port}`]],
    [["origin", `${site.origin}.${evil}`]],
    [["origin", `${site.origin}@${evil}`]],
    [
      ["origin", site.origin],
      ["origin", `https://${evil}`],
    ],
    [
      ["origin", site.origin],
      ["sec-fetch-site", "cross-site"],
    ],
    [["sec-fetch-site", "cross-site"]],
    [["sec-fetch-site", "same-site"]],
    [
      ["sec-fetch-site", "same-origin"],
      ["origin", "null"],
    ],
  ];
  const bodies = [
    ["text/plain", '{"a":"b"}'],
    ["application/x-www-form-urlencoded", "a=b"],
    ["multipart/form-data; boundary=----FormBoundary", ""],
  ] as const;
  const targets = [
    ...possibleRoutes().map(({ method, route }) => ({ method, path: filledIn(route, examples), action: null })),
    ...nextAuthPaths.map((each) => ({ method: "POST", path: `/api/auth/${each}`, action: null })),
    ...builtActions().map(({ id, route }) => ({ method: "POST", path: filledIn(route, examples), action: id })),
  ];
  const requests = targets.flatMap(({ method, path, action }) =>
    foreign.flatMap((whence, turn) => {
      const [type, body] = bodies[turn % bodies.length] ?? bodies[0];
      const named = action === null ? [] : ([["next-action", action]] as const);
      const headers = [["host", host], ["connection", "close"], ["cookie", cookie], ...whence, ...named] as const;
      const ofBody = [
        ["content-type", type],
        ["content-length", String(body.length)],
      ] as const;
      return [
        [
          `${method} ${path} ${JSON.stringify(whence)}`,
          rawRequest(`${method} ${path} HTTP/1.1`, [...headers, ...ofBody], body),
        ],
      ] as const;
    }),
  );
  const answers = await inTurns(
    requests,
    8,
    async ([asked, text]) => [asked, await sendRaw(site.origin, text)] as const,
  );
  expect(unlike(answers, [403])).toEqual([]);
  await page.goto("/reports");
  await expect(page.getByRole("heading", { level: 1, name: "Reports" })).toBeVisible();
});

test("what is no plain request for an address of this site is refused before any route sees it", async ({ site }) => {
  const { host } = new URL(site.origin);
  const plain = [["host", host] as const, ["connection", "close"] as const];
  const odd = readPaths.flatMap((path) => {
    const line = (target: string, method = "GET") => `${method} ${target} HTTP/1.1`;
    return [
      ...[
        `http://${evil}${path}`,
        `${site.origin}${path}`,
        `//${evil}${path}`,
        `/\\${evil}${path}`,
        `/%5c${evil}${path}`,
      ],
      ...[`${path}%0d%0aSet-Cookie:%20a=b`, `${path}%00`, `/..${path}`, `/x/%2e%2e${path}`, `${path}#a`],
    ]
      .map((target) => rawRequest(line(target), plain))
      .concat(
        ["TRACE", "OPTIONS", "TRACK", "CONNECT", "PROPFIND"].map((method) => rawRequest(line(path, method), plain)),
        rawRequest(`${line(path)}\r\n${line(path)}`, plain),
        rawRequest(`GET ${path} extra HTTP/1.1`, plain),
        rawRequest(line(path), [...plain, ["Host", evil]]),
        rawRequest(line(path), [...plain, ["host", host]]),
        rawRequest(line(path), [["connection", "close"]]),
        ...[evil, `${host}.${evil}`, `${host}@${evil}`, `${evil}#${host}`, `localhost`, "localhost:1", ""].map((name) =>
          rawRequest(line(path), [
            ["host", name],
            ["connection", "close"],
          ]),
        ),
        rawRequest(
          line(path, "POST"),
          [...plain, ["origin", site.origin], ["content-length", "5"], ["transfer-encoding", "chunked"]],
          "0\r\n\r\n",
        ),
        rawRequest(
          line(path, "POST"),
          [...plain, ["origin", site.origin], ["content-length", "1"], ["Content-Length", "2"]],
          "a",
        ),
        rawRequest(line(path), [...plain, ["x-a ", "b"]]),
        rawRequest(line(path), [...plain, ["x-a", "b\r\n folded"]]),
        rawRequest(line(path), [...plain, ["x-a", "b\nset-cookie: a=b"]]),
      );
  });
  const answers = await inTurns(odd, 8, async (text) => [text, await sendRaw(site.origin, text)] as const);
  expect(unlike(answers, [400, 403, 405, 421])).toEqual([]);
  expect(answers.filter(([, { head, body }]) => /set-cookie/i.test(head) || body.includes("HTTP/1.1"))).toEqual([]);
});

test("no link, redirect or cookie is built from what a request says of its host, or of where to go next", async ({
  page,
  people,
  site,
}) => {
  await signInHere(page, people.named("Anton"));
  const cookie = await cookieOf(page, site.origin);
  const { host } = new URL(site.origin);
  const plain = [["host", host] as const, ["connection", "close"] as const];
  const posing = [
    ...["x-forwarded-host", "x-forwarded-server", "x-host", "x-original-host", "x-http-host-override"],
    ...["x-original-url", "x-rewrite-url", "x-forwarded-prefix", "referer", "x-forwarded-uri"],
  ].map((name) => [name, `https://${evil}/`] as const);
  const said = [["forwarded", `host=${evil};proto=https`] as const, ["x-forwarded-port", "6666"] as const, ...posing];
  const places = [
    `https://${evil}/`,
    `//${evil}`,
    `/\\${evil}`,
    `/.//${evil}`,
    `${site.origin}@${evil}`,
    `javascript:${evil}`,
  ];
  const names = ["next", "callbackUrl", "returnTo", "redirect", "redirect_uri", "url", "continue", "from"];
  const requests = readPaths.flatMap((path) => [
    rawRequest(`GET ${path} HTTP/1.1`, [...plain, ...said]),
    rawRequest(`GET ${path} HTTP/1.1`, [...plain, ...said, ["cookie", cookie]]),
    ...places.map((place) => {
      const query = new URLSearchParams(names.map((name) => [name, place])).toString();
      const ownCookie = `${cookie}; __Host-fortnight-callback=${encodeURIComponent(place)}`;
      return rawRequest(`GET ${path}?${query} HTTP/1.1`, [...plain, ["cookie", ownCookie]]);
    }),
  ]);
  const csrf = /__Host-fortnight-csrf=([0-9a-f]+)/.exec(cookie)?.[1] ?? "";
  const posts = ["/theme", "/api/auth/signin", "/api/auth/callback/challenge"].flatMap((path) =>
    places.map((place) => {
      const body = new URLSearchParams([["csrfToken", csrf], ...names.map((name) => [name, place])]).toString();
      const type = ["content-type", "application/x-www-form-urlencoded"] as const;
      const headers = [...plain, type, ["content-length", String(body.length)], ["origin", site.origin]] as const;
      return rawRequest(`POST ${path} HTTP/1.1`, [...headers, ["cookie", cookie], ...said], body);
    }),
  );
  const answers = await inTurns(
    [...requests, ...posts],
    8,
    async (text) => [text, await sendRaw(site.origin, text)] as const,
  );
  expect(answers.filter(([, answer]) => leadsAway(answer, site.origin)).map(([asked]) => asked)).toEqual([]);
  expect(answers.filter(([, { status }]) => !(status < 500)).map(([asked]) => asked)).toEqual([]);
});

/** Whether an answer names the other place in a header, or leads there from its page. */
function leadsAway({ head, body }: RawAnswer, origin: string): boolean {
  if (head.includes(evil) || head.includes(":6666")) return true;
  const links = [...body.matchAll(/\s(?:href|action|formaction|src|srcset|content)="([^"]*)"/gi)];
  return links.some(([, link = ""]) => {
    const target = URL.parse(link.replace(/^\d+;\s*url=/i, ""), origin);
    return target?.hostname.includes(evil) === true || target?.protocol === "javascript:";
  });
}
