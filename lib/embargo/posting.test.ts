import { describe, expect, test } from "vitest";
import { posted } from "./fixtures/report-facts.ts";
import { bringsExploit, closingBy, firstPosting, lastPosting } from "./posting.ts";

const at = "2026-11-12T12:00:00Z";
const announcing = (announced: string | null) =>
  posted(at, { announcesExploitAt: announced === null ? null : new Date(announced) });
const any = () => true;

describe("postings", () => {
  test("are told apart by their instant, then by their reference, whatever the order of their records", () => {
    const [first, second, third] = [
      posted(at, { reference: "a" }),
      posted(at, { reference: "b" }),
      posted("2026-11-13T12:00:00Z", { reference: "0" }),
    ];
    for (const postings of [
      [first, second, third],
      [third, second, first],
      [second, third, first],
    ]) {
      expect(firstPosting(postings, any)).toBe(first);
      expect(lastPosting(postings, any)).toBe(third);
      expect(lastPosting(postings, (posting) => posting !== third)).toBe(second);
      expect(firstPosting(postings, (posting) => posting !== first)).toBe(second);
    }
    expect(firstPosting([], any)).toBeNull();
    expect(lastPosting([first], (posting) => posting !== first)).toBeNull();
  });

  test("that are recorded twice announce the sooner exploit last", () => {
    const [none, sooner, later] = [
      announcing(null),
      announcing("2026-11-14T12:00:00Z"),
      announcing("2026-11-16T12:00:00Z"),
    ];
    for (const postings of [
      [none, sooner, later],
      [later, none, sooner],
      [sooner, later, none],
    ]) {
      expect(firstPosting(postings, any)).toBe(later);
      expect(lastPosting(postings, any)).toBe(none);
      expect(lastPosting(postings, (posting) => posting !== none)).toBe(sooner);
    }
  });

  test("bring the exploit where they are of it, or hold it", () => {
    expect(bringsExploit(posted(at))).toBe(false);
    expect(bringsExploit(posted(at, { includesExploit: true }))).toBe(true);
    expect(bringsExploit(posted(at, { kind: "exploit" }))).toBe(true);
  });

  test.each([
    { reference: "https://lists.example.org/1", kind: "link" },
    { reference: "HTTP://lists.example.org/1", kind: "link" },
    { reference: "<see-https://x@example.org>", kind: "message-id" },
  ])("are shown by a $kind: $reference", ({ reference, kind }) => {
    expect(closingBy(posted(at, { reference }))).toEqual({ at: new Date(at), evidence: { kind, text: reference } });
  });
});
