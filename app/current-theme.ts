import { cookies } from "next/headers";
import { parseTheme, themeCookieName, type Theme } from "#components/site/theme.ts";

/** What the visitor has chosen with the switch in the footer. */
export async function currentTheme(): Promise<Theme> {
  return parseTheme((await cookies()).get(themeCookieName)?.value);
}
