import type { MetadataRoute } from "next";
import { getTexts } from "@/lib/i18n/texts";

/** What a phone needs to put Daymark on its home screen. */
export default async function manifest(): Promise<MetadataRoute.Manifest> {
  const { common } = await getTexts();
  return {
    id: "/",
    name: common.brand,
    short_name: common.brand,
    description: common.description,
    lang: "en-GB",
    dir: "ltr",
    start_url: "/today",
    scope: "/",
    display: "standalone",
    background_color: "#f7f4ee",
    theme_color: "#f7f4ee",
    categories: ["health", "medical"],
    icons: [
      { src: "/icons/icon.svg", sizes: "any", type: "image/svg+xml" },
      { src: "/icons/icon-192.png", sizes: "192x192", type: "image/png" },
      { src: "/icons/icon-512.png", sizes: "512x512", type: "image/png" },
      { src: "/icons/maskable-192.png", sizes: "192x192", type: "image/png", purpose: "maskable" },
      { src: "/icons/maskable-512.png", sizes: "512x512", type: "image/png", purpose: "maskable" },
    ],
  };
}
