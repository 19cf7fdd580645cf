/**
 * Where to go after signing in. Only a path of this site counts: anything a browser could read as another
 * place ("//evil", "/\evil", a tab or line end in the path) falls back to `fallback`.
 */
export function safeReturnTo(value: string | string[] | undefined, fallback = "/today"): string {
  if (typeof value !== "string" || value.length > 300) return fallback;
  if (!/^\/(?![/\\])[\x21-\x5b\x5d-\x7e]*$/.test(value)) return fallback;
  if (value.startsWith("/api/") || value.startsWith("/sign-in")) return fallback;
  return value;
}
