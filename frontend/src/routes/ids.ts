import { notFound } from "@tanstack/react-router";

/** A UUID, or the pseudonym that a customer goes by. */
const id = /^([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{32})$/;

/** An address with anything but ids in the places of ids leads nowhere: nobody needs to ask the server. */
export function onlyIds(params: Readonly<Record<string, string>>): void {
  const ids = Object.entries(params).filter(([name]) => name.endsWith("Id"));
  if (!ids.every(([, value]) => id.test(value))) throw notFound();
}
