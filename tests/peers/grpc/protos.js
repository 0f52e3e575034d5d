// Loads the .proto files of the tests, and the standard services' files as npm's packages bring them.
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import path from 'node:path';
import grpc from '@grpc/grpc-js';
import protoLoader from '@grpc/proto-loader';

const tests = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../Runtime.Tests/Protos');
const npm = path.dirname(createRequire(import.meta.url).resolve('@grpc/reflection/package.json'));
export const descriptors = createRequire(import.meta.url)('protobufjs/ext/descriptor');
export const options = { longs: Number, enums: Number, defaults: false, oneofs: true };

function load(root, file) {
  return grpc.loadPackageDefinition(protoLoader.loadSync(file, { ...options, includeDirs: [root] }));
}

export const loadTesting = () => load(tests, 'grpc/testing/test.proto').grpc.testing;

/** version: v1 or v1alpha */
export const loadReflection = (version) =>
  load(path.join(npm, 'build/proto'), `grpc/reflection/${version}/reflection.proto`).grpc.reflection[version];

/** The names of the files in a FileDescriptorResponse. */
export const namesIn = (response) => response.fileDescriptorProto.map((bytes) => descriptors.FileDescriptorProto.decode(bytes).name);
