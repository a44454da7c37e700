// `npm run bench`: everything that is measured here, one after the other. Takes some minutes; nothing else should run.
// Names may be given, to measure those alone: `npm run bench -- deadlines pages`.
import { requireTools } from "../scripts/tools.mjs";
import { benchDeadlines } from "./deadlines.ts";
import { countQueries } from "./measure.ts";
import { benchOpening } from "./opening.ts";
import { benchPages } from "./pages.ts";
import { benchReports } from "./reports.ts";
import { benchSealing } from "./sealing.ts";
import { benchSubmissions } from "./submissions.ts";
import { benchTiming } from "./timing.ts";

const benches: Readonly<Record<string, () => Promise<void>>> = {
  deadlines: benchDeadlines,
  reports: benchReports,
  pages: benchPages,
  sealing: benchSealing,
  opening: benchOpening,
  submissions: benchSubmissions,
  timing: benchTiming,
};

const chosen = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(benches);
const unknown = chosen.filter((name) => !(name in benches));
if (unknown.length > 0) throw new Error(`nothing is measured by the name of: ${unknown.join(", ")}`);

await requireTools();
countQueries();
for (const name of chosen) await benches[name]?.();
process.exit();
