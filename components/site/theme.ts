/** How pages look: as the reader's system asks, or as they chose here. */
export type Theme = "system" | "light" | "dark";

export const themes: readonly Theme[] = ["system", "light", "dark"];

/** `__Host-`: set by this very host over a secure channel (browsers count http://localhost as one). */
export const themeCookieName = "__Host-fortnight-theme";

/** The theme that a cookie or a form field names; "system" where it names none. */
export function parseTheme(text: unknown): Theme {
  return text === "light" || text === "dark" ? text : "system";
}
