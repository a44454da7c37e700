import Link from "next/link";

/** How secrecy works here in three sentences, and where it ends. */
export function Secrecy() {
  return (
    <section aria-labelledby="secrecy" className="grid gap-x-12 gap-y-4 lg:grid-cols-[16rem_1fr]">
      <h2 id="secrecy" className="text-2xl">
        How a report stays secret
      </h2>
      <div>
        <ol className="max-w-prose list-decimal space-y-3 pl-5 marker:text-muted">
          <li>
            Your browser, or your own gpg, encrypts the report to the OpenPGP key of each person on the list before
            anything is sent.
          </li>
          <li>
            The server keeps the sealed text with one small key packet for each reader, and never a key that opens it,
            so a stolen disk, database or backup gives away no report.
          </li>
          <li>
            What stays in clear (the list, the dates, the state, the sizes, and who can read) is shown to you before you
            send.
          </li>
        </ol>
        <p className="mt-5 max-w-prose text-sm text-muted">
          A server in the wrong hands could still serve a false page. If that worries you,{" "}
          <Link href="/policy#without-a-browser" className="link">
            seal the report with gpg and send it with curl
          </Link>
          : it gets the same checks and the same answers.
        </p>
      </div>
    </section>
  );
}
