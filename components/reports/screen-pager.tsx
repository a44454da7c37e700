"use client";

import type { ReactNode } from "react";
import { Button } from "#components/ui/button.tsx";

export interface ScreenPagerProps {
  readonly position: string;
  /** From 0. */
  readonly page: number;
  readonly pageCount: number;
  readonly onPage: (page: number) => void;
  /** Further buttons. */
  readonly children: ReactNode;
}

/** Which of the rows are on the screen, said when it changes, and ways to the others. */
export function ScreenPager({ position, page, pageCount, onPage, children }: ScreenPagerProps) {
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line pb-2 text-sm">
      <p role="status" className="mr-auto text-muted tabular-nums">
        {position}
      </p>
      {children}
      {pageCount === 1 ? null : (
        <>
          <Button
            size="small"
            icon="back"
            disabled={page === 0}
            onClick={() => {
              onPage(page - 1);
            }}
          >
            Previous
          </Button>
          <Button
            size="small"
            icon="forward"
            disabled={page === pageCount - 1}
            onClick={() => {
              onPage(page + 1);
            }}
          >
            Next
          </Button>
        </>
      )}
    </div>
  );
}
