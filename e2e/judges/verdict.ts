/** What a judge says of one thing. */
export interface Verdict {
  readonly judge: string;
  readonly about: string;
  readonly said: string;
  readonly holds: boolean;
}

/** Prints verdicts as a table, those that miss their bar marked. */
export function printVerdicts(verdicts: readonly Verdict[]): void {
  const width = (field: "judge" | "about") => Math.max(0, ...verdicts.map((verdict) => verdict[field].length));
  const [judgeWidth, aboutWidth] = [width("judge"), width("about")];
  for (const { judge, about, said, holds } of verdicts) {
    console.log(`${holds ? "ok    " : "MISSED"}  ${judge.padEnd(judgeWidth)}  ${about.padEnd(aboutWidth)}  ${said}`);
  }
}

/** A verdict that holds where there is nothing to say. */
export function verdictOf(judge: string, about: string, complaints: readonly string[]): Verdict {
  const holds = complaints.length === 0;
  return { judge, about, said: holds ? "nothing" : complaints.join("\n        "), holds };
}
