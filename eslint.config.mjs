// @ts-check
import nextCoreWebVitals from "eslint-config-next/core-web-vitals";
import { defineConfig, globalIgnores } from "eslint/config";
import { builtinRules } from "eslint/use-at-your-own-risk";
import tseslint from "typescript-eslint";

const typescriptFiles = ["**/*.{ts,tsx}"];
const testFiles = ["**/*.test.{ts,tsx}", "e2e/**"];

/** Rooms in which time is an argument. */
const clocklessFiles = [
  "base",
  "policy",
  "embargo",
  "stats",
  "schema",
  "access",
  "pgp",
  "mime",
  "data",
  "workflow",
].map((room) => `lib/${room}/**/*.{ts,tsx}`);

/** Rooms that turn what they are given into something else, and ask nobody. */
const networklessFiles = ["base", "policy", "embargo", "stats", "schema", "access", "pgp", "mime", "publish"].map(
  (room) => `lib/${room}/**/*.{ts,tsx}`,
);

const noNetwork = ["fetch", "XMLHttpRequest", "WebSocket", "EventSource"].map((name) => ({
  name,
  message: "This room has no network: take what it needs as an argument.",
}));

const noDoorkeeper = {
  name: "#lib/auth/system-actor.ts",
  importNames: ["doorkeeper"],
  message: "The doorkeeper knows of every report: ask as `currentActor`, as the receipt's reporter, or as `anonymous`.",
};

/** The only places that read the environment: each process has its own file, with its own secrets and no other's. */
const environmentFiles = ["lib/config/**", "*.config.{ts,mjs}", "scripts/**", "prisma/**", "e2e/**", "bench/**"];

const everywhere = [
  {
    selector: "JSXAttribute[name.name='dangerouslySetInnerHTML']",
    message: "Reports are hostile text: let React escape it. Enforced Trusted Types would refuse this at run time too.",
  },
  {
    selector: "AssignmentExpression > MemberExpression.left[property.name=/^(innerHTML|outerHTML|srcdoc)$/]",
    message: "Build elements instead: markup from text is script from text.",
  },
  {
    selector: "CallExpression[callee.property.name=/^(insertAdjacentHTML|createContextualFragment)$/]",
    message: "Build elements instead: markup from text is script from text.",
  },
  {
    selector: "ExportAllDeclaration",
    message: "No barrels: whoever needs a thing imports it from the file that is about it.",
  },
  {
    selector: "ExportNamedDeclaration[source]:not([exportKind='type'])",
    message: "No barrels: whoever needs a thing imports it from the file that is about it.",
  },
  {
    selector:
      ":matches(VariableDeclarator, FunctionDeclaration) > Identifier.id[name=/^(data|info|item|items|object|temp|tmp|misc|helper|util)$/]",
    message: "Name the noun of the glossary, with its unit where it has one.",
  },
];

const noEnvironment = [
  {
    selector: "MemberExpression[object.name='process'][property.name='env']",
    message: "Only lib/config reads the environment, one file for each process: take the setting as an argument.",
  },
  {
    selector: "ImportDeclaration[source.value=/^(node:)?process$/] > ImportSpecifier[imported.name='env']",
    message: "Only lib/config reads the environment, one file for each process: take the setting as an argument.",
  },
];

const noClock = [
  {
    selector: "CallExpression[callee.object.name=/^(Date|performance)$/][callee.property.name='now']",
    message:
      "Time is an argument here (`at: Date` or `now: Date`): only pages, actions and entry points read the clock.",
  },
  {
    selector: ":matches(NewExpression, CallExpression)[callee.name='Date'][arguments.length=0]",
    message:
      "Time is an argument here (`at: Date` or `now: Date`): only pages, actions and entry points read the clock.",
  },
];

const noSleep = [
  {
    selector: "CallExpression[callee.property.name='waitForTimeout']",
    message: "Wait for what a person would wait for: a role, a text, an address. A sleep is slow and still fails.",
  },
];

const noSuchFile = [
  {
    selector: "Program",
    message: "One question, one file name: name the idea, not a drawer. No index, utils, helpers, service or manager.",
  },
];

/** @param {...{ selector: string, message: string }[]} groups */
function houseRules(...groups) {
  return /** @type {const} */ ({ "no-restricted-syntax": ["error", ...everywhere, ...groups.flat()] });
}

/** What ESLint itself recommends, without a package more for the same table. */
const recommendedRules = Object.fromEntries(
  [...builtinRules].filter(([, rule]) => rule.meta?.docs?.recommended === true).map(([name]) => [name, "error"]),
);

export default defineConfig(
  globalIgnores([".next/", "node_modules/", "var/", "test-results/", "public/", "lib/db/generated/", "next-env.d.ts"]),
  { linterOptions: { reportUnusedDisableDirectives: "error" } },

  { files: ["**/*.{ts,tsx,mjs}"], rules: recommendedRules },
  {
    files: ["**/*.{mjs,cjs}"],
    languageOptions: {
      globals: Object.fromEntries(Object.getOwnPropertyNames(globalThis).map((name) => [name, "readonly"])),
    },
  },

  // React, hooks, accessibility and Next for what is rendered; TypeScript is judged by the rules below alone.
  ...nextCoreWebVitals
    .filter(({ name, rules }) => name !== "next/typescript" && rules !== undefined)
    .map((each) => ({ ...each, files: ["{app,components}/**/*.{ts,tsx}"] })),

  ...tseslint.configs.strictTypeChecked.map((each) => ({ ...each, files: typescriptFiles })),
  {
    files: typescriptFiles,
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "inline-type-imports" }],
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_+$" }],
      "@typescript-eslint/switch-exhaustiveness-check": "error",
    },
  },
  {
    files: ["**/*.{ts,tsx,mjs}"],
    rules: {
      ...houseRules(noEnvironment),
      "max-lines": ["error", 300],
      "max-lines-per-function": ["error", 60],
    },
  },

  { files: ["**/*.tsx"], rules: { "max-lines-per-function": ["error", 100] } },
  { files: environmentFiles, rules: houseRules() },
  { files: clocklessFiles, rules: houseRules(noEnvironment, noClock) },
  {
    files: ["app/**/*.{ts,tsx}"],
    ignores: ["app/*/enrol/actions.ts"], // whoever holds the first coordinator's link is nobody yet
    rules: { "no-restricted-imports": ["error", noDoorkeeper] },
  },
  { files: networklessFiles, rules: { "no-restricted-globals": ["error", ...noNetwork] } },
  { files: testFiles, rules: { ...houseRules(noSleep), "max-lines-per-function": "off" } },
  {
    files: [
      "**/{index,utils,helpers,common,misc,types,constants}.{ts,tsx}",
      "**/*-{utils,helpers,service,manager,handler}.{ts,tsx}",
    ],
    rules: houseRules(noSuchFile),
  },
);
