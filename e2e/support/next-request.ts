import "next/dist/server/node-environment-baseline.js"; // first: it gives Next the storage that a request lives in
import { NextRequest } from "next/server";
import { workAsyncStorage, type WorkStore } from "next/dist/server/app-render/work-async-storage.external.js";
import {
  workUnitAsyncStorage,
  type RequestStore,
} from "next/dist/server/app-render/work-unit-async-storage.external.js";
import { HeadersAdapter } from "next/dist/server/web/spec-extension/adapters/headers.js";
import { RequestCookiesAdapter } from "next/dist/server/web/spec-extension/adapters/request-cookies.js";

/**
 * Lets a route answer as it does within Next, where `cookies()` and `headers()` give what the request brought. Only what
 * reading them needs is there: a route that set cookies or revalidated would fail here.
 */
export function withinNext(request: Request, answer: (request: NextRequest) => Promise<Response>): Promise<Response> {
  const asked = new NextRequest(request);
  const work = { route: asked.nextUrl.pathname } as WorkStore;
  const unit = {
    type: "request",
    phase: "render",
    headers: HeadersAdapter.seal(asked.headers),
    cookies: RequestCookiesAdapter.seal(asked.cookies),
    url: { pathname: asked.nextUrl.pathname, search: asked.nextUrl.search },
  } as RequestStore;
  return workAsyncStorage.run(work, () => workUnitAsyncStorage.run(unit, () => answer(asked)));
}
