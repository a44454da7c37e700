// Who may import what. Each room names all it may import, so that what nobody thought of is refused.

const rooms = require("./.dependency-cruiser-rooms.cjs");

const tests = "\\.test\\.tsx?$|/fixtures/|-fixture\\.ts$";
const next = "next/(?:link|navigation|form|dynamic)";
const uiParts = [
  "react",
  "react-dom",
  "@base-ui/react",
  "@tanstack/[^/]+",
  "class-variance-authority",
  "clsx",
  "react-day-picker",
  "tailwind-merge",
  "cmdk",
  "@visx/[^/]+",
];

const oursBesideRooms = "^(?:lib|components|app|e2e|prisma|bench|scripts)/";

function inRooms(names) {
  return `^lib/(?:${names.join("|")})/`;
}

function anyPackage(names) {
  return `(?:^|/)node_modules/(?:@types/)?(?:${names.join("|")})(?:/|\\.d\\.ts$|\\.js$)`;
}

function forbidden(name, comment, from, to) {
  return { name, severity: "error", comment, from, to };
}

function roomRules([room, { ours, files = [], packages, node, because }]) {
  const from = { path: `^lib/${room}/`, pathNot: tests };
  const fromNpm = { dependencyTypes: ["npm", "npm-dev", "npm-optional", "npm-peer"] };
  return [
    forbidden(`lib/${room}-rooms`, `${because} It may import of ours: ${[room, ...ours].join(", ")}.`, from, {
      path: oursBesideRooms,
      pathNot: [inRooms([room, ...ours]), ...files].join("|"),
    }),
    forbidden(
      `lib/${room}-packages`,
      `${because} ${packages.length === 0 ? "It imports no package." : `Packages: ${packages.join(", ")}.`}`,
      from,
      packages.length === 0 ? fromNpm : { ...fromNpm, pathNot: anyPackage(packages) },
    ),
    ...(node
      ? []
      : [forbidden(`lib/${room}-node`, `${because} So nothing of Node's own.`, from, { dependencyTypes: ["core"] })]),
  ];
}

const componentRules = [
  forbidden(
    "components-rooms",
    "Components get data and actions as props: they know no Prisma, no session, no mail and no route.",
    { path: "^components/(?!ui/)", pathNot: tests },
    {
      path: oursBesideRooms,
      pathNot: `^components/|${inRooms(["base", "policy", "embargo", "schema", "stats", "mime"])}|^lib/pgp/client`,
    },
  ),
  forbidden(
    "components-reach-no-server",
    "A component runs in a browser. Something that it imports leads to server code, however far away.",
    { path: "^components/", pathNot: tests },
    {
      path: `${inRooms(["db", "data", "config", "auth", "workflow", "mail", "gateway", "jobs", "front"])}|^prisma/`,
      reachable: true,
    },
  ),
  forbidden(
    "components-packages",
    "Components are built of React and parts of an interface. What needs more belongs to a page or to lib.",
    { path: "^components/", pathNot: tests },
    { dependencyTypes: ["npm", "npm-dev", "core"], pathNot: anyPackage([...uiParts, next]) },
  ),
  forbidden(
    "components-ui-packages",
    "components/ui is built of React and parts of an interface. What knows routes belongs to a folder beside it.",
    { path: "^components/ui/", pathNot: tests },
    { dependencyTypes: ["npm", "npm-dev", "core"], pathNot: anyPackage(uiParts) },
  ),
  forbidden(
    "components-ui-rooms",
    "components/ui has no words of this domain, and so nothing to import from the other rooms.",
    { path: "^components/ui/", pathNot: tests },
    { path: oursBesideRooms, pathNot: "^components/ui/" },
  ),
];

const appRules = [
  forbidden(
    "app-rooms",
    "A route parses, identifies, does and answers. The database, mail and the gateway are behind data and workflow.",
    { path: "^app/", pathNot: tests },
    {
      path: oursBesideRooms,
      pathNot: `^app/|^components/|${inRooms(["base", "policy", "embargo", "schema", "stats", "publish", "auth", "data", "workflow"])}|^lib/pgp/client|^lib/config/web\\.ts$|^lib/access/actor\\.ts$`,
    },
  ),
  forbidden(
    "app-packages",
    "A route needs Next, React and zod; next-auth has its one route. The rest belongs behind lib or components.",
    { path: "^app/", pathNot: `${tests}|^app/api/auth/` },
    { dependencyTypes: ["npm", "npm-dev"], pathNot: anyPackage(["next", "react", "react-dom", "zod", "server-only"]) },
  ),
];

const onlyHere = [
  ["openpgp", ["openpgp"], "^lib/pgp/", "lib/pgp is the one room that names OpenPGP.js, with its limits set."],
  ["postal-mime", ["postal-mime"], "^lib/mime/", "lib/mime is the one room that parses MIME, within its limits."],
  [
    "prisma",
    ["@prisma/[^/]+", "prisma", "pg"],
    "^(?:lib/db|prisma|bench)/|^prisma\\.config\\.ts$",
    "Only lib/db talks to PostgreSQL (and a bench, which counts what it is asked).",
  ],
  ["next-auth", ["next-auth"], "^lib/auth/|^app/api/auth/", "Who is asking is answered in lib/auth alone."],
  ["graphile-worker", ["graphile-worker"], "^lib/jobs/", "Jobs are run in lib/jobs alone; others write the debt."],
  ["nodemailer", ["nodemailer"], "^lib/mail/", "Mail is sent by lib/mail alone."],
  ["smtp-server", ["smtp-server"], "^lib/gateway/", "Mail is received by lib/gateway alone."],
].map(([name, packages, home, comment]) =>
  forbidden(
    `${name}-only-here`,
    comment,
    { pathNot: `${home}|^node_modules/|${tests}|^e2e/support/` },
    { path: anyPackage(packages) },
  ),
);

