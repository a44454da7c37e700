import { countText } from "#components/ui/count-text.ts";
import { Disclosure } from "#components/ui/disclosure.tsx";

/** Who holds what was sealed before a move, and is sealed nothing of what comes after. */
export function LeftBehindNames({ names }: { readonly names: readonly string[] }) {
  if (names.length === 0) return <p>Everybody who reads it now will read on.</p>;
  return (
    <Disclosure
      summary={`${countText(names.length, "person holds", "people hold")} what came before, and nothing after`}
    >
      <ul className="space-y-1 text-sm">
        {names.map((name) => (
          <li key={name} className="wrap-anywhere">
            {name}
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
