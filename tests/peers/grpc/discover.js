// Knows nothing but an address: finds a service by reflection and calls its methods.
// Usage: node discover.js <port> <service> <calls as JSON: [{ "method": "UnaryCall", "requests": [{…}], "metadata": {…} }]>
// Prints one line of JSON: of each call its kind, its responses and its status.
import grpc from '@grpc/grpc-js';
import protoLoader from '@grpc/proto-loader';
import { descriptors, loadReflection, options } from './protos.js';

const [port, service, calls] = process.argv.slice(2);
const address = `127.0.0.1:${port}`;
const { ServerReflection } = loadReflection('v1');

function ask(request) {
  return new Promise((resolve, reject) => {
    const reflection = new ServerReflection(address, grpc.credentials.createInsecure());
    const call = reflection.serverReflectionInfo();
    call.on('data', (response) => (response.errorResponse ? reject(new Error(response.errorResponse.errorMessage)) : resolve(response)));
    call.on('error', reject);
    call.on('status', () => reflection.close());
    call.end(request);
  });
}

const listed = (await ask({ listServices: '*' })).listServicesResponse.service.map((found) => found.name);
if (!listed.includes(service)) throw new Error(`${service} is not among ${listed}`);
const files = (await ask({ fileContainingSymbol: service })).fileDescriptorResponse.fileDescriptorProto;
const set = descriptors.FileDescriptorSet.encode({ file: files.map((bytes) => descriptors.FileDescriptorProto.decode(bytes)) }).finish();
const definition = protoLoader.loadFileDescriptorSetFromBuffer(Buffer.from(set), options);
const Service = grpc.makeClientConstructor(definition[service], service);
const client = new Service(address, grpc.credentials.createInsecure());

function run({ method, requests, metadata = {} }) {
  const { requestStream, responseStream, originalName } = definition[service][method];
  const headers = new grpc.Metadata();
  for (const [key, value] of Object.entries(metadata)) headers.set(key, value);
  const result = { method, kind: `${requestStream ? 'stream' : 'one'} to ${responseStream ? 'stream' : 'one'}`, responses: [] };
  return new Promise((resolve) => {
    const done = (error, response) => { if (response) result.responses.push(response); };
    const first = requestStream ? [headers] : [requests[0], headers];
    const call = responseStream ? client[originalName](...first) : client[originalName](...first, done);
    call.on('data', (response) => result.responses.push(response));
    call.on('error', () => {});
    call.on('status', (status) => resolve({ ...result, code: status.code, details: status.details }));
    if (requestStream) {
      for (const request of requests) call.write(request);
      call.end();
    }
  });
}

const results = [];
for (const call of JSON.parse(calls)) results.push(await run(call));
console.log(JSON.stringify({ listed, results }));
client.close();
