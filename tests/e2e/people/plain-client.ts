import { query } from "./world";

type Sent = { json?: unknown; form?: Record<string, string>; headers?: Record<string, string> };

/**
 * Speaks plain HTTP with a running Daymark and keeps cookies as a browser does, but shows each of them and lets any be planted. What
 * a browser would add by itself (the origin) it adds too, unless told otherwise.
 */
export class PlainClient {
  readonly cookies = new Map<string, string>();
  /** every Set-Cookie line that came, oldest first */
  readonly setLines: string[] = [];

  /** @param address where it connects to. @param origin the address that people use */
  constructor(private readonly address: string, private readonly origin = address, private readonly network = anyNetwork()) {}

  async send(method: string, path: string, { json, form, headers = {} }: Sent = {}): Promise<Response> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const response = await fetch(`${this.address}${path}`, {
      method, redirect: "manual",
      headers: {
        "x-forwarded-for": this.network, ...(method !== "GET" && { origin: this.origin }), ...(cookie && { cookie }),
        ...(json !== undefined && { "content-type": "application/json" }), ...(form && { "content-type": "application/x-www-form-urlencoded" }), ...headers,
      },
      ...(json !== undefined && { body: JSON.stringify(json) }), ...(form && { body: new URLSearchParams(form).toString() }),
    });
    for (const line of response.headers.getSetCookie()) this.keep(line);
    return response;
  }

  /** The value of a cookie, whichever prefix it has. */
  cookie(name: "session" | "attempt" | "device" | "csrf" | "callback"): string | undefined {
    return this.cookies.get(`daymark.${name}`) ?? this.cookies.get(`__Host-daymark.${name}`);
  }

  /** Another browser with the same cookies. */
  copy(): PlainClient {
    const other = new PlainClient(this.address, this.origin);
    for (const [name, value] of this.cookies) other.cookies.set(name, value);
    return other;
  }

  /** Asks for a code, and reads it as the person does: in the mail. */
  async askForCode(email: string): Promise<string> {
    const asked = await this.send("POST", "/api/sign-in/code", { json: { email } });
    if (asked.status !== 202) throw new Error(`Asking for a code was answered with ${asked.status}`);
    return newestCode(email);
  }

  checkCode(code: string): Promise<Response> {
    return this.send("POST", "/api/sign-in/code/check", { json: { code } });
  }

  /** Turns what was passed into a session, as the page does. */
  async finish(callbackUrl = "/"): Promise<Response> {
    return this.postAuth("callback/attempt", callbackUrl);
  }

  async signIn(email: string): Promise<void> {
    const answer = await (await this.checkCode(await this.askForCode(email))).json() as { kind: string };
    if (answer.kind !== "done") throw new Error(`The code was answered with ${answer.kind}`);
    await this.finish();
    if (!this.cookie("session")) throw new Error("There is no session");
  }

  signOut(callbackUrl = "/"): Promise<Response> {
    return this.postAuth("signout", callbackUrl);
  }

  private async postAuth(path: string, callbackUrl: string): Promise<Response> {
    const { csrfToken } = await (await this.send("GET", "/api/auth/csrf")).json() as { csrfToken: string };
    return this.send("POST", `/api/auth/${path}`, { form: { csrfToken, json: "true", ...(callbackUrl && { callbackUrl }) } });
  }

  private keep(line: string): void {
    this.setLines.push(line);
    const [pair = "", ...attributes] = line.split(";").map((part) => part.trim());
    const name = pair.slice(0, pair.indexOf("="));
    const isGone = attributes.some((part) => /^max-age=0$/i.test(part) || (/^expires=/i.test(part) && new Date(part.slice(8)).getTime() < Date.now()));
    if (isGone) this.cookies.delete(name);
    else this.cookies.set(name, pair.slice(name.length + 1));
  }
}

/** The code of the newest mail to an address; the worker sends it within moments. */
export async function newestCode(email: string): Promise<string> {
  for (let tries = 0; tries < 150; tries += 1) {
    const [mail] = await query<{ text: string }>(`select m.text from local_mails m where m."to" = $1 and m.created_at >= (
      select max(created_at) from verification_tokens where email = $1) order by m.created_at desc limit 1`, [email]);
    const code = mail && /\b(\d{3})\s?(\d{3})\b/.exec(mail.text);
    if (code) return `${code[1]}${code[2]}`;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("No code came by mail");
}

/** A test comes from a network of its own, so that limits of another have no say. */
export function anyNetwork(): string {
  const part = () => Math.floor(Math.random() * 65_536).toString(16);
  return `2001:db8:${part()}:${part()}::1`;
}
