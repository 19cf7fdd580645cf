import js from "@eslint/js";
import jsxA11y from "eslint-plugin-jsx-a11y";
import reactHooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";

export default tseslint.config(
  { ignores: ["node_modules/", "**/.next/", ".daymark/", "lib/server/generated/", "**/next-env.d.ts", "test-results/", "playwright-report/", ".stryker-tmp/", "reports/", "coverage/"] },
  js.configs.recommended,
  ...tseslint.configs.recommended,
  { files: ["**/*.{ts,tsx}"], languageOptions: { parserOptions: { projectService: true } }, rules: {
    "@typescript-eslint/no-floating-promises": "error",
    "@typescript-eslint/no-misused-promises": ["error", { checksVoidReturn: { attributes: false } }],
    "@typescript-eslint/switch-exhaustiveness-check": "error",
    "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
  } },
  { files: ["**/*.tsx"], plugins: { "jsx-a11y": jsxA11y, "react-hooks": reactHooks }, rules: {
    ...jsxA11y.flatConfigs.recommended.rules,
    ...reactHooks.configs.recommended.rules,
  } },
  // Playwright reads from this pattern which fixtures a fixture needs: none.
  { files: ["tests/e2e/**/*.ts"], rules: { "no-empty-pattern": ["error", { allowObjectPatternsAsParameters: true }] } },
  { files: ["**/*.{mjs,cjs,js}"], languageOptions: { globals: { process: "readonly", console: "readonly", module: "writable", require: "readonly", URL: "readonly", setTimeout: "readonly", clearTimeout: "readonly", setInterval: "readonly", clearInterval: "readonly", AbortController: "readonly", AbortSignal: "readonly", fetch: "readonly", Buffer: "readonly" } }, rules: { "@typescript-eslint/no-require-imports": "off" } },
);
