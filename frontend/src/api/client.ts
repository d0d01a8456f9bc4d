/** An operation of the contract, as the generated types describe it. */
export type TDataShape = { body?: unknown; headers?: unknown; path?: unknown; query?: unknown; url: string };

/** What a caller gives an operation: what its type names, headers of any name, and a way to stop waiting. */
// eslint-disable-next-line @typescript-eslint/no-unused-vars -- the generated code names all three
export type Options<Data extends TDataShape, _ThrowOnError extends boolean = boolean, _Answer = unknown> = Omit<
  Data,
  "url" | "headers"
> &
  Waiting & { headers?: Headers };

type Waiting = {
  signal?: AbortSignal | undefined;
  /** Goes on when the page is left. */
  keepalive?: boolean;
};

type Headers = Readonly<Record<string, string>>;

type OneOf<Bodies> = Bodies[keyof Bodies];

type Answered<Bodies, Problems> =
  | { data: OneOf<Bodies>; error?: undefined; response: Response }
  | { data?: undefined; error: OneOf<Problems>; response: Response }
  | { data?: undefined; error: unknown; response?: never };

type Sent = Waiting & {
  url: string;
  path?: unknown;
  query?: unknown;
  headers?: Headers;
  body?: unknown;
  /** Null: the body goes as it is. */
  bodySerializer?: null;
};

// eslint-disable-next-line @typescript-eslint/no-unused-vars, @typescript-eslint/no-unnecessary-type-parameters -- as above
type Method = <Bodies, Problems, _ThrowOnError extends boolean = false>(sent: Sent) => Promise<Answered<Bodies, Problems>>;

/**
 * What the generated operations call: as much of HTTP as the contract needs. It never throws; without an answer
 * `response` is absent and `error` says why.
 */
export const client = {
  get: method("GET"),
  post: method("POST"),
  put: method("PUT"),
  patch: method("PATCH"),
  delete: method("DELETE"),
};

export type Client = typeof client;

function method(name: string): Method {
  return async <Bodies, Problems>({ headers, body, bodySerializer, signal, keepalive = false, ...sent }: Sent) => {
    const raw = bodySerializer === null;
    try {
      const response = await fetch(address(sent), {
        method: name,
        // A type without a body would be a lie.
        headers: body === undefined ? without(headers, "Content-Type") : { ...headers },
        body: body === undefined ? null : raw ? (body as BodyInit) : JSON.stringify(body),
        signal: signal ?? null,
        keepalive,
      });
      const said = await read(response);
      return response.ok ? { data: said as OneOf<Bodies>, response } : { error: said as OneOf<Problems>, response };
    } catch (error) {
      return { error };
    }
  };
}

function address({ url, path, query }: Pick<Sent, "url" | "path" | "query">): string {
  const places = Object.entries(path ?? {});
  const filled = places.reduce((text, [name, value]) => text.replace(`{${name}}`, encodeURIComponent(String(value))), url);
  const asked = Object.entries(query ?? {}).filter(([, value]) => value !== undefined && value !== null);
  const search = new URLSearchParams(asked.map(([name, value]) => [name, String(value)])).toString();
  return search ? `${filled}?${search}` : filled;
}

const without = ({ ...headers }: Record<string, string> = {}, name: string) => {
  Reflect.deleteProperty(headers, name);
  return headers;
};

async function read(response: Response): Promise<unknown> {
  const text = await response.text();
  const json = response.headers.get("Content-Type")?.includes("json") ?? false;
  return json && text !== "" ? JSON.parse(text) : text;
}
