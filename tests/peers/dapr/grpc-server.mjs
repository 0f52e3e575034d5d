// An echo service with all four call kinds on loopback, which takes messages of any size. Uses grpc-js without generated code.
import grpc from "@grpc/grpc-js";

const raw = { requestSerialize: (b) => b, requestDeserialize: (b) => b, responseSerialize: (b) => b, responseDeserialize: (b) => b };
const method = (name, requestStream, responseStream) => ({ path: `/test.Echo/${name}`, requestStream, responseStream, ...raw });
const service = {
  Unary: method("Unary", false, false),
  Many: method("Many", false, true),
  Collect: method("Collect", true, false),
  Chat: method("Chat", true, true),
  Fail: method("Fail", false, false),
  Hang: method("Hang", false, false),
};

const echoMetadata = (call) => {
  const seen = new grpc.Metadata();
  for (const name of ["dapr-caller-app-id", "dapr-callee-app-id", "dapr-app-id", "dapr-api-token", "x-custom", "x-data-bin"]) {
    for (const value of call.metadata.get(name)) {
      seen.add(name.endsWith("-bin") ? "seen-data-bin" : `seen-${name}`, value);
    }
  }
  return seen;
};

const server = new grpc.Server({ "grpc.max_receive_message_length": -1 });
server.addService(service, {
  Unary: (call, done) => {
    call.sendMetadata(echoMetadata(call));
    const trailer = new grpc.Metadata();
    trailer.set("x-trailer", "last");
    done(null, call.request, trailer);
  },
  Many: (call) => {
    for (let i = 0; i < 5; i++) call.write(Buffer.concat([call.request, Buffer.from(String(i))]));
    call.end();
  },
  Collect: (call, done) => {
    const parts = [];
    call.on("data", (part) => parts.push(part));
    call.on("end", () => done(null, Buffer.concat(parts)));
  },
  Chat: (call) => {
    call.on("data", (part) => call.write(Buffer.concat([Buffer.from("re:"), part])));
    call.on("end", () => call.end());
  },
  Fail: (call, done) => {
    const metadata = new grpc.Metadata();
    metadata.set("x-reason-bin", Buffer.from([1, 2, 3]));
    done({ code: grpc.status.FAILED_PRECONDITION, details: "not yet: é", metadata });
  },
  Hang: (call) => {
    console.log("hanging");
    call.sendMetadata(new grpc.Metadata());
    call.on("cancelled", () => console.log("cancelled"));
  },
});

server.bindAsync("127.0.0.1:0", grpc.ServerCredentials.createInsecure(), (error, port) => {
  if (error) throw error;
  console.log("ready " + JSON.stringify({ port }));
});
