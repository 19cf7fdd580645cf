import path from "node:path";

const root = path.resolve(import.meta.dirname, "../../..");

/** The bare floors of the bench: an app of its own, so that no floor is ever part of the product. It shares the packages above it. */
export default { poweredByHeader: false, outputFileTracingRoot: root, turbopack: { root }, typescript: { ignoreBuildErrors: true } };
