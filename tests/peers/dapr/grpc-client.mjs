// Calls the echo service through a sidecar's gRPC port and says what came back.
import grpc from "@grpc/grpc-js";

const [port, callee, token] = process.argv.slice(2);
const client = new grpc.Client(`127.0.0.1:${port}`, grpc.credentials.createInsecure());
const same = (b) => b;
const path = (name) => `/test.Echo/${name}`;
const metadata = (entries = { "dapr-app-id": callee }) => {
  const made = new grpc.Metadata();
  for (const [name, value] of Object.entries(entries)) made.add(name, value);
  if (token) made.set("dapr-api-token", token);
  return made;
};

const unary = (name, data, made = metadata(), options = {}) => new Promise((resolve) => {
  const outcome = {};
  const call = client.makeUnaryRequest(path(name), same, same, Buffer.from(data), made, options, (error, value) => {
    outcome.value = value?.toString();
    if (error) Object.assign(outcome, { code: error.code, details: error.details, reason: error.metadata.get("x-reason-bin")[0]?.toString("hex") });
  });
  call.on("metadata", (got) => { outcome.metadata = got.getMap(); });
  call.on("status", (status) => { outcome.trailer = status.metadata.get("x-trailer")[0]; setImmediate(() => resolve(outcome)); });
});
const all = (call) => new Promise((resolve, reject) => {
  const parts = [];
  call.on("data", (part) => parts.push(part.toString()));
  call.on("error", reject);
  call.on("end", () => resolve(parts));
});

const outcome = {};
outcome.unary = await unary("Unary", "hello", metadata({ "dapr-app-id": callee, "x-custom": "kept", "x-data-bin": Buffer.from([0, 255]) }));
outcome.unary.metadata["seen-data-bin"] = outcome.unary.metadata["seen-data-bin"]?.toString("hex");
outcome.calleeFirst = (await unary("Unary", "x", metadata({ "dapr-callee-app-id": callee, "dapr-app-id": "nobody" }))).value;
outcome.large = (await unary("Unary", "x".repeat(2_000_000))).value?.length;
outcome.tooLarge = await unary("Unary", "x".repeat(5_000_000));
outcome.many = await all(client.makeServerStreamRequest(path("Many"), same, same, Buffer.from("m"), metadata()));
outcome.collected = await new Promise((resolve, reject) => {
  const call = client.makeClientStreamRequest(path("Collect"), same, same, metadata(), (error, value) => error ? reject(error) : resolve(value.toString()));
  for (const part of ["a", "b", "c"]) call.write(Buffer.from(part));
  call.end();
});

// One message at a time: the next is sent only when the last has come back, so nothing may be held back on the way.
outcome.chat = await new Promise((resolve, reject) => {
  const call = client.makeBidiStreamRequest(path("Chat"), same, same, metadata());
  const got = [];
  call.on("data", (part) => {
    got.push(part.toString());
    if (got.length < 3) call.write(Buffer.from(String(got.length)));
    else call.end();
  });
  call.on("error", reject);
  call.on("end", () => resolve(got));
  call.write(Buffer.from("0"));
});
outcome.failed = await unary("Fail", "x");
outcome.unimplemented = (await unary("Nothing", "x")).code;
outcome.deadline = (await unary("Hang", "x", metadata(), { deadline: Date.now() + 5000 })).code;
outcome.cancelled = await new Promise((resolve) => {
  const call = client.makeUnaryRequest(path("Hang"), same, same, Buffer.from("x"), metadata(), {}, (error) => resolve(error.code));
  call.on("metadata", () => call.cancel()); // the callee has it, and hangs
});
outcome.missing = await unary("Unary", "x", metadata({}));
outcome.nobody = await unary("Unary", "x", metadata({ "dapr-app-id": "nobody" }));
outcome.down = await unary("Unary", "x", metadata({ "dapr-app-id": "down" }));
outcome.api = await new Promise((resolve) => {
  client.makeUnaryRequest("/dapr.proto.runtime.v1.Dapr/GetState", same, same, Buffer.alloc(0), metadata({}), {}, (error) => resolve(error.code));
});
const wrong = metadata();
wrong.set("dapr-api-token", "wrong");
outcome.wrongToken = (await unary("Unary", "x", wrong)).code;
outcome.concurrent = (await Promise.all(Array.from({ length: 500 }, (_, i) => unary("Unary", `n${i}`)))).filter((o, i) => o.value === `n${i}`).length;

console.log(JSON.stringify(outcome));
client.close();
