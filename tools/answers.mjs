/**
 * Writes src/server/answers.gen.json: what each action answers, from the type its `run` gives, read by the TypeScript
 * compiler. Nobody writes a shape twice: the workbench has these types by `replies.ts`, programs by the interface
 * description. `npm run answers` after an answer has changed; a test compares.
 */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { SyntaxKind } from 'typescript/unstable/ast';
import { API } from 'typescript/unstable/sync';
import { typeSchemas } from './type-schema.mjs';

const ROOT = path.resolve(import.meta.dirname, '..');
export const ANSWERS = path.join(ROOT, 'src/server/answers.gen.json');
const REFER = '#/components/schemas/';

/** The file as it should stand, and why some answers are in no JSON: those that are files. */
export function makeAnswers() {
  const api = new API({ cwd: ROOT });
  try {
    const config = path.join(ROOT, 'tsconfig.json');
    const project = api.updateSnapshot({ openProjects: [config] }).getProject(config);
    const { checker, program } = project;
    const { schemaOf, finish } = typeSchemas(checker, REFER);
    const [answers, without] = [{}, {}];
    for (const file of program.getSourceFileNames().filter(isOurs).sort())
      for (const call of actionCalls(program.getSourceFile(file))) {
        const [, out] = checker.getTypeArguments(checker.getTypeAtLocation(call));
        for (const name of namesOf(call, checker))
          try {
            answers[name] = schemaOf(out, name);
          } catch (error) {
            without[name] = error.message.split('\n')[0];
          }
      }
    return { text: `${JSON.stringify(finish(answers), null, 1)}\n`, without };
  } finally {
    api.close();
  }
}

const isOurs = (file) =>
  file.startsWith(`${ROOT.replaceAll('\\', '/')}/src/`) && !/\.(test|fixture)\.ts$|\/fixture\.ts$/.test(file);

/** Calls of `action` and `query`, wherever they stand. */
function actionCalls(file) {
  const found = [];
  const look = (node) => {
    if (node.kind === SyntaxKind.CallExpression && ['action', 'query'].includes(node.expression.text)) found.push(node);
    node.forEachChild((child) => {
      look(child);
    });
  };
  look(file);
  return found;
}

/** `review.task.${verdict}` is as many names as there are verdicts. */
function namesOf(call, checker) {
  const { initializer } = call.arguments[0].properties.find(({ name }) => name.text === 'name');
  const words = (node) => {
    const type = checker.getTypeAtLocation(node);
    return (type.isUnionType() ? type.getTypes() : [type]).map(({ value }) => value);
  };
  if (initializer.kind !== SyntaxKind.TemplateExpression) return words(initializer);
  return initializer.templateSpans.reduce(
    (before, { expression, literal }) =>
      before.flatMap((one) => words(expression).map((word) => `${one}${word}${literal.text}`)),
    [initializer.head.text],
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { text, without } = makeAnswers();
  writeFileSync(ANSWERS, text);
  for (const [name, why] of Object.entries(without)) console.log(`${name} has no shape: ${why}`);
}
