"use client";

import { useRouter } from "next/navigation";
import { useKeyWay } from "#components/member-key/use-key-way.ts";
import { RadioGroup } from "#components/ui/radio-group.tsx";
import { SignInHere } from "./sign-in-here.tsx";
import { SignInWithGpg } from "./sign-in-with-gpg.tsx";

const ways = [
  {
    value: "browser",
    label: "In this browser",
    hint: "Give it your private key, or unlock the one that is kept here. You can then read and answer in the page.",
  },
  {
    value: "gpg",
    label: "In a terminal, with gpg",
    hint: "For keys on a smartcard, or that shall never meet a browser.",
  },
];

/** The two ways to prove that one holds a member's key. */
export function SignInWays() {
  const router = useRouter();
  const [way, setWay] = useKeyWay();

  /** Within the page's life, so that what is unlocked here stays unlocked there. */
  function goOn() {
    router.replace("/reports");
    router.refresh();
  }

  return (
    <div className="max-w-prose space-y-8">
      <RadioGroup
        id="sign-in-way"
        name="way"
        legend="Where do you sign?"
        options={ways}
        value={way}
        onValueChange={setWay}
      />
      {way === "browser" ? <SignInHere onSignedIn={goOn} /> : <SignInWithGpg onSignedIn={goOn} />}
    </div>
  );
}
