/** The little we use of it; the package brings no types. */
declare module "autocannon" {
  type Raw = { method: string; path: string; headers?: Record<string, string>; body?: string };
  type Options = {
    url: string;
    connections: number;
    duration: number;
    requests: (Partial<Raw> & { setupRequest?: (request: Raw) => Raw })[];
  };
  type Result = { requests: { average: number; sent: number; total: number }; latency: { p50: number; p99: number }; non2xx: number; errors: number; timeouts: number };
  export default function autocannon(options: Options): Promise<Result>;
}
