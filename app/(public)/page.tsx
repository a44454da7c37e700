import { BeforeReporting } from "#components/policy/before-reporting.tsx";
import { EmbargoDays } from "#components/policy/embargo-days.tsx";
import { Secrecy } from "#components/site/secrecy.tsx";
import { WaysIn } from "#components/site/ways-in.tsx";

export default function HomePage() {
  return (
    <div className="space-y-16 sm:space-y-20">
      <div className="space-y-10">
        <header>
          <h1 className="max-w-4xl text-4xl tracking-tight sm:text-5xl sm:leading-[1.08]">
            Tell the distributions first, and the world within a fortnight
          </h1>
          <p className="mt-5 max-w-prose text-lg text-muted">
            Fortnight carries reports of vulnerabilities to the private lists of operating system distributions, keeps
            the days of each embargo, and shows who owes what until everything is public.
          </p>
        </header>
        <WaysIn />
      </div>
      <section aria-labelledby="embargo" className="grid gap-x-12 gap-y-5 lg:grid-cols-[16rem_1fr]">
        <h2 id="embargo" className="text-2xl">
          How long it may last
        </h2>
        {/* R11, R14 */}
        <EmbargoDays maximumDays={14} preferredDays={7} exploitDays={7} />
      </section>
      <Secrecy />
      <BeforeReporting />
    </div>
  );
}
