// grpc.testing.TestService on grpc-js, as the interoperability cases want it.
import { fileURLToPath } from 'node:url';
import { setTimeout as pause } from 'node:timers/promises';
import * as grpc from '@grpc/grpc-js';
import { loadSync } from '@grpc/proto-loader';

const protos = fileURLToPath(new URL('../../Runtime.Tests/Protos', import.meta.url));
const definitions = loadSync('grpc/testing/test.proto', { includeDirs: [protos], keepCase: true, defaults: true });
const { TestService } = grpc.loadPackageDefinition(definitions).grpc.testing;

const INITIAL = 'x-grpc-test-echo-initial';
const TRAILING = 'x-grpc-test-echo-trailing-bin';

function echoMetadata(call) {
  const trailers = new grpc.Metadata();
  for (const value of call.metadata.get(TRAILING)) trailers.add(TRAILING, value);
  const initial = call.metadata.get(INITIAL);
  if (initial.length > 0) {
    const headers = new grpc.Metadata();
    for (const value of initial) headers.add(INITIAL, value);
    call.sendMetadata(headers);
  }
  return trailers;
}

const payload = (size) => ({ type: 'COMPRESSABLE', body: Buffer.alloc(size) });
const askedStatus = (request, metadata) =>
  request.response_status?.code ? { code: request.response_status.code, details: request.response_status.message, metadata } : undefined;

// Plain iteration would destroy the call, and with it the way back, when the client has said everything.
const messages = (call) => call.iterator({ destroyOnReturn: false });

async function answer(call, request) {
  for (const { size, interval_us } of request.response_parameters) {
    if (interval_us > 0) await pause(interval_us / 1000);
    call.write({ payload: payload(size) });
  }
}

async function duplex(call, answerWhen) {
  const trailers = echoMetadata(call);
  const waiting = [];
  try {
    for await (const request of messages(call)) {
      const status = askedStatus(request, trailers);
      if (status) return call.emit('error', status);
      if (answerWhen === 'at once') await answer(call, request);
      else waiting.push(request);
    }
    for (const request of waiting) await answer(call, request);
    call.end(trailers);
  } catch (error) {
    if (!call.cancelled) throw error;
  }
}

const server = new grpc.Server({ 'grpc.max_receive_message_length': 64 * 1024 * 1024 });
server.addService(TestService.service, {
  EmptyCall(call, done) {
    done(null, {}, echoMetadata(call));
  },
  UnaryCall(call, done) {
    const trailers = echoMetadata(call);
    const status = askedStatus(call.request, trailers);
    if (status) return done(status);
    done(null, { payload: payload(call.request.response_size) }, trailers);
  },
  async StreamingOutputCall(call) {
    const trailers = echoMetadata(call);
    await answer(call, call.request);
    const status = askedStatus(call.request, trailers);
    if (status) return call.emit('error', status);
    call.end(trailers);
  },
  async StreamingInputCall(call, done) {
    const trailers = echoMetadata(call);
    let sum = 0;
    try {
      for await (const request of messages(call)) sum += request.payload?.body.length ?? 0;
      done(null, { aggregated_payload_size: sum }, trailers);
    } catch (error) {
      if (!call.cancelled) throw error;
    }
  },
  FullDuplexCall: (call) => duplex(call, 'at once'),
  HalfDuplexCall: (call) => duplex(call, 'at the end'),
});

server.bindAsync('127.0.0.1:0', grpc.ServerCredentials.createInsecure(), (error, port) => {
  if (error) throw error;
  console.log(`ready ${JSON.stringify({ port })}`);
});
