// The official interoperability cases, by their names, with grpc-js as the client.
// Usage: node interop-client.js <port> <case>. Exit code 0 and "passed <case>": the case holds.
import assert from 'node:assert/strict';
import grpc from '@grpc/grpc-js';
import { loadTesting } from './protos.js';

const [port, name] = process.argv.slice(2);
const { TestService, UnimplementedService } = loadTesting();
const address = `127.0.0.1:${port}`;
const client = new TestService(address, grpc.credentials.createInsecure());
const zeros = (size) => ({ body: Buffer.alloc(size) });

/** A call with one response: what came back, and with it. */
function single(start) {
  return new Promise((resolve) => {
    const seen = {};
    const call = start((error, response) => {
      seen.error = error;
      seen.response = response;
    });
    call.on('metadata', (metadata) => { seen.headers = metadata; });
    call.on('status', (status) => { seen.status = status; resolve(seen); });
    seen.call = call;
  });
}

const unary = (request, metadata = new grpc.Metadata(), options = {}) =>
  single((done) => client.unaryCall(request, metadata, options, done));

/** A call with a stream of responses, read to its end. */
function collect(call, onData = () => {}) {
  return new Promise((resolve) => {
    const seen = { responses: [] };
    call.on('metadata', (metadata) => { seen.headers = metadata; });
    call.on('data', (response) => {
      seen.responses.push(response);
      onData(response, seen.responses.length);
    });
    call.on('error', () => {});
    call.on('status', (status) => { seen.status = status; resolve(seen); });
  });
}

function ok(seen) {
  assert.equal(seen.status.code, grpc.status.OK, `${seen.status.code} ${seen.status.details}`);
  return seen;
}

const down = [31415, 9, 2653, 58979];
const up = [27182, 8, 1828, 45904];
const sizes = (seen) => seen.responses.map((response) => response.payload.body.length);
const echoKeys = { initial: 'x-grpc-test-echo-initial', trailing: 'x-grpc-test-echo-trailing-bin' };

function echoed() {
  const metadata = new grpc.Metadata();
  metadata.set(echoKeys.initial, 'test_initial_metadata_value');
  metadata.set(echoKeys.trailing, Buffer.from('ababab', 'hex'));
  return metadata;
}

function assertEchoed(seen) {
  assert.deepEqual(seen.headers.get(echoKeys.initial), ['test_initial_metadata_value']);
  assert.deepEqual(seen.status.metadata.get(echoKeys.trailing), [Buffer.from('ababab', 'hex')]);
}

async function echoesStatus(code, message) {
  const responseStatus = { code, message };
  const one = await unary({ responseStatus });
  assert.equal(one.status.code, code);
  assert.equal(one.status.details, message);
  const call = client.fullDuplexCall();
  const all = collect(call);
  call.end({ responseStatus });
  const many = await all;
  assert.equal(many.status.code, code);
  assert.equal(many.status.details, message);
}

const cases = {
  async empty_unary() {
    const seen = ok(await single((done) => client.emptyCall({}, done)));
    assert.deepEqual(seen.response, {});
  },

  async large_unary() {
    const seen = ok(await unary({ responseSize: 314159, payload: zeros(271828) }));
    assert.equal(seen.response.payload.body.length, 314159);
    assert.ok(seen.response.payload.body.every((byte) => byte === 0));
  },

  async client_streaming() {
    const seen = ok(await single((done) => {
      const call = client.streamingInputCall(done);
      for (const size of up) call.write({ payload: zeros(size) });
      call.end();
      return call;
    }));
    assert.equal(seen.response.aggregatedPayloadSize, 74922);
  },

  async server_streaming() {
    const seen = ok(await collect(client.streamingOutputCall({ responseParameters: down.map((size) => ({ size })) })));
    assert.deepEqual(sizes(seen), down);
  },

  async ping_pong() {
    const call = client.fullDuplexCall();
    const next = (index) => call.write({ responseParameters: [{ size: down[index] }], payload: zeros(up[index]) });
    const all = collect(call, (_, count) => (count < down.length ? next(count) : call.end()));
    next(0);
    assert.deepEqual(sizes(ok(await all)), down);
  },

  async empty_stream() {
    const call = client.fullDuplexCall();
    const all = collect(call);
    call.end();
    assert.deepEqual(ok(await all).responses, []);
  },

  async cancel_after_begin() {
    const seen = await single((done) => {
      const call = client.streamingInputCall(done);
      setImmediate(() => call.cancel());
      return call;
    });
    assert.equal(seen.status.code, grpc.status.CANCELLED);
  },

  async cancel_after_first_response() {
    const call = client.fullDuplexCall();
    const all = collect(call, () => call.cancel());
    call.write({ responseParameters: [{ size: 31415 }], payload: zeros(27182) });
    const seen = await all;
    assert.equal(seen.responses.length, 1);
    assert.equal(seen.status.code, grpc.status.CANCELLED);
  },

  async timeout_on_sleeping_server() {
    const call = client.fullDuplexCall(new grpc.Metadata(), { deadline: Date.now() + 1 });
    const all = collect(call);
    call.write({ responseParameters: [{ size: 31415, intervalUs: 5_000_000 }], payload: zeros(27182) });
    assert.equal((await all).status.code, grpc.status.DEADLINE_EXCEEDED);
  },

  async custom_metadata() {
    assertEchoed(ok(await unary({ responseSize: 314159, payload: zeros(271828) }, echoed())));
    const call = client.fullDuplexCall(echoed());
    const all = collect(call);
    call.end({ responseParameters: [{ size: 314159 }], payload: zeros(271828) });
    assertEchoed(ok(await all));
  },

  status_code_and_message: () => echoesStatus(2, 'test status message'),

  async special_status_message() {
    const message = '\t\ntest with whitespace\r\nand Unicode BMP ☺ and non-BMP 😈\t\n';
    const seen = await unary({ responseStatus: { code: 2, message } });
    assert.equal(seen.status.code, 2);
    assert.equal(seen.status.details, message);
  },

  async unimplemented_method() {
    const seen = await single((done) => client.unimplementedCall({}, done));
    assert.equal(seen.status.code, grpc.status.UNIMPLEMENTED);
  },

  async unimplemented_service() {
    const other = new UnimplementedService(address, grpc.credentials.createInsecure());
    const seen = await single((done) => other.unimplementedCall({}, done));
    assert.equal(seen.status.code, grpc.status.UNIMPLEMENTED);
    assert.equal(seen.status.details, 'Service is unimplemented.');
    other.close();
  },
};

await cases[name]();
client.close();
console.log(`passed ${name}`);
