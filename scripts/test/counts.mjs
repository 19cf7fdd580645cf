// Reads the reports of the test runners. A runner that wrote none, ran no test, or failed outside a test counts as one failure.
import { existsSync, readFileSync } from "node:fs";
import { complain } from "../start/say.mjs";

const readReport = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : null);

function judge({ passed, failed, skipped }, exitCode) {
  if (passed + failed === 0) {
    complain("No test ran.");
    return { passed: 0, failed: 1 };
  }
  if (skipped > 0) complain(`${skipped} skipped tests are counted as failed: a test is there to run.`);
  const counted = { passed, failed: failed + skipped };
  return exitCode !== 0 && counted.failed === 0 ? { passed, failed: 1 } : counted;
}

export function countVitest(file, exitCode) {
  const report = readReport(file);
  if (!report) return { passed: 0, failed: 1 };
  const brokenFiles = report.testResults.filter(({ status, assertionResults }) => status === "failed" && !assertionResults.some((test) => test.status === "failed")).length;
  return judge({ passed: report.numPassedTests, failed: report.numFailedTests + brokenFiles, skipped: report.numPendingTests + report.numTodoTests }, exitCode);
}

/** A flaky test passed only when tried again: that is a failure to look at. Skipped ones were left out for a project on purpose. */
export function countPlaywright(file, exitCode) {
  const report = readReport(file);
  if (!report) return { passed: 0, failed: 1 };
  const { expected, unexpected, flaky } = report.stats;
  return judge({ passed: expected, failed: unexpected + flaky + report.errors.length, skipped: 0 }, exitCode);
}
