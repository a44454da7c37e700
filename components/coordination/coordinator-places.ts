import { memberPlaces } from "#components/member-key/member-places.ts";
import type { Place } from "#components/site/places.ts";

/** Where coordinators go: they are members too. */
export const coordinatorPlaces: readonly Place[] = [...memberPlaces, { href: "/coordination", label: "Coordination" }];
