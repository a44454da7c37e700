import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";

const appFolder = path.resolve(import.meta.dirname, "../../app");
const methods = ["GET", "POST", "PUT", "PATCH", "DELETE"];
const buildFolder = path.resolve(import.meta.dirname, "../../.next");

/** A server action, and a page that it belongs to. */
export interface BuiltAction {
  readonly id: string;
  readonly name: string;
  /** As in `app-path-routes-manifest.json`. */
  readonly route: string;
}

const routesSchema = z.record(z.string(), z.string());
const actionsSchema = z.object({
  node: z.record(z.string(), z.object({ exportedName: z.string(), workers: z.record(z.string(), z.unknown()) })),
});

/** Every page and route of the build that the site runs, such as `/reports/[id]`: Next's own list, so that none is left out. */
export function builtRoutes(): readonly string[] {
  return [...new Set(Object.values(routesByFile()))].filter((route) => !route.startsWith("/_")).sort();
}

/** Those of them that are pages. */
export function builtPages(): readonly string[] {
  const pages = Object.entries(routesByFile()).filter(([file]) => file.endsWith("/page"));
  return pages.map(([, route]) => route).filter((route) => !route.startsWith("/_"));
}

/** Every server action of that build. */
export function builtActions(): readonly BuiltAction[] {
  const { node } = actionsSchema.parse(manifest("server/server-reference-manifest.json"));
  const routes = routesByFile();
  return Object.entries(node).flatMap(([id, { exportedName, workers }]) =>
    Object.keys(workers).map((worker) => {
      const route = routes[worker.replace(/^app/, "")];
      if (route === undefined) throw new Error(`the build has no route for ${worker}`);
      return { id, name: exportedName, route };
    }),
  );
}

/** The path of a route whose variable parts are filled in. A part that nobody has an example of is an error. */
export function filledIn(route: string, examples: Readonly<Record<string, string>>): string {
  return route.replaceAll(/\[(?:\.\.\.)?(\w+)\]/g, (_part, name: string) => {
    const example = examples[name];
    if (example === undefined) throw new Error(`${route}: give an example of what stands for [${name}]`);
    return example;
  });
}

/** The methods that a route's file exports; a page is only read. */
export function methodsOf(route: string): readonly string[] {
  if (route === "/api/auth/[...nextauth]") return ["GET"]; // next-auth's own door
  const source = ["", "(public)", "(member)", "(coordinator)"]
    .map((group) => path.join(appFolder, group, route, "route.ts"))
    .find((file) => existsSync(file));
  if (source === undefined) return ["GET"];
  const text = readFileSync(source, "utf8");
  return methods.filter((method) => new RegExp(`^export (?:async )?(?:function|const) ${method}\\b`, "m").test(text));
}

function routesByFile(): Readonly<Record<string, string>> {
  return routesSchema.parse(manifest("app-path-routes-manifest.json"));
}

function manifest(name: string): unknown {
  return JSON.parse(readFileSync(path.join(buildFolder, name), "utf8"));
}
