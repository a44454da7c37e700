import type { DemoAlgorithm } from "./demo-key.ts";

/** A made-up person of the demo. */
export interface DemoPerson {
  readonly name: string;
  readonly address: string;
  readonly organisation: string;
  readonly listNames: readonly string[];
  readonly isCoordinator: boolean;
  readonly algorithm: DemoAlgorithm;
  readonly keyValidDays: number;
  /** Of their key, without a folder: the organisation and the first name, such as `debian-dora`. */
  readonly fileName: string;
}

/** How old every demo key is, in days. */
export const demoKeyAgeDays = 90;

const twoYearsDays = 730;
const soonDays = demoKeyAgeDays + 21;

const linuxOrganisations: Readonly<Record<string, readonly [string, string]>> = {
  "ALT Linux": ["Alma", "Anton"],
  "Amazon Linux AMI": ["Amira", "Axel"],
  "Arch Linux": ["Aurora", "Arlo"],
  "Chrome OS": ["Celia", "Cosmo"],
  CloudLinux: ["Clara", "Casper"],
  CoreOS: ["Cora", "Cyrus"],
  Debian: ["Dora", "Dario"],
  Gentoo: ["Greta", "Gus"],
  Openwall: ["Opal", "Otis"],
  Oracle: ["Odette", "Orson"],
  "Red Hat": ["Rosa", "Rufus"],
  Slackware: ["Selma", "Silas"],
  SUSE: ["Saskia", "Sven"],
  Ubuntu: ["Uma", "Ulric"],
  "Wind River": ["Wanda", "Walt"],
  "Independent volunteers": ["Iris", "Ivo"],
};

const bsdOrganisations: typeof linuxOrganisations = {
  FreeBSD: ["Flora", "Felix"],
  "NetBSD/pkgsrc": ["Nora", "Nils"],
};

/** RSA keys of several sizes among the Curve25519 ones, as on the real lists. Few, for each takes seconds to make. */
const rsaKeys: Readonly<Record<string, DemoAlgorithm>> = {
  Dora: "RSA 4096",
  Opal: "RSA 4096",
  Flora: "RSA 3072",
  Greta: "RSA 3072",
  Odette: "RSA 3072",
  Rosa: "RSA 3072",
  Saskia: "RSA 3072",
  Uma: "RSA 3072",
};

/** Everybody of the demo: the organisations of 2017 (L1), two invented people each, and one coordinator, who is first. */
export const demoPeople: readonly DemoPerson[] = [
  { ...person("Ada", "Coordination", ["distros", "linux-distros"]), isCoordinator: true },
  ...peopleOf(linuxOrganisations, ["distros", "linux-distros"]),
  ...peopleOf(bsdOrganisations, ["distros"]),
];

function peopleOf(organisations: typeof linuxOrganisations, listNames: readonly string[]): readonly DemoPerson[] {
  return Object.entries(organisations).flatMap(([organisation, firstNames]) =>
    firstNames.map((firstName) => person(firstName, organisation, listNames)),
  );
}

function person(firstName: string, organisation: string, listNames: readonly string[]): DemoPerson {
  return {
    name: `${firstName} Demo`,
    address: `${firstName.toLowerCase()}.demo@example.org`,
    organisation,
    listNames,
    isCoordinator: false,
    algorithm: rsaKeys[firstName] ?? "Curve25519",
    keyValidDays: firstName === "Walt" ? soonDays : twoYearsDays,
    fileName: `${organisation.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-")}-${firstName.toLowerCase()}`,
  };
}
