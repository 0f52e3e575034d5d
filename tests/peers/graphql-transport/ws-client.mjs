// npm's graphql-ws client. Usage: node ws-client.mjs <url> <case> [<request as JSON> [<connection parameters as JSON>]].
// Prints a line of JSON: what the client saw.
import { createClient } from 'graphql-ws';
import WebSocket from 'ws';

const [url, name, request = '{}', parameters = 'null'] = process.argv.slice(2);
const closes = [];
let opens = 0;
let killed = 0;
let socket;

const client = createClient({
  url,
  webSocketImpl: WebSocket,
  connectionParams: JSON.parse(parameters) ?? undefined,
  retryAttempts: name === 'again' ? 1 : 0,
  retryWait: async () => {},
  on: {
    opened: (opened) => { socket = opened; opens++; },
    closed: (event) => closes.push({ code: event.code, reason: event.reason }),
  },
});

function run(enough = Infinity) {
  return new Promise((resolve) => {
    const seen = { count: 0, first: null, last: null, error: null, completed: false };
    const leave = client.subscribe(JSON.parse(request), {
      next(result) {
        seen.count++;
        seen.first ??= result;
        seen.last = result;
        if (seen.count === enough) {
          if (name === 'kill') {
            killed++;
            socket.terminate();
          } else {
            leave();
          }
        }
      },
      error(error) {
        seen.error = Array.isArray(error) ? error : String(error.reason ?? error.message ?? error);
        resolve(seen);
      },
      complete() {
        seen.completed = true;
        resolve(seen);
      },
    });
  });
}

const cases = {
  all: () => run(),
  again: () => run(),
  leave: () => run(3),
  kill: () => run(3),
  async many() {
    const all = await Promise.all(Array.from({ length: 20 }, () => run()));
    return { ...all[0], count: all.reduce((sum, one) => sum + one.count, 0), completed: all.every((one) => one.completed) };
  },
};

const seen = await cases[name]();
await client.dispose();
console.log(JSON.stringify({ ...seen, opens, closes, killed }));
