// Loads the .proto files of the tests.
import { fileURLToPath } from 'node:url';
import path from 'node:path';
import grpc from '@grpc/grpc-js';
import protoLoader from '@grpc/proto-loader';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../Runtime.Tests/Protos');

export function load(...files) {
  const definition = protoLoader.loadSync(files, { includeDirs: [root], longs: Number, enums: Number, defaults: false, oneofs: true });
  return grpc.loadPackageDefinition(definition);
}

export const loadTesting = () => load('grpc/testing/test.proto').grpc.testing;
