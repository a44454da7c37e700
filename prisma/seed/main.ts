// Furnishes an empty database; run by `npm start` after the migrations. Needs DATABASE_URL.
import path from "node:path";
import { startConfig } from "#lib/config/start.ts";
import { prismaClient } from "#lib/db/client.ts";
import { demoPassphrase } from "./demo-key.ts";
import { seedHouse, type SeedOutcome } from "./seed-house.ts";

const projectFolder = path.resolve(import.meta.dirname, "../..");

function wordsFor(outcome: SeedOutcome, origin: string): readonly string[] {
  switch (outcome.kind) {
    case "kept":
      return [];
    case "empty":
      return ["The first coordinator enrols here, once, within 24 hours:", `  ${outcome.enrolmentLink}`];
    case "demo":
      return [
        `A demo is ready: ${String(outcome.people)} invented people, ${String(outcome.reports)} sealed reports.`,
        `Their private keys are in ${path.relative(process.cwd(), outcome.keysFolder)}; the passphrase of each is ${demoPassphrase}`,
        `  a member:      debian-dora.asc       sign in at ${origin}/sign-in`,
        `  a coordinator: coordination-ada.asc  and see ${origin}/coordination`,
        `  a reporter:    a code of receipts.txt at ${origin}/receipt`,
      ];
  }
}

const { origin, isDemo, varFolder } = startConfig();
try {
  const outcome = await seedHouse(
    { isDemo, origin, varFolder: varFolder ?? path.join(projectFolder, "var") },
    new Date(),
  );
  for (const line of wordsFor(outcome, origin)) console.log(line);
} finally {
  await prismaClient().$disconnect();
}
