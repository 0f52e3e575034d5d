// The interoperability cases with Connect's client over its gRPC transport.
// Usage: node connect-client.js <port> <case> <file with a FileDescriptorSet>. Exit code 0 and "passed <case>": the case holds.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createFileRegistry, fromBinary } from '@bufbuild/protobuf';
import { FileDescriptorSetSchema } from '@bufbuild/protobuf/wkt';
import { Code, ConnectError, createClient, decodeBinaryHeader, encodeBinaryHeader } from '@connectrpc/connect';
import { compressionGzip, createGrpcTransport } from '@connectrpc/connect-node';

const [port, name, descriptors] = process.argv.slice(2);
const registry = createFileRegistry(fromBinary(FileDescriptorSetSchema, readFileSync(descriptors)));

function connect(service, options = {}) {
  const transport = createGrpcTransport({ baseUrl: `http://127.0.0.1:${port}`, ...options });
  return createClient(registry.getService(service), transport);
}

const client = connect('grpc.testing.TestService');
const zeros = (size) => ({ body: new Uint8Array(size) });
const down = [31415, 9, 2653, 58979];
const up = [27182, 8, 1828, 45904];
const sizeOf = (response) => response.payload.body.length;

async function failsWith(code, message, run) {
  const error = await run().then(() => assert.fail('the call succeeded'), (failure) => ConnectError.from(failure));
  assert.equal(error.code, code, error.message);
  if (message !== undefined) assert.equal(error.rawMessage, message);
}

async function collect(responses, onResponse = () => {}) {
  const all = [];
  for await (const response of responses) {
    all.push(response);
    onResponse(response);
  }
  return all;
}

/** Requests that a test pushes one by one. */
function pushed() {
  const queue = [];
  let wake = () => {};
  let done = false;
  return {
    push(request) { queue.push(request); wake(); },
    end() { done = true; wake(); },
    async* [Symbol.asyncIterator]() {
      for (;;) {
        while (queue.length) yield queue.shift();
        if (done) return;
        await new Promise((go) => { wake = go; });
      }
    },
  };
}

const of = async function* of(...requests) { yield* requests; };

async function echoes(call) {
  const bytes = Uint8Array.of(0xab, 0xab, 0xab);
  let initial;
  let trailing;
  await call({
    headers: { 'x-grpc-test-echo-initial': 'test_initial_metadata_value', 'x-grpc-test-echo-trailing-bin': encodeBinaryHeader(bytes) },
    onHeader: (headers) => { initial = headers.get('x-grpc-test-echo-initial'); },
    onTrailer: (trailers) => { trailing = trailers.get('x-grpc-test-echo-trailing-bin'); },
  });
  assert.equal(initial, 'test_initial_metadata_value');
  assert.deepEqual(decodeBinaryHeader(trailing), bytes);
}

const cases = {
  async empty_unary() { await client.emptyCall({}); },

  async large_unary() {
    assert.equal(sizeOf(await client.unaryCall({ responseSize: 314159, payload: zeros(271828) })), 314159);
  },

  async client_streaming() {
    const response = await client.streamingInputCall(of(...up.map((size) => ({ payload: zeros(size) }))));
    assert.equal(response.aggregatedPayloadSize, 74922);
  },

  async server_streaming() {
    const all = await collect(client.streamingOutputCall({ responseParameters: down.map((size) => ({ size })) }));
    assert.deepEqual(all.map(sizeOf), down);
  },

  async ping_pong() {
    const requests = pushed();
    let sent = 0;
    const next = () => {
      if (sent === down.length) return requests.end();
      requests.push({ responseParameters: [{ size: down[sent] }], payload: zeros(up[sent]) });
      sent += 1;
      return undefined;
    };
    next();
    assert.deepEqual((await collect(client.fullDuplexCall(requests), next)).map(sizeOf), down);
  },

  async empty_stream() {
    assert.deepEqual(await collect(client.fullDuplexCall(of())), []);
  },

  async cancel_after_begin() {
    const requests = pushed();
    const cancel = new AbortController();
    setImmediate(() => cancel.abort());
    await failsWith(Code.Canceled, undefined, () => client.streamingInputCall(requests, { signal: cancel.signal }));
    requests.end();
  },

  async cancel_after_first_response() {
    const requests = pushed();
    const cancel = new AbortController();
    requests.push({ responseParameters: [{ size: 31415 }], payload: zeros(27182) });
    await failsWith(Code.Canceled, undefined, () => collect(client.fullDuplexCall(requests, { signal: cancel.signal }), () => cancel.abort()));
    requests.end();
  },

  async timeout_on_sleeping_server() {
    const request = { responseParameters: [{ size: 31415, intervalUs: 5_000_000 }], payload: zeros(27182) };
    await failsWith(Code.DeadlineExceeded, undefined, () => collect(client.fullDuplexCall(of(request), { timeoutMs: 1 })));
  },

  async custom_metadata() {
    await echoes((options) => client.unaryCall({ responseSize: 314159, payload: zeros(271828) }, options));
    await echoes((options) => collect(client.fullDuplexCall(of({ responseParameters: [{ size: 314159 }], payload: zeros(271828) }), options)));
  },

  async status_code_and_message() {
    const responseStatus = { code: 2, message: 'test status message' };
    await failsWith(Code.Unknown, 'test status message', () => client.unaryCall({ responseStatus }));
    await failsWith(Code.Unknown, 'test status message', () => collect(client.fullDuplexCall(of({ responseStatus }))));
  },

  async special_status_message() {
    const message = '\t\ntest with whitespace\r\nand Unicode BMP ☺ and non-BMP 😈\t\n';
    await failsWith(Code.Unknown, message, () => client.unaryCall({ responseStatus: { code: 2, message } }));
  },

  // Connect loses the code of a message with a bare '%'; both clients must show the same text.
  async percent_in_status_message() {
    const message = '100% sure: a/b;c?d=e&f';
    await failsWith(Code.InvalidArgument, message, () => client.unaryCall({ responseStatus: { code: 3, message } }));
  },

  async unimplemented_method() {
    await failsWith(Code.Unimplemented, undefined, () => client.unimplementedCall({}));
  },

  async unimplemented_service() {
    await failsWith(Code.Unimplemented, 'Service is unimplemented.', () => connect('grpc.testing.UnimplementedService').unimplementedCall({}));
  },

  async client_compressed_unary() {
    const compressing = connect('grpc.testing.TestService', { sendCompression: compressionGzip, compressMinBytes: 1 });
    const request = { expectCompressed: { value: true }, responseSize: 314159, payload: zeros(271828) };
    await failsWith(Code.InvalidArgument, undefined, () => client.unaryCall(request));
    assert.equal(sizeOf(await compressing.unaryCall(request)), 314159);
  },

  async server_compressed_unary() {
    const accepting = connect('grpc.testing.TestService', { acceptCompression: [compressionGzip] });
    let encoding;
    const request = { responseCompressed: { value: true }, responseSize: 314159, payload: zeros(271828) };
    const response = await accepting.unaryCall(request, { onHeader: (headers) => { encoding = headers.get('grpc-encoding'); } });
    assert.equal(sizeOf(response), 314159);
    assert.equal(encoding, 'gzip');
  },
};

await cases[name]();
console.log(`passed ${name}`);
process.exit(0);
