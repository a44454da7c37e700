import { Badge } from "#components/ui/badge.tsx";
import { Fingerprint } from "#components/ui/fingerprint.tsx";
import { Instant } from "#components/ui/instant.tsx";
import type { CoordinationAction } from "./form-state.ts";
import { RemovePerson } from "./remove-person.tsx";
import { ReplaceCertificate } from "./replace-certificate.tsx";

export interface ShownPerson {
  readonly id: string;
  readonly name: string;
  readonly isCoordinator: boolean;
  readonly listNames: readonly string[];
  readonly standing: "valid" | "expires-soon" | "expired" | "missing";
  readonly certificate: {
    readonly fingerprint: string;
    readonly algorithm: string;
    readonly expiresAt: Date | null;
  } | null;
}

export interface PersonRowProps {
  readonly person: ShownPerson;
  readonly remove: CoordinationAction;
  readonly replace: CoordinationAction;
  readonly now: Date;
}

/** One person: what they read, with which certificate, and what a coordinator can change. */
export function PersonRow({ person, remove, replace, now }: PersonRowProps) {
  const { id, name, isCoordinator, listNames, certificate } = person;
  return (
    <li className="flex flex-wrap items-start gap-2 py-4">
      <div className="min-w-0 grow basis-72 space-y-1">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <span className="font-medium">{name}</span>
          {isCoordinator ? <Badge tone="note">coordinator</Badge> : null}
          <span className="text-sm text-muted">
            {listNames.length === 0 ? "reads no list" : `reads ${listNames.join(" and ")}`}
          </span>
        </p>
        {certificate === null ? null : (
          <p className="text-sm text-muted">
            <Fingerprint value={certificate.fingerprint} />
          </p>
        )}
        <CertificateLine person={person} />
      </div>
      <ReplaceCertificate memberId={id} name={name} isCoordinator={isCoordinator} replace={replace} now={now} />
      <RemovePerson memberId={id} name={name} isCoordinator={isCoordinator} remove={remove} />
    </li>
  );
}

function CertificateLine({ person: { certificate, standing } }: { readonly person: ShownPerson }) {
  if (certificate === null) return <Badge tone="refusal">no certificate</Badge>;
  const { algorithm, expiresAt } = certificate;
  return (
    <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-muted">
      <span>
        {algorithm},{" "}
        {expiresAt === null ? (
          "never expires"
        ) : (
          <>
            {standing === "expired" ? "expired" : "expires"} <Instant at={expiresAt} />
          </>
        )}
      </span>
      {standing === "expired" ? <Badge tone="refusal">cannot be sealed to</Badge> : null}
      {standing === "expires-soon" ? <Badge tone="advice">expires soon</Badge> : null}
    </p>
  );
}
