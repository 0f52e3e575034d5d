// Raw HTTP/2 through a sidecar's gRPC port: what a stream's end looks like to a caller.
import http2 from "node:http2";

const [port, callee] = process.argv.slice(2);
const session = http2.connect(`http://127.0.0.1:${port}`);
const open = (path) => session.request({
  ":method": "POST", ":path": path, "content-type": "application/grpc", te: "trailers", "dapr-app-id": callee,
});
const ended = (stream, act = () => stream.end()) => new Promise((resolve) => {
  const outcome = { data: 0 };
  stream.on("response", (headers) => Object.assign(outcome, { status: headers[":status"], grpcStatus: headers["grpc-status"], message: headers["grpc-message"] }));
  stream.on("data", (part) => { outcome.data += part.length; });
  stream.on("error", () => {});
  stream.on("close", () => resolve({ ...outcome, rst: stream.rstCode }));
  act(stream);
});
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

const outcome = {};
outcome.before = await ended(open("/test/Before"));
outcome.after = await ended(open("/test/After"), (stream) => stream.once("data", () => stream.end()));
outcome.trailersOnly = await ended(open("/test/TrailersOnly"));

// The length of a message that is too large, byte by byte: 5 MiB behind a good message.
outcome.tooLarge = await ended(open("/test/Hold"), async (stream) => {
  for (const byte of [0, 0, 0, 0, 1, 42, 0, 0x00, 0x50, 0x00, 0x00]) {
    stream.write(Buffer.from([byte]));
    await pause(5);
  }
});
outcome.cancelled = await ended(open("/test/Hold"), async (stream) => {
  stream.write(Buffer.from([0, 0, 0, 0, 1, 42]));
  await new Promise((answered) => stream.once("response", answered));
  stream.close(http2.constants.NGHTTP2_CANCEL);
});
console.log(JSON.stringify(outcome));
session.close();
