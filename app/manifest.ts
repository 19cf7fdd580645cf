import type { MetadataRoute } from "next";
import { messages } from "@/lib/i18n/messages";

/** What a phone needs to put Daymark on its home screen. Made at build time, when no setting is known: its texts are the same in a plain diary. */
export default function manifest(): MetadataRoute.Manifest {
  const { common } = messages;
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
