// examples.mjs SCHEMA FOLDER: type-checks every example against the schema with the reference implementation, and says what a client generated from it would have
// as the types of its variables and answers. Prints {"operations": n, "typed": n, "problems": []}.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, coerceInputValue, parse, typeFromAST, validateSchema } from 'graphql';
import { operationsOf, typed } from './typed.mjs';

const [schemaFile, folder] = process.argv.slice(2);
const schema = buildSchema(readFileSync(schemaFile, 'utf8'));
const problems = validateSchema(schema).map(error => `schema: ${error.message}`);
let operations = 0;
let fields = 0;

for (const file of readdirSync(folder).filter(name => name.endsWith('.graphql'))) {
  const document = parse(readFileSync(join(folder, file), 'utf8'));
  const { steps } = JSON.parse(readFileSync(join(folder, file.replace(/graphql$/, 'json')), 'utf8'));
  const checked = typed(schema, file, document);
  fields += checked.fields;
  problems.push(...checked.problems);

  const byName = new Map(operationsOf(document).map(one => [one.name.value, one]));
  for (const name of byName.keys())
    if (!steps.some(step => step.operation === name)) problems.push(`${file}: nobody plays ${name}`);
  for (const step of steps) {
    operations++;
    const operation = byName.get(step.operation);
    if (!operation) {
      problems.push(`${file}: there is no operation ${step.operation}`);
      continue;
    }
    const given = new Set(Object.keys(step.variables ?? {}));
    for (const variable of operation.variableDefinitions ?? []) {
      const key = variable.variable.name.value;
      const value = step.variables?.[key];
      given.delete(key);
      if (typeof value === 'string' && value.startsWith('$')) continue; // what an earlier operation was answered
      coerceInputValue(value, typeFromAST(schema, variable.type), (path, _, error) => problems.push(`${file}: ${step.operation}.${key}${path.join('.')}: ${error.message}`));
    }
    for (const key of given) problems.push(`${file}: ${step.operation} has no variable ${key}`);
  }
}

console.log(JSON.stringify({ operations, typed: fields, problems }));
