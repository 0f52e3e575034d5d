// Asks the reflection service and prints the answers as one line of JSON.
// Usage: node reflection-client.js <port> v1|v1alpha <request as JSON>...
import grpc from '@grpc/grpc-js';
import { loadReflection, namesIn } from './protos.js';

const [port, version, ...requests] = process.argv.slice(2);
const { ServerReflection } = loadReflection(version);
const client = new ServerReflection(`127.0.0.1:${port}`, grpc.credentials.createInsecure());
const call = client.serverReflectionInfo();
const answers = [];
const describe = (response) => (response.fileDescriptorResponse ? { files: namesIn(response.fileDescriptorResponse) } : response);

call.on('data', (response) => answers.push({ ...describe(response), host: response.validHost, asked: response.originalRequest }));
call.on('error', () => {});
call.on('status', (status) => {
  console.log(JSON.stringify({ code: status.code, details: status.details, answers }));
  client.close();
});
for (const request of requests) call.write(JSON.parse(request));
call.end();
