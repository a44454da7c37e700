"use client";

import { useEffect, useEffectEvent, type RefObject } from "react";
import { isTyping } from "./is-typing.ts";
import { commandOf, type KeyPlace, type ListCommand } from "./list-keys.ts";

export interface ListKeys {
  readonly hasSingleKeys: boolean;
  /** Around everything whose focus is a row's. */
  readonly rows: RefObject<HTMLElement | null>;
  readonly search: RefObject<HTMLInputElement | null>;
  readonly onCommand: (command: ListCommand) => void;
}

/** Hears the table's keys wherever the focus is on the page, but in no dialog and no other field. */
export function useListKeys({ hasSingleKeys, rows, search, onCommand }: ListKeys): void {
  const hear = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented) return;
    const command = commandOf(event, placeOf(event.target, rows.current, search.current), hasSingleKeys);
    if (command === null) return;
    event.preventDefault();
    onCommand(command);
  });

  useEffect(() => {
    document.addEventListener("keydown", hear);
    return () => {
      document.removeEventListener("keydown", hear);
    };
  }, []);
}

function placeOf(target: EventTarget | null, rows: HTMLElement | null, search: HTMLInputElement | null): KeyPlace {
  if (!(target instanceof Element)) return "elsewhere";
  if (target === search) return "search";
  if (isTyping(target)) return "typing";
  return rows?.contains(target) === true && target.closest("[data-report-link]") !== null ? "row" : "elsewhere";
}
