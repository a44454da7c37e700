import { isAnswer, type OrganisationStatusName } from "#lib/embargo/organisation-status.ts";
import { Badge } from "#components/ui/badge.tsx";
import { silenceWords, statusWords } from "./status-words.ts";

/** A status by word, icon and colour; silence by a dashed frame with nothing in it but the word. */
export function StatusMark({ status }: { readonly status: OrganisationStatusName }) {
  if (isAnswer(status)) {
    const { short, tone, icon } = statusWords(status);
    return (
      <Badge tone={tone} icon={icon}>
        {short}
      </Badge>
    );
  }
  return (
    <span className="inline-block rounded-sm border border-dashed border-line-strong px-1.5 py-0.5 text-sm leading-tight text-muted">
      {silenceWords[status]}
    </span>
  );
}
