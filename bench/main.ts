// `npm run bench`: everything that is measured here, one after the other. Takes some minutes; nothing else should run.
import { benchDeadlines } from "./deadlines.ts";
import { countQueries } from "./measure.ts";
import { benchReports } from "./reports.ts";

countQueries();
await benchDeadlines();
await benchReports();
process.exit(0);
