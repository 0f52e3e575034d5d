// npm's graphql-sse client in distinct connections mode. Usage: node sse-client.mjs <url> <case> [<request as JSON>].
// Prints a line of JSON: what the client saw.
import { createClient } from 'graphql-sse';

const [url, name, request = '{}'] = process.argv.slice(2);
const client = createClient({ url, retryAttempts: 0 });

function run(enough = Infinity) {
  return new Promise((resolve) => {
    const seen = { count: 0, first: null, last: null, error: null, completed: false };
    const leave = client.subscribe(JSON.parse(request), {
      next(result) {
        seen.count++;
        seen.first ??= result;
        seen.last = result;
        if (seen.count === enough) {
          leave();
          resolve(seen);
        }
      },
      error(error) {
        seen.error = String(error.message ?? error);
        resolve(seen);
      },
      complete() {
        seen.completed = true;
        resolve(seen);
      },
    });
  });
}

const cases = { all: () => run(), leave: () => run(3) };
console.log(JSON.stringify(await cases[name]()));
client.dispose();