const secretFiles =
  "^lib/pgp/(?:open|unlock|seal|keyring|grant|ticket|reporter-certificate|vault[^/]*|serve-vault|worker)\\.ts$";

module.exports = {
  forbidden: [
    ...Object.entries(rooms).flatMap(roomRules),
    ...componentRules,
    ...appRules,
    ...onlyHere,
    forbidden(
      "every-room-is-named",
      "A new room of lib says what it may import, in .dependency-cruiser-rooms.cjs.",
      { path: "^lib/", pathNot: `${inRooms(Object.keys(rooms))}|${tests}` },
      {},
    ),
    forbidden(
      "server-opens-nothing",
      "Web, worker and mail check packets and never open, seal or unlock: the server holds no key that opens a report.",
      { path: `${inRooms(["data", "workflow", "auth", "mail", "jobs"])}|^app/`, pathNot: tests },
      { path: secretFiles, dependencyTypesNot: ["type-only"] },
    ),
    forbidden(
      "data-says-who-asks",
      "Ask PostgreSQL within `inTransaction`, which tells it who asks. Only counters of keyed hashes belong to nobody, and parts of a query ask nothing.",
      { path: "^lib/data/", pathNot: `${tests}|^lib/data/transaction\\.ts$` },
      { path: "^lib/db/", pathNot: "^lib/db/(?:rate-limiter|sql)\\.ts$", dependencyTypesNot: ["type-only"] },
    ),
    forbidden(
      "actors-are-proved",
      "An actor is proved by a session, a token or a signature: and a job acts for nobody: only lib/auth, lib/gateway and lib/jobs may say so (and tests).",
      { pathNot: `^lib/(?:access|auth|gateway|jobs)/|${tests}|^e2e/support/|^prisma/|^bench/` },
      { path: "^lib/access/_prove\\.ts$" },
    ),
    forbidden(
      "wholes-are-the-seed's",
      "A request has one actor and one transaction. Only the seed lets many act in one, to be whole or not at all.",
      { pathNot: `^lib/db/|^prisma/seed/|${tests}` },
      { path: "^lib/db/whole\\.ts$" },
    ),
    forbidden(
      "private-to-its-folder",
      "A name that begins with _ is private to its folder. Import what the folder offers, or move it up.",
      { path: "^(.+)/[^/]+$", pathNot: `^app/|^node_modules/|${tests}` },
      { path: "(?:^|/)_[^/]+", pathNot: "^$1/|^node_modules/|^lib/access/_prove\\.ts$" },
    ),
    forbidden(
      "private-to-its-room",
      "A name that begins with _ is private to its room. Import what the room offers.",
      { path: "^app/" },
      { path: "^(?:lib|components)/.*/_" },
    ),
    forbidden(
      "journeys-import-fixtures-only",
      "A journey knows pages as a person does: by roles and labels. What it prepares is prepared in e2e/support.",
      { path: "^e2e/.*\\.spec\\.ts$" },
      { pathNot: "^e2e/support/|(?:^|/)node_modules/@playwright/test/" },
    ),
    forbidden(
      "tests-are-not-imported",
      "A test belongs to the file beside it. What two tests share is a fixture.",
      { path: "^(?:app|components|lib|prisma|scripts|bench)/" },
      { path: "\\.test\\.tsx?$|^e2e/.*\\.spec\\.ts$" },
    ),
    forbidden(
      "tools-stay-outside",
      "What runs in production declares its packages in `dependencies`.",
      { path: "^(?:app|components|lib)/", pathNot: tests },
      { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["type-only"], pathNot: "(?:^|/)node_modules/@types/" },
    ),
    forbidden(
      "no-cycle",
      "Two files that need each other are one idea, or hide a third that both need.",
      {},
      { circular: true },
    ),
    forbidden(
      "no-orphan",
      "Nothing imports this file and it imports nothing: it is dead, or an entry point that is not named as one.",
      { orphan: true, pathNot: `^app/|^scripts/|^bench/|^e2e/|${tests}|worker\\.ts$|\\.d\\.ts$|^lib/db/generated/` },
      {},
    ),
    forbidden(
      "nothing-undeclared",
      "Declare the package in package.json: today it is here by another's leave.",
      {},
      {
        dependencyTypes: ["npm-no-pkg", "npm-unknown"],
      },
    ),
    forbidden("nothing-missing", "This import leads nowhere.", {}, { couldNotResolve: true }),
  ],
  options: {
    doNotFollow: { path: ["node_modules", "^lib/db/generated/"] },
    exclude: { path: ["^\\.next/", "^lib/pgp/fixtures/"] },
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
      mainFields: ["module", "main", "types"],
      extensions: [".ts", ".tsx", ".mjs", ".js", ".json", ".d.ts"],
    },
  },
};
