// One call by node:http2, byte by byte as the test says.
// Usage: node raw-client.js <port> <scenario as JSON>
//   { "headers": {":path": …}, "steps": [ {"data": hex} | {"zeros": count} | {"end": true} | {"reset": code} | {"wait": "headers"|"data"|"goaway"|"over"} … ], "times": 1 }
// Prints one line of JSON per call: headers, body (hex, or its size when it is long), trailers, the reset's code, whether it ended.
import http2 from 'node:http2';

const [port, text] = process.argv.slice(2);
const { headers, steps, times = 1, settings = {} } = JSON.parse(text);
const session = http2.connect(`http://127.0.0.1:${port}`, { settings, maxSessionMemory: 1000 });
session.on('error', () => {});
let goaway = null;
const toldToGo = new Promise((told) => session.on('goaway', (code) => {
  goaway = code;
  told();
}));

/** grpc-status-details and the like come as they are; lists of duplicates too. */
const plain = (received) => (received ? Object.fromEntries(Object.entries(received)) : null);
const longBody = 500_000;

async function run() {
  const stream = session.request(
    { ':method': 'POST', 'content-type': 'application/grpc', te: 'trailers', ...headers },
    { endStream: false },
  );
  const seen = { headers: null, body: [], trailers: null, reset: null, ended: false };
  const waits = { headers: [], data: [], goaway: [], over: [] };
  const happened = { headers: false, data: false, goaway: false, over: false };
  const happen = (what) => { happened[what] = true; waits[what].splice(0).forEach((go) => go()); };
  toldToGo.then(() => happen('goaway'));
  stream.on('response', (received) => { seen.headers = plain(received); happen('headers'); });
  stream.on('trailers', (received) => { seen.trailers = plain(received); });
  stream.on('data', (chunk) => {
    seen.body.push(chunk);
    happen('data');
  });
  stream.on('end', () => { seen.ended = true; });
  stream.on('error', () => {});
  stream.on('close', () => {
    seen.reset = stream.rstCode;
    for (const what of Object.keys(waits)) happen(what);
  });

  for (const step of steps) {
    if (step.data !== undefined) {
      // Its own DATA frame: the next write waits until this one has left.
      await new Promise((sent) => stream.write(Buffer.from(step.data, 'hex'), sent));
    } else if (step.zeros) await new Promise((sent) => stream.write(Buffer.alloc(step.zeros), sent));
    else if (step.end) stream.end();
    else if (step.reset !== undefined) stream.close(step.reset);
    else if (step.wait && !happened[step.wait]) await new Promise((go) => waits[step.wait].push(go));
  }

  if (!happened.over) await new Promise((go) => waits.over.push(go));
  const body = Buffer.concat(seen.body);
  return { ...seen, body: body.length <= longBody ? body.toString('hex') : null, size: body.length };
}

const results = await Promise.all(Array.from({ length: times }, run));
for (const result of results) console.log(JSON.stringify({ ...result, goaway }));
session.close();
