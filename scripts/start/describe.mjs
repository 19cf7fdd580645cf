const LINE = "-".repeat(72);

/** The one block a person reads when everything is up. */
export function describe(settings, parts) {
  const database = parts.find(({ name }) => name === "database");
  const rows = [
    ["Daymark", settings.address],
    ...(settings.demo ? [
      ["Sign in", `${settings.address}/sign-in`],
      ["", "one tap each, made-up people: Patient, Caregiver, Clinician"],
      ...(settings.smtpUrl ? [] : [["Mail", `is not sent: ${settings.address}/demo-mailbox shows it`]]),
    ] : []),
    ["Data", database ? database.folder : "in the database of DATABASE_URL"],
    ["Secrets", settings.dataFolder],
    ...(settings.demo ? [["Logs", `${settings.dataFolder}/logs`]] : []),
    ...(settings.demo && !["127.0.0.1", "localhost", "::1"].includes(settings.host) ? [["Beware", "demo mode lets everybody who reaches this address sign in"]] : []),
    ["Stop", "Ctrl-C"],
  ];
  return ["", LINE, ...rows.map(([name, text]) => `  ${name.padEnd(9)} ${text}`), LINE].join("\n");
}
