// A @dapr/dapr server on loopback. It says "delivery <json>" for each message that a handler gets.
import express from "express";
import { DaprServer, DaprPubSubStatusEnum } from "@dapr/dapr";

const [port, daprPort] = process.argv.slice(2);
const loopback = express();
const listen = loopback.listen.bind(loopback);
loopback.listen = (on) => listen(on, "127.0.0.1");

const server = new DaprServer({
  serverHost: "127.0.0.1",
  serverPort: port,
  serverHttp: loopback,
  clientOptions: { daprHost: "127.0.0.1", daprPort },
  logger: { level: "error" },
});

const tell = (handler) => async (data, headers) => {
  console.log("delivery " + JSON.stringify({ handler, data, pubsubname: headers.pubsubname, traceparent: headers.traceparent }));
};

let attempts = 0;
await server.pubsub.subscribe("pubsub", "plain", tell("plain"));
await server.pubsub.subscribe("pubsub", "routed", tell("routed"), "my-route");
await server.pubsub.subscribe("pubsub", "raw", tell("raw"), undefined, { rawPayload: true });
await server.pubsub.subscribe("pubsub", "retried", async (data) => {
  await tell("retried")({ data, attempt: ++attempts }, {});
  return attempts < 3 ? DaprPubSubStatusEnum.RETRY : DaprPubSubStatusEnum.SUCCESS;
});
await server.pubsub.subscribeWithOptions("pubsub", "dropped", {
  callback: async (data) => {
    await tell("dropped")(data, {});
    return DaprPubSubStatusEnum.DROP;
  },
  deadLetterTopic: "dead",
  deadLetterCallback: tell("unused"),
});
await server.pubsub.subscribe("pubsub", "dead", tell("dead"));
await server.invoker.listen("double", async ({ body }) => ({ doubled: JSON.parse(body).n * 2 }), { method: "post" });

await server.start();
console.log("ready " + JSON.stringify({ port: Number(port) }));
