/** What Fortnight itself recorded when something was closed, by its code. */
const words: Readonly<Record<string, string>> = {
  acknowledged: "receipt was acknowledged",
  propose: "a date was proposed",
  accept: "a date was accepted",
  reject: "the proposal was rejected or taken back",
  public: "the issue is public",
  "exploit-public": "an exploit is public",
  "attacks-seen": "attacks have been seen",
  withdrawn: "the report was withdrawn",
  published: "the issue was posted",
  merged: "the issue became part of another",
  "date-reached": "its date has come",
  moot: "what it was owed for is gone",
};

/** A record in words; one of a later version stands as it is named. */
export function recordText(code: string): string {
  return Object.hasOwn(words, code) ? (words[code] ?? code) : code;
}
