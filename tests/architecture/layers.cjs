// The import rules as data, run by dependency-cruiser in the checks. No allow-list: a rule that does not fit is changed here, with the reason.
const no = (name, from, to) => ({ name, severity: "error", from: { path: from }, to: { path: to } });
module.exports = {
  forbidden: [
    no("domain-is-pure", "^lib/domain/", ["^(app|components)/", "^lib/(?!domain/)", "node_modules"]),
    no("schemas-know-domain-only", "^lib/schemas/", ["^(app|components)/", "^lib/(?!domain/|schemas/)"]),
    no("server-below-ui", "^lib/server/", ["^(app|components)/", "^lib/offline/"]),
    no("offline-is-browser-only", "^lib/offline/", ["^(app|components)/", "^lib/server/"]),
    no("components-never-touch-server", "^components/", ["^app/", "^lib/server/"]),
    {
      name: "only-data-touches-db",
      severity: "error",
      from: { path: "^(app|components|lib)/", pathNot: "^lib/server/(data/|access|db)" },
      to: { path: "^lib/server/(db|generated)" },
    },
    { name: "no-circular", severity: "error", from: {}, to: { circular: true } },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    doNotFollow: { path: "node_modules|lib/server/generated" },
    exclude: { path: "lib/server/generated/.*/" },
  },
};
