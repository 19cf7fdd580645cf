import { readFileSync } from "node:fs";
import ts from "typescript";

/**
 * The names of the tests in a file: the titles of their groups and their own, joined by " > ", as they stand in the source,
 * templates of `each` too. Skipped tests are left out, so that no control can lean on a test that never runs.
 */
export function testNames(file: string): Set<string> {
  const source = ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest, true, file.endsWith("x") ? ts.ScriptKind.TSX : ts.ScriptKind.TS);
  const names = new Set<string>();
  const visit = (node: ts.Node, groups: readonly string[]): void => {
    const kind = ts.isCallExpression(node) ? kindOf(node.expression) : null;
    const title = kind === null ? null : titleOf((node as ts.CallExpression).arguments[0], source);
    if (kind === "test" && title !== null) names.add([...groups, title].join(" > "));
    ts.forEachChild(node, (child) => visit(child, kind === "group" && title !== null ? [...groups, title] : groups));
  };
  visit(source, []);
  return names;
}

function titleOf(argument: ts.Expression | undefined, source: ts.SourceFile): string | null {
  if (!argument) return null;
  if (ts.isStringLiteralLike(argument)) return argument.text;
  return ts.isTemplateExpression(argument) ? argument.getText(source).slice(1, -1) : null;
}

/** `it(…)`, `test(…)`, `describe(…)`, `test.describe(…)`, and `….each(…)(…)` of them; no other member such as `it.skip`. */
function kindOf(callee: ts.Expression): "test" | "group" | null {
  if (ts.isIdentifier(callee)) return callee.text === "it" || callee.text === "test" ? "test" : callee.text === "describe" ? "group" : null;
  if (ts.isPropertyAccessExpression(callee)) return callee.getText() === "test.describe" ? "group" : null;
  if (ts.isCallExpression(callee) && ts.isPropertyAccessExpression(callee.expression) && callee.expression.name.text === "each") return kindOf(callee.expression.expression);
  return null;
}
