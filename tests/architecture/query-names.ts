import { readFileSync } from "node:fs";
import ts from "typescript";

/**
 * The names that a page reads from the query of its address: what is taken out of `searchParams`, directly or from its place in a
 * `Promise.all`. A page that uses it in another way yields "?", so that nothing is read unseen.
 */
export function queryNames(file: string): string[] {
  const source = ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const names: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) && node.text === "searchParams" && isUse(node)) names.push(...namesTakenFrom(node));
    ts.forEachChild(node, visit);
  };
  visit(source);
  return names;
}

/** Not its declaration as a property or a parameter. */
const isUse = (node: ts.Identifier) => !ts.isPropertySignature(node.parent) && !ts.isBindingElement(node.parent);

function namesTakenFrom(use: ts.Identifier): string[] {
  const { parent } = use;
  if (ts.isAwaitExpression(parent) && ts.isVariableDeclaration(parent.parent)) return namesIn(parent.parent.name);
  if (ts.isArrayLiteralExpression(parent)) {
    const declaration = ts.findAncestor(parent, ts.isVariableDeclaration);
    const place = declaration && ts.isArrayBindingPattern(declaration.name) ? declaration.name.elements[parent.elements.indexOf(use)] : undefined;
    if (place && ts.isBindingElement(place)) return namesIn(place.name);
  }
  return ["?"];
}

function namesIn(name: ts.BindingName): string[] {
  if (!ts.isObjectBindingPattern(name)) return ["?"];
  return name.elements.map((element) => (element.dotDotDotToken ? "?" : (element.propertyName ?? element.name).getText()));
}
