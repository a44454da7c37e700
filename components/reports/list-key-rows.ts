import type { KeyRow } from "./keys-dialog.tsx";

/** The keys of the table of reports. */
export const listKeyRows: readonly KeyRow[] = [
  { keys: ["j"], what: "to the next report", single: true },
  { keys: ["k"], what: "to the report before", single: true },
  { keys: ["o"], what: "open the report that has the focus", single: true },
  { keys: ["/"], what: "to the search", single: true },
  { keys: ["?"], what: "show these keys", single: true },
  {
    keys: ["↓", "↑"],
    what: "from report to report, once one has the focus; ↓ leads from the search into the table",
    single: false,
  },
  { keys: ["Home", "End"], what: "to the first or last report on this screen", single: false },
  { keys: ["Enter"], what: "open the report that has the focus", single: false },
];
