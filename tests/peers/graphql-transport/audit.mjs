// The audits of npm's graphql-http. Usage: node audit.mjs <url>. Prints a line of JSON: every audit's id, name, status and reason.
import { auditServer } from 'graphql-http';

const results = await auditServer({ url: process.argv[2] });
console.log(JSON.stringify(results.map(({ id, name, status, reason }) => ({ id, name, status, reason }))));
