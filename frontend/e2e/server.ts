import { execFile, spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";

const root = resolve(import.meta.dirname, "../..");
const python = process.env.WAYMARK_PYTHON ?? join(root, ".venv/bin/python");
const startTimeoutMs = 90_000;
const run = promisify(execFile);

/** A Waymark of its own: empty data directory, demo workspace, API and built web app on one free port. */
export type Server = {
  url: string;
  /** A fresh one-time link that signs the owner in. */
  newLink: () => Promise<string>;
  /** Changes the database behind the server's back: for what takes hours to come about. */
  alter: (statement: string, ...values: string[]) => Promise<void>;
  stop: () => Promise<void>;
};

const altering = `
import sqlite3, sys
with sqlite3.connect(sys.argv[1], timeout=20) as database:
    assert database.execute(sys.argv[2], sys.argv[3:]).rowcount > 0
`;

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((done) => probe.listen(0, "127.0.0.1", done));
  const address = probe.address();
  await new Promise((done) => probe.close(done));
  if (address === null || typeof address === "string") throw new Error("no free port");
  return address.port;
}

function firstLink(child: ChildProcess): Promise<string> {
  return new Promise((done, fail) => {
    let said = "";
    const timer = setTimeout(() => fail(new Error(`The server did not start:\n${said}`)), startTimeoutMs);
    const listen = (chunk: Buffer) => {
      said += chunk.toString();
      const link = /https?:\/\/\S+\/welcome#\S+/.exec(said)?.[0];
      if (!link) return;
      clearTimeout(timer);
      done(link);
    };
    child.stdout?.on("data", listen);
    child.stderr?.on("data", listen);
    child.once("exit", (code) => fail(new Error(`The server ended with ${code}:\n${said}`)));
  });
}

async function untilReady(url: string): Promise<void> {
  const deadline = Date.now() + startTimeoutMs;
  while (Date.now() < deadline) {
    const ready = await fetch(`${url}/readyz`).then((answer) => answer.ok).catch(() => false);
    if (ready) return;
    await new Promise((done) => setTimeout(done, 200));
  }
  throw new Error("The server never became ready.");
}

export async function startServer(): Promise<Server> {
  const data = await mkdtemp(join(tmpdir(), "waymark-e2e-"));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const env = {
    ...process.env,
    WAYMARK_DATA_DIR: data,
    WAYMARK_WEB_DIR: process.env.WAYMARK_WEB_DIR ?? join(root, "frontend/dist"),
    WAYMARK_PUBLIC_URL: url,
    WAYMARK_DATABASE_URL: "",
    WAYMARK_PORT: String(port),
  };
  const child = spawn(python, ["-m", "waymark", "start"], { env, cwd: data });
  await firstLink(child);
  await untilReady(url);
  return {
    url,
    newLink: async () => {
      const { stdout } = await run(python, ["-m", "waymark", "link"], { env, cwd: data });
      const link = /https?:\/\/\S+\/welcome#\S+/.exec(stdout)?.[0];
      if (!link) throw new Error(`No link in: ${stdout}`);
      return link;
    },
    alter: async (statement, ...values) => {
      await run(python, ["-c", altering, join(data, "waymark.db"), statement, ...values]);
    },
    stop: async () => {
      const gone = new Promise((done) => child.once("exit", done));
      child.kill("SIGTERM");
      await gone;
      await rm(data, { recursive: true, force: true });
    },
  };
}
