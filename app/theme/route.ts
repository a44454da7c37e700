import { returnPath } from "#components/site/return-path.ts";
import { parseTheme, themeCookieName } from "#components/site/theme.ts";

const oneYearSeconds = 31_536_000;

/** Keeps the visitor's choice of light or dark in a cookie, and sends them back to where they were. */
export async function POST(request: Request): Promise<Response> {
  const form = await request.formData().catch(() => null);
  if (form === null) return new Response(null, { status: 400 });

  const theme = parseTheme(form.get("theme"));
  const maxAgeSeconds = theme === "system" ? 0 : oneYearSeconds;
  const cookie = `${themeCookieName}=${theme}; Path=/; Max-Age=${String(maxAgeSeconds)}; Secure; HttpOnly; SameSite=Lax`;

  return new Response(null, {
    status: 303,
    headers: { location: returnPath(form.get("returnTo")), "set-cookie": cookie, "cache-control": "no-store" },
  });
}
