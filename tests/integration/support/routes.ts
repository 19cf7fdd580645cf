import { globSync } from "node:fs";
import path from "node:path";

const ROOT = path.join(import.meta.dirname, "../../..");
export const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const;

export type RouteCall = {
  params?: Record<string, string>;
  /** sent as JSON */
  body?: unknown;
  /** sent as it is, instead of `body` */
  text?: string | Uint8Array<ArrayBuffer>;
  cookie?: string | null;
  headers?: Record<string, string>;
  /** after the "?" */
  query?: string;
  /** as an old browser sends it; `headers` may name Sec-Fetch-Site */
  withoutOrigin?: boolean;
};

type Handler = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>;

/** Every method of every route that holds something of people, as "POST app/api/.../route.ts". */
export async function listRoutes(): Promise<string[]> {
  const found: string[] = [];
  for (const file of globSync("app/api/**/route.ts", { cwd: ROOT })) { // manifest, icons and the service worker hold nothing of people
    const exported = await import(path.join(ROOT, file)) as Record<string, unknown>;
    found.push(...METHODS.filter((method) => method in exported).map((method) => `${method} ${file}`));
  }
  return found.sort();
}

/** Calls a route's own function with a request as the browser sends it: "POST app/api/.../route.ts". */
export async function callRoute(name: string, { params = {}, body, text, cookie, headers = {}, query = "", withoutOrigin = false }: RouteCall): Promise<Response> {
  const [method = "", file = ""] = name.split(" ");
  const exported = await import(path.join(ROOT, file)) as Record<string, Handler>;
  const handler = exported[method];
  if (!handler) throw new Error(`${name} does not exist`);
  const payload = text ?? (body === undefined ? undefined : JSON.stringify(body));
  const request = new Request(`http://localhost:3000/api${query && `?${query}`}`, {
    method, headers: { host: "localhost:3000", origin: "http://localhost:3000", ...(payload !== undefined && { "content-type": "application/json" }), ...(cookie && { cookie }), ...headers },
    ...(payload !== undefined && { body: payload }),
  });
  if (withoutOrigin) request.headers.delete("origin");
  return handler(request, { params: Promise.resolve(params) });
}
