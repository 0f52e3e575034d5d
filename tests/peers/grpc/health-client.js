// Asks grpc.health.v1 with the client of npm's grpc-health-check protos.
// Usage: node health-client.js <port> check <service> | list | watch <service> <count>
// Prints what it saw as one line of JSON; a watch prints each status as it comes.
import grpc from '@grpc/grpc-js';
import { service } from 'grpc-health-check';

const [port, what, name = '', count = '1'] = process.argv.slice(2);
const Health = grpc.makeClientConstructor(service, 'grpc.health.v1.Health');
const client = new Health(`127.0.0.1:${port}`, grpc.credentials.createInsecure());
const say = (value) => console.log(JSON.stringify(value));

if (what === 'watch') {
  const call = client.watch({ service: name });
  let seen = 0;
  call.on('data', (response) => {
    say({ status: response.status });
    if (++seen === Number(count)) call.cancel();
  });
  call.on('error', () => {});
  call.on('status', (status) => { say({ code: status.code }); client.close(); });
} else {
  const done = (error, response) => {
    say(error ? { code: error.code } : response);
    client.close();
  };
  if (what === 'list') client.list({}, done);
  else client.check({ service: name }, done);
}
