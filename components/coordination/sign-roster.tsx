"use client";

import { useState } from "react";
import { CodeBlock } from "#components/ui/code-block.tsx";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { RadioGroup } from "#components/ui/radio-group.tsx";
import { RosterChanges } from "./roster-changes.tsx";
import type { SignRosterProps } from "./roster-to-sign.ts";
import { SignRosterHere } from "./sign-roster-here.tsx";
import { SignRosterWithGpg } from "./sign-roster-with-gpg.tsx";

const ways = [
  { value: "here", label: "In this browser, with the key that is unlocked here" },
  { value: "gpg", label: "In a terminal, with gpg" },
];

/** What the next roster changes, its text, and the two ways to sign and publish it. */
export function SignRoster({ roster, publishing }: SignRosterProps) {
  const [way, setWay] = useState("here");
  const { listName, version, text } = roster;
  const id = `sign-${listName}`;

  return (
    <div className="space-y-6">
      <RosterChanges listName={listName} text={text} />
      <Disclosure summary="The text that you sign">
        <CodeBlock label={`Roster of ${listName}, version ${String(version)}`} text={text} room="half the screen" />
      </Disclosure>
      <RadioGroup id={id} name={id} legend="Where do you sign?" options={ways} value={way} onValueChange={setWay} />
      {way === "here" ? (
        <SignRosterHere roster={roster} publishing={publishing} />
      ) : (
        <SignRosterWithGpg roster={roster} publishing={publishing} />
      )}
    </div>
  );
}
