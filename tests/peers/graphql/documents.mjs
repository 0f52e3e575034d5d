// documents.mjs SCHEMA FOLDER: type-checks every .graphql below the folder against the schema with the reference implementation.
// Prints {"operations": ["file name", …], "typed": n, "problems": []}.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, parse, validateSchema } from 'graphql';
import { operationsOf, typed } from './typed.mjs';

const [schemaFile, folder] = process.argv.slice(2);
const schema = buildSchema(readFileSync(schemaFile, 'utf8'));
const problems = validateSchema(schema).map(error => `schema: ${error.message}`);
const operations = [];
let fields = 0;

for (const file of readdirSync(folder, { recursive: true }).filter(name => name.endsWith('.graphql'))) {
  const document = parse(readFileSync(join(folder, file), 'utf8'));
  const checked = typed(schema, file, document);
  fields += checked.fields;
  problems.push(...checked.problems);
  operations.push(...operationsOf(document).map(operation => `${file} ${operation.name?.value}`));
}

console.log(JSON.stringify({ operations, typed: fields, problems }));
