import type { MetadataRoute } from "next";

/** Only what anyone may read is open to search engines; the signed-in pages say noindex themselves as well. */
export default function robots(): MetadataRoute.Robots {
  return { rules: { userAgent: "*", allow: ["/$", "/sign-in$", "/help$", "/safety$", "/icons/", "/_next/static/"], disallow: "/" } };
}
