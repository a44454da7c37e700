"use client";

import { useState } from "react";
import type { ReportPage } from "#lib/schema/report-page.ts";
import { KeysDialog } from "#components/reports/keys-dialog.tsx";
import { useSingleKeys } from "#components/reports/single-keys.ts";
import { JumpLink } from "#components/step/jump-link.tsx";
import { Button } from "#components/ui/button.tsx";
import { Kbd } from "#components/ui/kbd.tsx";
import { VisuallyHidden } from "#components/ui/visually-hidden.tsx";
import { pageSections } from "./sections.ts";
import { useSectionKeys } from "./use-section-keys.ts";

/** The parts of a report's page: each one click or one key away, and unfolded on the way. */
export function ContentsList({ page }: { readonly page: ReportPage }) {
  const [areKeysShown, setKeysShown] = useState(false);
  const hasSingleKeys = useSingleKeys();
  const sections = pageSections(page);
  useSectionKeys(sections, hasSingleKeys);

  return (
    <nav aria-label="On this page" className="text-sm">
      <ul className="flex flex-wrap gap-x-5 gap-y-0.5 lg:block">
        {sections.map(({ id, label, key, count }) => (
          <li key={id}>
            <JumpLink
              to={id}
              shortcut={hasSingleKeys ? key : undefined}
              className="flex min-h-7 items-center gap-1.5 text-muted no-underline hover:text-ink hover:underline"
            >
              {label}
              {count === 0 ? null : (
                <span className="font-medium text-ink">
                  {count}
                  <VisuallyHidden> open</VisuallyHidden>
                </span>
              )}
              {hasSingleKeys ? (
                <span aria-hidden="true" className="ml-auto text-xs max-lg:hidden">
                  <Kbd>{key}</Kbd>
                </span>
              ) : null}
            </JumpLink>
          </li>
        ))}
      </ul>
      <Button
        variant="quiet"
        size="small"
        className="mt-2 -ml-2.5 max-lg:hidden"
        onClick={() => {
          setKeysShown(true);
        }}
      >
        Keys of this page
      </Button>
      <KeysDialog
        rows={sections.map(({ key, label }) => ({ keys: [key], what: label, single: true }))}
        where="on this page, in no field"
        open={areKeysShown}
        onOpenChange={setKeysShown}
      />
    </nav>
  );
}
