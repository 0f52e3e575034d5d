// How many times a second graphql-js reads and validates a document.
// Usage: node graphql-validate.mjs <schema.graphql> <document.graphql> <seconds>; prints the number.
import { readFileSync } from 'node:fs';
import { buildSchema, parse, validate } from 'graphql';

const [schemaFile, documentFile, seconds] = process.argv.slice(2);
const schema = buildSchema(readFileSync(schemaFile, 'utf8'));
const text = readFileSync(documentFile, 'utf8');

function rate(milliseconds) {
  const begin = performance.now();
  let count = 0;
  let took = 0;
  while (took < milliseconds) {
    const errors = validate(schema, parse(text));
    if (errors.length > 0) throw errors[0];
    count++;
    took = performance.now() - begin;
  }
  return count / (took / 1000);
}

rate(1500);
process.stdout.write(String(rate(1000 * seconds)));
