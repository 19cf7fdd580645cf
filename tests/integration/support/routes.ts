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
};

type Handler = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>;

/** Calls a route's own function with a request as the browser sends it: "POST app/api/.../route.ts". */
export async function callRoute(name: string, { params = {}, body, text, cookie, headers = {} }: RouteCall): Promise<Response> {
  const [method = "", file = ""] = name.split(" ");
  const exported = await import(path.join(ROOT, file)) as Record<string, Handler>;
  const handler = exported[method];
  if (!handler) throw new Error(`${name} does not exist`);
  const payload = text ?? (body === undefined ? undefined : JSON.stringify(body));
  const request = new Request("http://localhost:3000/api", {
    method, headers: { host: "localhost:3000", origin: "http://localhost:3000", ...(payload !== undefined && { "content-type": "application/json" }), ...(cookie && { cookie }), ...headers },
    ...(payload !== undefined && { body: payload }),
  });
  return handler(request, { params: Promise.resolve(params) });
}
