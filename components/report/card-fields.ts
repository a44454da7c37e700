import { checkCard } from "#lib/mime/card.ts";

/** The CVE ids in what somebody typed, each once; null where something else stands between them, or none is there. */
export function parseCveIds(text: string): readonly string[] | null {
  const words = text.toUpperCase().split(/[\s,;]+/);
  const cveIds = [...new Set(words.filter((word) => word !== ""))];
  return cveIds.length > 0 && checkCard({ ...anyCard, cveIds }).ok ? cveIds : null;
}

/** Whether a card takes this as the vector of its severity. */
export function isSeverityVector(severityVector: string): boolean {
  return checkCard({ ...anyCard, severityVector }).ok;
}

const anyCard = { title: "title", software: "software", versions: "", severityVector: null, cveIds: [] };
