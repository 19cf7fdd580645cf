/** Mutation testing of the clinical core: `npm run mutation`. Figures: docs/safety/mutation.md. */
export default {
  testRunner: "vitest",
  vitest: { configFile: "vitest.core.config.ts", related: false },
  mutate: ["lib/domain/red-flags/**/*.ts", "lib/domain/relapse/**/*.ts"],
  ignorePatterns: ["/app", "/components", "/public", "/docs/images", "/prisma", "/tests/e2e", "/tests/integration", "/.next", "/.daymark", "/coverage"],
  coverageAnalysis: "perTest",
  concurrency: 2,
  incremental: true,
  incrementalFile: "reports/mutation/incremental.json",
  tempDirName: ".stryker-tmp",
  reporters: ["clear-text", "json", "html"],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  jsonReporter: { fileName: "reports/mutation/mutation.json" },
  htmlReporter: { fileName: "reports/mutation/mutation.html" },
  thresholds: { high: 95, low: 95, break: null },
};
