import { v7 } from "uuid";

/** One entry of a problem's `errors`: a JSON pointer into what was sent, and what is wrong there. */
export type ProblemError = { pointer?: string; code?: string; detail?: string };

/** An RFC 9457 answer of the API, as an error that can be thrown. `body` keeps members beyond the standard ones. */
export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly errors: readonly ProblemError[];
  readonly body: Record<string, unknown>;

  constructor(status: number, body: Record<string, unknown>) {
    super(typeof body.detail === "string" ? body.detail : typeof body.title === "string" ? body.title : `HTTP ${status}`);
    this.name = "Problem";
    this.status = status;
    this.code = typeof body.code === "string" ? body.code : "unknown";
    this.errors = Array.isArray(body.errors) ? (body.errors as ProblemError[]) : [];
    this.body = body;
  }
}

/** The request never got an answer: no network, or the server is gone. */
export class Unreachable extends Error {
  constructor(cause: unknown) {
    super("The server cannot be reached.", { cause });
    this.name = "Unreachable";
  }
}

type Answered<Body> = { data?: Body | undefined; error?: unknown; response?: Response | undefined };

/** Waits for a call of the generated client and gives its body; throws Problem or Unreachable. */
export async function answer<Body>(call: Promise<Answered<Body>>): Promise<Body> {
  const { data, error, response } = await call;
  if (!response) {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw new Unreachable(error);
  }
  if (!response.ok) throw new Problem(response.status, asRecord(error));
  return data as Body;
}

/** Headers of a write against the revision the caller has seen. */
export const ifMatch = (revision: number) => ({ "if-match": `"${revision}"` });

/** Headers that make a repeated request harmless. */
export const once = (key: string = v7()) => ({ "Idempotency-Key": key });

function asRecord(body: unknown): Record<string, unknown> {
  return typeof body === "object" && body !== null ? (body as Record<string, unknown>) : {};
}
