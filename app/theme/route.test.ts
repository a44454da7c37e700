import { describe, expect, test } from "vitest";
import { POST } from "./route.ts";

function choose(fields: Readonly<Record<string, string>>): Promise<Response> {
  return POST(new Request("http://localhost:3000/theme", { method: "POST", body: new URLSearchParams(fields) }));
}

describe("the choice of light or dark", () => {
  test("is kept for a year in a cookie of this host, and leads back to the page", async () => {
    const response = await choose({ theme: "dark", returnTo: "/policy" });
    expect(response.status).toBe(303);
    expect(response.headers.get("location")).toBe("/policy");
    expect(response.headers.get("set-cookie")).toBe(
      "__Host-fortnight-theme=dark; Path=/; Max-Age=31536000; Secure; HttpOnly; SameSite=Lax",
    );
  });

  test.each(["system", "\r\nSet-Cookie: session=stolen"])("%j forgets it", async (theme) => {
    const cookie = (await choose({ theme, returnTo: "/" })).headers.get("set-cookie");
    expect(cookie).toContain("__Host-fortnight-theme=system; Path=/; Max-Age=0;");
  });

  test("leads to no other site", async () => {
    expect((await choose({ theme: "dark", returnTo: "//evil.example" })).headers.get("location")).toBe("/");
  });

  test("that is no form is refused", async () => {
    const request = new Request("http://localhost:3000/theme", {
      method: "POST",
      body: "{",
      headers: { "content-type": "application/json" },
    });
    expect((await POST(request)).status).toBe(400);
  });
});
