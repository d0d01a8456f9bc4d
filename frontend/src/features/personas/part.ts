import type { Persona } from "@/api/personas";

/** What every part of the page works on: the persona as written here, and how to change it. */
export type PartProps = { persona: Persona; edit: (set: Partial<Persona>) => void; readOnly: boolean };
