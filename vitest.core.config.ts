import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const alias = { "@": fileURLToPath(new URL(".", import.meta.url)).replace(/\/$/, "") };

/**
 * The clinical core and its tests alone: what `npm run coverage` measures and what `npm run mutation` runs against each mutant.
 * Properties, enumerations and cohorts stay out: they would run thousands of cases for each mutant, and would hide that no
 * test in the words of the document tells it from the original.
 */
export default defineConfig({
  resolve: { alias },
  test: {
    include: ["tests/unit/domain/{red-flags,relapse}/**/*.test.ts", "tests/clinical/vignettes.test.ts"],
    exclude: ["**/properties/**", "**/speed.test.ts"],
    isolate: false,
    env: { TZ: "Asia/Kathmandu" },
    coverage: {
      provider: "v8",
      include: ["lib/domain/{red-flags,relapse}/**/*.ts"],
      reporter: ["text", "json-summary"],
      thresholds: { branches: 100, functions: 100, lines: 100, statements: 100 },
    },
  },
});
