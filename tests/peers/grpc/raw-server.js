// Answers that no well-behaved server gives, and records what arrived: the method's name says which (/raw/<case>/<argument>).
import http2 from 'node:http2';
import { setImmediate as turn } from 'node:timers/promises';
import { deflateSync, gzipSync } from 'node:zlib';

const GRPC = { ':status': 200, 'content-type': 'application/grpc' };
const OK = { 'grpc-status': '0' };

function frame(payload, flag = 0) {
  const head = Buffer.alloc(5);
  head.writeUInt8(flag, 0);
  head.writeUInt32BE(payload.length, 1);
  return Buffer.concat([head, payload]);
}

const text = (value, flag) => frame(Buffer.from(value), flag);

async function answer(stream, { headers = {}, chunks = [], trailers = OK }) {
  stream.respond({ ...GRPC, ...headers }, { waitForTrailers: trailers !== null });
  if (trailers !== null) stream.on('wantTrailers', () => stream.sendTrailers(trailers));
  for (const chunk of chunks) {
    await new Promise((written) => stream.write(chunk, written));
    await turn();
  }
  stream.end();
}

const trailersOnly = (stream, headers) => stream.respond({ ...GRPC, ...headers }, { endStream: true });

async function bodyOf(stream) {
  const chunks = [];
  for await (const chunk of stream.iterator({ destroyOnReturn: false })) chunks.push(chunk);
  return Buffer.concat(chunks);
}

const resets = [];
let arrivals = 0;
const sockets = new WeakMap();
let refused = false;

const cases = {
  'reset': (stream, code) => stream.close(Number(code)),
  'http': (stream, status) => stream.respond({ ':status': Number(status), 'content-type': 'text/plain' }, { endStream: true }),
  'http-with-status': (stream, status) => stream.respond({ ...GRPC, ':status': Number(status), 'grpc-status': '5', 'grpc-message': 'gone' }, { endStream: true }),
  'status': (stream, status) => answer(stream, { chunks: [text('x')], trailers: { 'grpc-status': status, 'grpc-message': 'why' } }),
  'trailers-only': (stream) => trailersOnly(stream, { 'grpc-status': '5', 'grpc-message': 'gone', 'x-why': 'moved', 'x-where-bin': 'AQID' }),
  'big-details': (stream) => answer(stream, {
    trailers: { 'grpc-status': '9', 'grpc-message': 'big', 'grpc-status-details-bin': Buffer.alloc(9000, 7).toString('base64') },
  }),
  'message': (stream, _, headers) => trailersOnly(stream, { 'grpc-status': '2', 'grpc-message': headers['x-message'] }),
  'missing-status': (stream) => answer(stream, { chunks: [text('x')], trailers: { 'x-other': '1' } }),
  'no-trailers': (stream) => answer(stream, { chunks: [text('x')], trailers: null }),
  'content-type': (stream, _, headers) => answer(stream, { headers: { 'content-type': headers['x-content-type'] }, chunks: [text('x')] }),
  'split': (stream) => answer(stream, { chunks: [...text('one byte at a time')].map((byte) => Buffer.from([byte])) }),
  'several': (stream) => answer(stream, { chunks: [Buffer.concat([text('a'), text(''), text('c')])] }),
  'truncated': (stream, bytes) => answer(stream, { chunks: [text('0123456789').subarray(0, Number(bytes))] }),
  'no-message': (stream) => answer(stream, {}),
  'two-messages': (stream) => answer(stream, { chunks: [text('a'), text('b')] }),
  'flag': (stream, flag) => answer(stream, { chunks: [text('x', Number(flag))] }),
  'encoding': (stream, name) => answer(stream, {
    headers: { 'grpc-encoding': name },
    chunks: [frame({ gzip: gzipSync, deflate: deflateSync }[name]?.('squeezed') ?? Buffer.from('squeezed'), 1)],
  }),
  'bad-gzip': (stream) => answer(stream, { headers: { 'grpc-encoding': 'gzip' }, chunks: [text('this is no gzip', 1)] }),
  'cut-gzip': (stream) => answer(stream, { headers: { 'grpc-encoding': 'gzip' }, chunks: [frame(gzipSync('squeezed').subarray(0, 15), 1)] }),
  'bomb': (stream) => answer(stream, { headers: { 'grpc-encoding': 'gzip' }, chunks: [frame(gzipSync(Buffer.alloc(64 * 1024 * 1024)), 1)] }),
  'claims': (stream, length) => {
    const head = Buffer.alloc(5);
    head.writeUInt32BE(Number(length), 1);
    return answer(stream, { chunks: [head] });
  },
  'metadata': (stream) => answer(stream, {
    headers: { 'x-many': ['b', 'a', 'b'], 'x-bytes-bin': ['AQ,AgM=', 'BAUG'] },
    chunks: [text('x')],
    trailers: { ...OK, 'x-last': ['2', '1'], 'x-end-bin': 'Bw==' },
  }),
  'bad-binary': (stream, where) => answer(stream, {
    headers: where === 'headers' ? { 'x-bytes-bin': '!' } : {},
    chunks: [text('x')],
    trailers: where === 'trailers' ? { ...OK, 'x-bytes-bin': '!' } : OK,
  }),
  'request': async (stream, _, headers) => {
    const body = await bodyOf(stream);
    await answer(stream, { chunks: [text(JSON.stringify({ headers: { ...headers }, body: body.toString('base64') }))] });
  },
  // Says one thing, then waits for the client to give up.
  'silent': (stream, speaks) => {
    arrivals++;
    stream.respond(GRPC);
    if (speaks) stream.write(text('first'));
    stream.on('close', () => resets.push(stream.rstCode));
  },
  'deaf': (stream) => {
    arrivals++;
    stream.on('close', () => resets.push(stream.rstCode));
  },
  // How many calls to these two have come since the last question.
  'arrivals': (stream) => {
    const answered = answer(stream, { chunks: [text(String(arrivals))] });
    arrivals = 0;
    return answered;
  },
  'resets': (stream) => answer(stream, { chunks: [text(JSON.stringify(resets.splice(0)))] }),
  // Ends the call before it has read what the client streams.
  'early': (stream) => {
    trailersOnly(stream, { 'grpc-status': '8', 'grpc-message': 'enough' });
    stream.close(http2.constants.NGHTTP2_NO_ERROR);
  },
  'goaway': async (stream) => {
    stream.session.goaway(http2.constants.NGHTTP2_NO_ERROR, stream.id);
    await answer(stream, { chunks: [text('finished')] });
  },
  'goaway-unprocessed': (stream) => {
    if (refused) return answer(stream, { chunks: [text('on another connection')] });
    refused = true;
    stream.session.goaway(http2.constants.NGHTTP2_NO_ERROR, stream.id - 2);
  },
  'lost': (stream, after) => {
    const socket = sockets.get(stream.session);
    if (after !== 'headers') return socket.destroy();
    stream.respond(GRPC);
    setTimeout(() => socket.destroy(), 20);
  },
};

const server = http2.createServer({ maxSendHeaderBlockLength: 128 * 1024 });
let connected;
// Before the library's own listener, which makes the session.
server.prependListener('connection', (socket) => (connected = socket));
server.on('session', (session) => {
  sockets.set(session, connected);
  session.on('error', () => {});
});
server.on('stream', (stream, headers) => {
  stream.on('error', () => {});
  const [, , name, argument] = headers[':path'].split('/');
  Promise.resolve(cases[name](stream, argument, headers)).catch((error) => console.error(name, error));
});
server.listen(0, '127.0.0.1', () => console.log(`ready ${JSON.stringify({ port: server.address().port })}`));
