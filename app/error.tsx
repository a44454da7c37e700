"use client";

import { PublicFrame } from "#components/site/public-frame.tsx";
import { Button } from "#components/ui/button.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";

interface ErrorPageProps {
  readonly error: unknown;
  readonly retry: () => void;
}

/** Something broke on the way. The error's own words stay out of the page; its digest finds it in the log. */
export default function ErrorPage({ error, retry }: ErrorPageProps) {
  const digest = error instanceof Error && "digest" in error ? String(error.digest) : "";

  return (
    <PublicFrame>
      <title>Not possible just now · Fortnight</title>
      <PageHeader
        title="That did not work just now"
        lead="The fault is on our side. What you had already sent, and seen confirmed, is kept."
      />
      <div className="prose">
        <p>Wait a moment and try again. Trying again does not send anything twice.</p>
        {digest === "" ? null : (
          <p className="text-muted">
            If you write to a coordinator about it, mention <code>{digest}</code>.
          </p>
        )}
      </div>
      <p className="mt-6">
        <Button
          variant="primary"
          onClick={() => {
            retry();
          }}
        >
          Try again
        </Button>
      </p>
    </PublicFrame>
  );
}
