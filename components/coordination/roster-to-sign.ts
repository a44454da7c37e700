import type { Publishing } from "./use-publishing.ts";

/** The next roster of a list, as a coordinator gets it. */
export interface RosterToSign {
  readonly listId: string;
  readonly listName: string;
  readonly version: number;
  /** To be signed as it is. */
  readonly text: string;
}

export interface SignRosterProps {
  readonly roster: RosterToSign;
  readonly publishing: Publishing;
}
