import "server-only";
import { v7 as uuidv7 } from "uuid";
import type { z } from "zod";
import type { Asker, Viewer } from "@/lib/domain/sharing/viewer";
import { fieldErrors } from "@/lib/schemas/fields";
import { MEANT_FOR } from "@/lib/schemas/meant-for";
import { ConfirmFirstError, ConflictError, ConsentMissingError, InvalidError, NotFoundError, OtherAccountError, SessionEndedError, TooManyError } from "@/lib/server/errors";
import { limitChanges, limitFiles } from "@/lib/server/limits";
import { describeError, log } from "@/lib/server/log";
import { isForeign } from "@/lib/server/own-origin";
import { readJson } from "@/lib/server/read-json";
import { findLeaverOf, findSessionOf, findViewerOf } from "@/lib/server/request-viewer";

type RouteContext = { params: Promise<Record<string, string | string[] | undefined>> };
type Handler = (request: Request, context: RouteContext) => Promise<Response>;

type Shape<P extends z.ZodType, B extends z.ZodType> = {
  params?: P;
  /** without it the route takes no body */
  body?: B;
  /** answers to alerts are never limited, nor are check-ins: nothing may lock a person out of logging */
  limit?: "none";
  /** also for someone who is leaving: taking the data along, and coming back. Every other route does not know them */
  leavers?: "too";
  /** a whole file as the body: as many bytes, and counted apart */
  fileBytes?: number;
};

const SAFE_METHODS = ["GET", "HEAD"];

/**
 * Wraps a route for a signed-in person: origin, content type, viewer, limit, size, params and body, in this order; then `work`,
 * whose value is the JSON answer (204 for undefined; a Response stays as it is). Whether the viewer may do it is decided in the data function, not here.
 */
export function handle<P extends z.ZodType, B extends z.ZodType, T>(
  { params, body, limit, leavers, fileBytes }: Shape<P, B>, work: (viewer: Viewer, params: z.output<P>, body: z.output<B>) => Promise<T>,
): Handler {
  return answering(async (request, context) => {
    const refused = refuseForeign(request, body !== undefined);
    if (refused) return refused;
    const viewer = await findViewerOf(request) ?? (leavers ? await findLeaverOf(request) : null);
    if (!viewer) throw new SessionEndedError();
    const meantFor = request.headers.get(MEANT_FOR);
    if (meantFor && meantFor !== viewer.userId) throw new OtherAccountError();
    if (!SAFE_METHODS.includes(request.method) && limit !== "none") await limitChanges(viewer);
    if (fileBytes) await limitFiles(viewer);
    const parsedParams = params?.safeParse(await context.params);
    if (parsedParams && !parsedParams.success) throw new NotFoundError(); // an id that cannot be is like one that is not there
    const parsedBody = body && await parseBody(request, body, fileBytes);
    return parsedBody instanceof Response ? parsedBody : success(await work(viewer, parsedParams?.data as z.output<P>, parsedBody as z.output<B>));
  });
}

/**
 * The same for a route whose `work` looks the session up itself, in its first statement: it throws `SessionEndedError`. Nothing is
 * read from someone without a valid cookie; and before anything else is refused, whether the session still lives is asked as ever.
 */
export function handleBySession<P extends z.ZodType, B extends z.ZodType, T>(
  { params, body }: { params: P; body: B }, work: (asker: Asker, params: z.output<P>, body: z.output<B>) => Promise<T>,
): Handler {
  return answering(async (request, context) => {
    const refused = refuseForeign(request, true);
    if (refused) return refused;
    const asker = await findSessionOf(request);
    if (!asker) throw new SessionEndedError();
    const parsedParams = params.safeParse(await context.params);
    const parsedBody = parsedParams.success ? await parseBody(request, body) : null;
    if (parsedParams.success && !(parsedBody instanceof Response)) return success(await work({ ...asker, meantFor: request.headers.get(MEANT_FOR) }, parsedParams.data, parsedBody as z.output<B>));
    if (!(await findViewerOf(request))) throw new SessionEndedError();
    if (parsedBody instanceof Response) return parsedBody;
    throw new NotFoundError();
  });
}

/** A value with cookies that the answer sets; `cookies` are whole `Set-Cookie` lines. */
export class WithCookies {
  constructor(readonly value: unknown, readonly cookies: readonly string[]) {}
}

/** The same for a route that anyone may call, before there is a viewer. */
export function handlePublic<B extends z.ZodType, T>({ body }: { body?: B }, work: (request: Request, body: z.output<B>) => Promise<T>, status = 200): Handler {
  return answering(async (request) => {
    const refused = refuseForeign(request, body !== undefined);
    if (refused) return refused;
    const parsedBody = body && await parseBody(request, body);
    return parsedBody instanceof Response ? parsedBody : success(await work(request, parsedBody as z.output<B>), status);
  });
}

/** Turns errors into answers. An unexpected one is logged under a reference, without what the person wrote. */
function answering(respond: Handler): Handler {
  return async (request, context) => {
    try {
      return await respond(request, context);
    } catch (error) {
      if (error instanceof SessionEndedError) return failure(401, "session-ended");
      if (error instanceof NotFoundError) return failure(404, "not-found");
      if (error instanceof OtherAccountError) return failure(409, "other-account");
      if (error instanceof ConfirmFirstError) return failure(403, "confirm-first");
      if (error instanceof ConsentMissingError) return failure(403, "consent-missing");
      if (error instanceof ConflictError) return failure(409, "conflict");
      if (error instanceof InvalidError) return failure(400, "invalid", { fields: error.fields });
      if (error instanceof TooManyError) return failure(429, "too-many", {}, { "retry-after": String(error.retryAfterSeconds) });
      const reference = uuidv7();
      log.error("A route failed", { reference, method: request.method, status: 500, ...describeError(error) });
      return failure(500, "unexpected", { reference });
    }
  };
}

function refuseForeign(request: Request, hasBody: boolean): Response | null {
  if (!SAFE_METHODS.includes(request.method) && isForeign(request)) return failure(403, "foreign-origin");
  if (hasBody && request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase() !== "application/json") {
    return failure(415, "not-json-type");
  }
  return null;
}

async function parseBody<B extends z.ZodType>(request: Request, schema: B, most?: number): Promise<z.output<B> | Response> {
  const body = await readJson(request, most);
  if (body.kind === "too-large") return failure(413, "too-large");
  if (body.kind === "not-json") return failure(400, "invalid", { fields: { body: "body.notJson" } });
  const parsed = schema.safeParse(body.value);
  return parsed.success ? parsed.data : failure(400, "invalid", { fields: fieldErrors(parsed.error) });
}

const HEADERS = { "cache-control": "no-store" };

function success(value: unknown, status = 200): Response {
  if (value instanceof WithCookies) {
    const answer = success(value.value, status);
    for (const cookie of value.cookies) answer.headers.append("set-cookie", cookie);
    return answer;
  }
  if (value instanceof Response) return value; // a file has headers of its own
  return value === undefined ? new Response(null, { status: 204, headers: HEADERS }) : Response.json(value, { status, headers: HEADERS });
}

/** `{ error: { code, fields?, reference? } }`: the shape of every refusal. */
function failure(status: number, code: string, more: { fields?: Record<string, string>; reference?: string } = {}, headers = {}): Response {
  return Response.json({ error: { code, ...more } }, { status, headers: { ...HEADERS, ...headers } });
}
