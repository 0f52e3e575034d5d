// Knows nothing of the service but its address: asks its reflection for the schema, then calls every kind of RPC.
import { create, createFileRegistry, fromBinary, fromJson, toBinary, toJson } from "@bufbuild/protobuf";
import { protoCamelCase } from "@bufbuild/protobuf/reflect";
import { BinaryReader, BinaryWriter } from "@bufbuild/protobuf/wire";
import { FileDescriptorProtoSchema, FileDescriptorSetSchema } from "@bufbuild/protobuf/wkt";
import grpc from "@grpc/grpc-js";

const [address, employee, integration, key] = process.argv.slice(2);
const client = new grpc.Client(address, grpc.credentials.createInsecure());
const same = (bytes) => bytes;

// grpc.reflection.v1: the only messages that must be known beforehand.
const FILE_BY_FILENAME = 3, FILE_CONTAINING_SYMBOL = 4, LIST_SERVICES = 7;
const FILES_RESPONSE = 4, SERVICES_RESPONSE = 6, ERROR_RESPONSE = 7;
const fieldsOf = (bytes) => {
  const reader = new BinaryReader(bytes), fields = [];
  while (reader.pos < reader.len) {
    const [number, type] = reader.tag();
    if (type === 2) fields.push([number, reader.bytes()]);
    else reader.skip(type);
  }
  return fields;
};
const reflection = client.makeBidiStreamRequest("/grpc.reflection.v1.ServerReflection/ServerReflectionInfo", same, same, new grpc.Metadata());
const ask = (field, text) => new Promise((resolve, reject) => {
  reflection.once("data", (bytes) => {
    const fields = fieldsOf(bytes);
    if (fields.some(([number]) => number === ERROR_RESPONSE)) reject(new Error(`reflection refuses ${text}`));
    else resolve(fields);
  });
  reflection.write(Buffer.from(new BinaryWriter().tag(field, 2).string(text).finish()));
});
const repeatedIn = (fields, response, number) =>
  fieldsOf(fields.find(([n]) => n === response)[1]).filter(([n]) => n === number).map(([, bytes]) => bytes);

const services = repeatedIn(await ask(LIST_SERVICES, ""), SERVICES_RESPONSE, 1)
  .map((service) => Buffer.from(fieldsOf(service)[0][1]).toString());

// A descriptor may leave JSON names out, since they follow from the fields' names.
const nameFields = (messages) => {
  for (const message of messages) {
    for (const field of message.field) field.jsonName ||= protoCamelCase(field.name);
    nameFields(message.nestedType);
  }
};
const files = new Map();
const keep = async (fields) => {
  for (const bytes of repeatedIn(fields, FILES_RESPONSE, 1)) {
    const file = fromBinary(FileDescriptorProtoSchema, bytes);
    if (files.has(file.name)) continue;
    nameFields(file.messageType);
    files.set(file.name, undefined);
    for (const needed of file.dependency)
      if (!files.has(needed)) await keep(await ask(FILE_BY_FILENAME, needed));
    files.delete(file.name);
    files.set(file.name, file); // after what it needs
  }
};
const name = services.find((service) => service.endsWith(".Suggestions"));
await keep(await ask(FILE_CONTAINING_SYMBOL, name));
reflection.end();

const registry = createFileRegistry(create(FileDescriptorSetSchema, { file: [...files.values()] }));
const methods = registry.getService(name).methods;
const rpc = (kind, called) => {
  const method = methods.find((m) => m.methodKind === kind && m.name === called);
  if (!method) throw new Error(`no ${kind} ${called}`);
  return {
    path: `/${name}/${method.name}`,
    write: (value) => Buffer.from(toBinary(method.input, fromJson(method.input, value))),
    read: (bytes) => toJson(method.output, fromBinary(method.output, bytes)),
  };
};
const metadata = (token, idempotencyKey) => {
  const made = new grpc.Metadata();
  made.set("authorization", `Bearer ${token}`);
  if (idempotencyKey) made.set("idempotency-key", idempotencyKey);
  return made;
};
const answerOf = (start) => new Promise((resolve, reject) => start((error, value) => error ? reject(error) : resolve(value)));
const all = (call) => new Promise((resolve, reject) => {
  const got = [];
  call.on("data", (value) => got.push(value)).on("error", reject).on("end", () => resolve(got));
});

const outcome = { services };
const suggest = rpc("unary", "Suggest");
const suggestOnce = () => answerOf((done) =>
  client.makeUnaryRequest(suggest.path, suggest.write, suggest.read, { text: "From Node" }, metadata(employee, key), done));
outcome.unary = await suggestOnce();
outcome.repeated = await suggestOnce();

const imports = rpc("client_streaming", "ImportSuggestions");
outcome.clientStreaming = await answerOf((done) => {
  const call = client.makeClientStreamRequest(imports.path, imports.write, imports.read, metadata(integration, key), done);
  for (const text of ["one", "two"]) call.write({ text });
  call.end();
});

const list = rpc("server_streaming", "ListSuggestions");
outcome.serverStreaming = await all(client.makeServerStreamRequest(list.path, list.write, list.read, {}, metadata(employee)));

const lookUp = rpc("bidi_streaming", "LookUp");
const conversation = client.makeBidiStreamRequest(lookUp.path, lookUp.write, lookUp.read, metadata(employee));
for (const { id } of outcome.serverStreaming) conversation.write({ id });
conversation.end();
outcome.duplex = await all(conversation);

console.log(JSON.stringify(outcome));
client.close();
