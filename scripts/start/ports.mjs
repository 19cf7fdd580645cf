import { createServer } from "node:net";
import { StartError } from "./say.mjs";

const listen = (port, host) =>
  new Promise((resolve) => {
    const server = createServer();
    server.once("error", (error) => resolve({ error: error.code }));
    server.listen({ port, host, exclusive: true }, () => {
      const taken = server.address().port;
      server.close(() => resolve({ port: taken }));
    });
  });

/** A loopback port nobody listens on at this moment. */
export async function findFreePort() {
  return (await listen(0, "127.0.0.1")).port;
}

/**
 * Stops the start when the web server could not listen. `localhost` may mean either loopback address, so both are tried:
 * another program on ::1 would answer instead of Daymark.
 */
export async function requireFreePort(port, host) {
  const loopback = host === "127.0.0.1" || host === "localhost";
  for (const candidate of loopback ? ["127.0.0.1", "::1"] : [host]) {
    const { error } = await listen(port, candidate);
    if (error === "EADDRINUSE") {
      throw new StartError(`Port ${port} is already in use by another program: stop it, or choose another port with PORT=${port === 65535 ? 3000 : port + 1} npm start.`);
    }
    if (error === "EACCES") throw new StartError(`Port ${port} may not be used by this account: choose one above 1023 with PORT=3000 npm start.`);
    if (error && !(candidate === "::1" && loopback)) throw new StartError(`HOST is "${host}", which is not an address of this machine (${error}): use 127.0.0.1 or 0.0.0.0.`);
  }
}
