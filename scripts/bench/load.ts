import autocannon from "autocannon";

export type Call = { method: "GET" | "POST"; path: string; headers: Record<string, string>; body?: string };

/**
 * Requests a second under load. Every request is made anew by `next`, so that ids never repeat.
 * @throws Error when any answer was not 2xx: a refusal is fast and would flatter the figure.
 */
export async function perSecond(url: string, next: () => Call, { connections = 10, seconds = 5 } = {}): Promise<number> {
  const result = await autocannon({ url, connections, duration: seconds, requests: [{ setupRequest: (request) => ({ ...request, ...next() }) }] });
  if (result.non2xx + result.errors + result.timeouts > 0) throw new Error(`${url}: ${result.non2xx} refusals, ${result.errors} errors, ${result.timeouts} timeouts`);
  return result.requests.average;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? Number.NaN;
}
