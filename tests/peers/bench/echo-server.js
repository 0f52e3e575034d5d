// The grpc-js peer of the gRPC benchmarks. Usage: node echo-server.js <echo.proto>
import grpc from '@grpc/grpc-js';
import protoLoader from '@grpc/proto-loader';

const { bench } = grpc.loadPackageDefinition(protoLoader.loadSync(process.argv[2]));
const server = new grpc.Server();

server.addService(bench.Echo.service, {
  unary: (call, done) => done(null, call.request),
  async repeat(call) {
    const { count, chunk } = call.request;
    for (let sent = 0; sent < count; sent++) {
      if (!call.write(chunk)) await new Promise((resolve) => call.once('drain', resolve));
    }
    call.end();
  },
});

server.bindAsync('127.0.0.1:0', grpc.ServerCredentials.createInsecure(), (error, port) => {
  if (error) throw error;
  console.log(`ready {"port":${port}}`);
});
