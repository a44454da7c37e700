"use client";

import { useState } from "react";
import { useReaderZone } from "./reader-zone.ts";
import { instantValue, readTyped, typeInstant, type TypedInstant } from "./typed-instant.ts";

/**
 * The typed text of an instant, kept in step with `value` (ISO 8601 text or ""). A value that comes from elsewhere,
 * such as a proposal that was accepted, is typed in for the person.
 */
export function useTypedInstant(value: string, onValueChange: (value: string) => void) {
  const readerZone = useReaderZone();
  const [known, setKnown] = useState(value);
  const [draft, setDraft] = useState<Omit<TypedInstant, "zone"> & { readonly zone: string | null }>(() =>
    value === "" ? { day: "", time: "", zone: null } : typeInstant(value, "UTC"),
  );
  const typed: TypedInstant = { ...draft, zone: draft.zone ?? readerZone ?? "UTC" };

  if (value !== known) {
    setKnown(value);
    setDraft({ ...typeInstant(value, typed.zone), zone: draft.zone });
  }

  function change(part: Partial<TypedInstant>) {
    const next = { ...typed, ...part };
    const nextValue = instantValue(readTyped(next));
    setDraft({ ...next, zone: part.zone ?? draft.zone });
    setKnown(nextValue);
    if (nextValue !== value) onValueChange(nextValue);
  }

  return { typed, readerZone, reading: readTyped(typed), change };
}
