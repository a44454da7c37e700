"use client";

import type { Finding, Mend } from "#lib/policy/finding.ts";
import { Button } from "#components/ui/button.tsx";
import { utcInstantText } from "#components/ui/instant-text.ts";
import { LinkButton } from "#components/ui/link-button.tsx";
import { isDraftField } from "./draft.ts";
import { focusControl } from "./focus-control.ts";
import { useReportForm } from "./form-context.ts";

interface MendActionProps {
  readonly finding: Finding;
  readonly mend: Mend;
}

/** The way out of a finding as one press: the value to put into the field, or the place to go instead. */
export function MendAction({ finding, mend }: MendActionProps) {
  const { change } = useReportForm();

  function put(value: string) {
    const { field } = finding.problem;
    if (!isDraftField(field)) return;
    focusControl(field, value);
    change({ [field]: value });
  }

  switch (mend.kind) {
    case "use-instant":
      return (
        <Button
          size="small"
          onClick={() => {
            put(mend.instant.toISOString());
          }}
        >
          Use {utcInstantText(mend.instant)}
        </Button>
      );
    case "choose-list":
      return (
        <Button
          size="small"
          onClick={() => {
            put(mend.list);
          }}
        >
          Choose {mend.list}
        </Button>
      );
    case "post-publicly":
      return (
        <LinkButton size="small" icon="leave" href={mend.href} target="_blank" rel="noopener noreferrer">
          Go to {mend.name}
        </LinkButton>
      );
  }
}
