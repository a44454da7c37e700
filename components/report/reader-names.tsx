"use client";

import { countText } from "#components/ui/count-text.ts";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { Fingerprint } from "#components/ui/fingerprint.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { TrustedRoster } from "#components/sealing/trusted-roster.ts";
import { byOrganisation } from "#components/list/by-organisation.ts";
import type { Draft } from "./draft.ts";

interface ReaderNamesProps {
  readonly trusted: TrustedRoster;
  readonly draft: Draft;
}

/** Everybody who will hold a key packet, by organisation; and who is on the roster but cannot be encrypted to. */
export function ReaderNames({ trusted: { sealable, skipped }, draft }: ReaderNamesProps) {
  const organisations = byOrganisation(sealable);
  const people = countText(sealable.length, "person", "people");

  return (
    <div className="space-y-4">
      <Disclosure summary={`${people} of ${countText(organisations.length, "organisation")}`}>
        <ul className="space-y-3">
          {organisations.map(({ organisation, readers }) => (
            <li key={organisation}>
              <span className="font-medium">{organisation}</span>
              <ul className="text-sm">
                {readers.map(({ name, fingerprint }) => (
                  <li key={fingerprint} className="flex flex-wrap gap-x-3">
                    <span>{name}</span>
                    <span className="text-muted">
                      <Fingerprint value={fingerprint} />
                    </span>
                  </li>
                ))}
              </ul>
            </li>
          ))}
        </ul>
      </Disclosure>
      <p>{toYou(draft)}</p>
      {skipped.length === 0 ? null : (
        <Notice tone="advice" title="Some readers cannot be encrypted to now">
          <p>
            The certificates of {skipped.map(({ name, organisation }) => `${name} (${organisation})`).join(", ")} cannot
            be used. They get nothing, until somebody who can read the report grants it to them.
          </p>
        </Notice>
      )}
    </div>
  );
}

function toYou({ writing, certificate }: Draft): string {
  const keys = `the key in the receipt that you will get${certificate === null ? "" : ", and your own certificate"}`;
  return writing === "here"
    ? `And to you: ${keys}.`
    : `The server checks that your gpg has encrypted to exactly these. Title and software are encrypted here, to them and to ${keys}.`;
}
