/** A clause in our own words: a title of a few words, and one to three sentences addressed to the reader. */
export interface ClauseText {
  readonly title: string;
  readonly text: string;
}

/** A clause for reporters, who are also told why, in one sentence. */
export interface ReporterClauseText extends ClauseText {
  readonly reason: string;
}
