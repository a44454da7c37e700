// `npm run bench`: everything that is measured here, one after the other. Takes some minutes; nothing else should run.
import { benchDeadlines } from "./deadlines.ts";

await benchDeadlines();
process.exit(0);
