import createNextIntlPlugin from "next-intl/plugin";

/** Of every answer. The policy of pages, which names a nonce, is made in proxy.ts. The microphone is for speaking a note: of our own pages only. */
const HEADERS = [
  { key: "x-content-type-options", value: "nosniff" },
  { key: "referrer-policy", value: "same-origin" },
  { key: "x-frame-options", value: "DENY" },
  { key: "cross-origin-opener-policy", value: "same-origin" },
  { key: "permissions-policy", value: "camera=(), microphone=(self), geolocation=(), payment=(), usb=()" },
];
const DATA_POLICY = "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

/** @type {import("next").NextConfig} */
const nextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  images: { unoptimized: true },
  // Types are a check of their own in the test command; a newcomer's first start need not wait for it.
  typescript: { ignoreBuildErrors: true },
  headers: async () => [
    { source: "/:path*", headers: HEADERS },
    { source: "/:path*", has: [{ type: "header", key: "x-forwarded-proto", value: "https" }], headers: [{ key: "strict-transport-security", value: "max-age=31536000; includeSubDomains" }] },
    { source: "/api/:path*", headers: [{ key: "content-security-policy", value: DATA_POLICY }] },
  ],
  outputFileTracingRoot: import.meta.dirname,
  turbopack: { root: import.meta.dirname },
};

export default createNextIntlPlugin("./lib/i18n/request.ts")(nextConfig);
