import type { ReactNode } from "react";
import { CodeBlock } from "#components/ui/code-block.tsx";

export interface GpgCommandsProps {
  /** Scheme, host and port of this portal, without a slash at the end. */
  readonly origin: string;
  /** `distros` or `linux-distros`, say. */
  readonly listName: string;
  /** A disclosure within the policy, for the example's facts. */
  readonly proposedAt: Date;
}

/** How to seal a report and send it with gpg and curl alone, step by step. */
export function GpgCommands({ origin, listName, proposedAt }: GpgCommandsProps) {
  return (
    <ol className="space-y-6">
      <Step words="Fetch the readers' certificates into a keyring of their own, so that no other key gets in between. Compare the fingerprints with those that you know.">
        <CodeBlock label="Fetch the roster" text={fetchRoster(origin, listName)} />
      </Step>
      <Step words="Write the report into a file, and encrypt it: the keyring above names every reader as a recipient. An exploit goes into a message of its own, because it may be published later.">
        <CodeBlock label="Encrypt the report" text={encryptReport} />
      </Step>
      <Step words="Answer the questions of the policy, with what is true of yours. This part is stored in clear, and it is all that the server learns of the content.">
        <CodeBlock label="Write facts.json" text={writeFacts(listName, proposedAt)} />
      </Step>
      <Step words="Send it. Leave out the exploit if there is none, and your certificate if you have none: replies can then be asked for, but not sealed to you. Sent twice with the same facts.json, it is stored once.">
        <CodeBlock label="Send the report" text={sendReport(origin)} />
      </Step>
      <Step words="The answer is JSON. It holds your receipt, which is shown this once; a refusal names the clause and how to mend it, and nothing is stored." />
    </ol>
  );
}

function Step({ words, children }: { readonly words: string; readonly children?: ReactNode }) {
  return (
    <li className="ml-5 list-decimal pl-1.5 marker:text-muted">
      <p className="max-w-prose">{words}</p>
      {children === undefined ? null : <div className="mt-3">{children}</div>}
    </li>
  );
}

function fetchRoster(origin: string, listName: string): string {
  return `export GNUPGHOME="$(mktemp -d)"
curl --fail --silent --show-error --output roster.asc ${origin}/lists/${listName}/roster.asc
gpg --import roster.asc
gpg --with-colons --show-keys roster.asc |
  awk -F: '$1 == "pub" { first = 1 } $1 == "fpr" && first { print "recipient", $10; first = 0 }' > "$GNUPGHOME/gpg.conf"`;
}

const encryptReport = `gpg --trust-model always --armor --output report.asc --encrypt report.txt
gpg --trust-model always --armor --output exploit.asc --encrypt exploit.txt`;

function writeFacts(listName: string, proposedAt: Date): string {
  return `cat > facts.json <<END
{
  "submissionId": "$(uuidgen 2> /dev/null || cat /proc/sys/kernel/random/uuid)",
  "answers": {
    "list": "${listName}",
    "isPublic": false,
    "isOpenSource": true,
    "cveIsOnlyWish": false,
    "severity": "high",
    "isLinuxOnly": false,
    "affectsKernel": false,
    "toldOthers": ["upstream"],
    "othersAnswer": "accepted",
    "fixIsPublic": false,
    "proposedDisclosureAt": "${proposedAt.toISOString()}",
    "hasExploit": true,
    "cveWish": "wants"
  }
}
END`;
}

function sendReport(origin: string): string {
  return `curl --form 'facts=@facts.json;type=application/json' \\
  --form 'report=@report.asc;type=application/pgp-encrypted' \\
  --form 'exploit=@exploit.asc;type=application/pgp-encrypted' \\
  --form 'certificate=@my-certificate.asc;type=application/pgp-keys' \\
  ${origin}/api/v1/reports`;
}
