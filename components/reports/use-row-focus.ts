"use client";

import { useEffect, useRef, type RefObject } from "react";
import type { ListCommand } from "./list-keys.ts";
import { rowStep } from "./screen-pages.ts";

export interface RowFocus {
  readonly bodyRef: RefObject<HTMLElement | null>;
  /** The screen that is shown, from 0. */
  readonly page: number;
  readonly pageCount: number;
  readonly onPage: (page: number) => void;
}

type Move = Exclude<ListCommand, "search" | "keys">;

/** Moves the focus from row to row, over the edge of a screen to the next one; the focus itself says where one is. */
export function useRowFocus({ bodyRef, page, pageCount, onPage }: RowFocus): (move: Move) => void {
  const awaited = useRef<"first" | "last" | null>(null);

  useEffect(() => {
    const links = linksIn(bodyRef.current);
    if (awaited.current !== null) links.at(awaited.current === "first" ? 0 : -1)?.focus();
    awaited.current = null;
  }, [bodyRef, page]);

  return (move) => {
    const links = linksIn(bodyRef.current);
    const focused = links.findIndex((link) => link === document.activeElement);
    if (move === "open") {
      links[focused]?.click();
      return;
    }
    const step = rowStep(move, { focused: focused === -1 ? null : focused, rowCount: links.length, page, pageCount });
    if (step.kind === "focus") {
      links[step.index]?.focus();
    } else if (step.kind === "turn") {
      awaited.current = step.by === 1 ? "first" : "last";
      onPage(page + step.by);
    }
  };
}

function linksIn(body: HTMLElement | null): readonly HTMLAnchorElement[] {
  return [...(body?.querySelectorAll<HTMLAnchorElement>("[data-report-link]") ?? [])];
}
