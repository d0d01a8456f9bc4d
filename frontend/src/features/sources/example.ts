/** A request that works when pasted into a terminal: one event, and an answer that says what became of it. */
export function curlExample(url: string, secret: string, touchpointKey: string, now: Date = new Date()): string {
  const event = {
    id: "example-1",
    touchpoint: touchpointKey,
    customer: "customer-1",
    occurred_at: now.toISOString().replace(/\.\d+Z$/, "Z"),
    score: { value: 4, scale: "csat5" },
  };
  return [
    `curl ${url} \\`,
    `  -H "Authorization: Bearer ${secret}" \\`,
    `  -H "Content-Type: application/json" \\`,
    `  -H "Prefer: wait=5" \\`,
    `  -d '${JSON.stringify(event)}'`,
  ].join("\n");
}
