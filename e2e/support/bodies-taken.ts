import { builtRoutes } from "./built-routes.ts";

/** `none`: the route does not look at a body, whatever comes. */
export type BodyKind = "json" | "form" | "fields" | "bytes" | "none";

export interface TakingRoute {
  readonly method: "POST" | "PUT" | "PATCH" | "DELETE";
  readonly route: string;
  readonly kind: BodyKind;
}

/** Written by hand: every address that changes something, and what it reads. Pages take only the bodies of actions. */
const taken: Readonly<Record<string, BodyKind>> = {
  "DELETE /api/v1/calendar": "none",
  "DELETE /api/v1/duties/offers": "none",
  "POST /api/auth/[...nextauth]": "fields",
  "POST /api/v1/calendar": "none",
  "POST /api/v1/challenge": "json",
  "POST /api/v1/duties/offers": "json",
  "POST /api/v1/envelopes/[id]/grants": "json",
  "POST /api/v1/findings": "json",
  "POST /api/v1/receipt/certificate": "bytes",
  "POST /api/v1/receipt/messages": "form",
  "POST /api/v1/receipt/notices": "json",
  "POST /api/v1/receipt/steps": "json",
  "POST /api/v1/reports": "form",
  "POST /api/v1/reports/[id]/acknowledgement": "none",
  "POST /api/v1/reports/[id]/card": "form",
  "POST /api/v1/reports/[id]/messages": "form",
  "POST /api/v1/reports/[id]/read": "json",
  "POST /api/v1/reports/[id]/steps": "json",
  "POST /theme": "form",
  "PUT /api/v1/envelopes/[id]/ticket": "json",
  "PUT /api/v1/keyring": "json",
  "PUT /api/v1/receipt/address": "json",
  // Last, since it ends the session with which the others are tried.
  "POST /api/v1/sign-out": "none",
};

const methods = ["POST", "PUT", "PATCH", "DELETE"] as const;

/** What the table says. */
export const takingRoutes: readonly TakingRoute[] = Object.entries(taken).map(([key, kind]) => {
  const [method, route = ""] = key.split(" ");
  const known = methods.find((each) => each === method);
  if (known === undefined) throw new Error(`no method: ${key}`);
  return { method: known, route, kind };
});

/** Every method and route of the build that could take a body. */
export function possibleRoutes(): readonly Pick<TakingRoute, "method" | "route">[] {
  return builtRoutes().flatMap((route) =>
    (route.startsWith("/api/") ? methods : (["POST"] as const)).map((method) => ({ method, route })),
  );
}

/** Whether the table names it. */
export function isTaken({ method, route }: Pick<TakingRoute, "method" | "route">): boolean {
  return Object.hasOwn(taken, `${method} ${route}`);
}
