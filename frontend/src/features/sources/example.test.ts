import { expect, it } from "vitest";
import { curlExample } from "./example";

it("makes a request whose body is an event at the named touchpoint", () => {
  const command = curlExample("http://host/ingest/k", "whsec_x", "checkout", new Date("2026-11-02T09:30:00.123Z"));
  const body = /-d '(.*)'$/.exec(command)?.[1] ?? "";
  expect(JSON.parse(body)).toMatchObject({ touchpoint: "checkout", occurred_at: "2026-11-02T09:30:00Z" });
  expect(command).toContain('"Authorization: Bearer whsec_x"');
});
