// Publishes through @dapr/dapr to the sidecar at the given port, and says what the SDK made of each answer.
import { DaprClient, HttpMethod } from "@dapr/dapr";

const [port, pubsub, topic, token] = process.argv.slice(2);
const client = new DaprClient({
  daprHost: "127.0.0.1",
  daprPort: port,
  daprApiToken: token,
  logger: { level: "error" },
});

const outcome = {};
const publish = async (name, data, options) => {
  const { error } = await client.pubsub.publish(pubsub, topic, data, options);
  outcome[name] = error ? JSON.parse(error.message).status : "published";
};

await publish("object", { kind: "object", n: 1 });
await publish("text", "plain words");
await publish("number", 42);
await publish("bytes", Buffer.from([0, 1, 254, 255]));
await publish("event", {
  specversion: "1.0", id: "js-1", source: "/js", type: "js.type", datacontenttype: "application/json", data: { kind: "event" }, hospital: "north",
});
await publish("ttl", { kind: "ttl" }, { metadata: { ttlInSeconds: "60" } });
await publish("raw", { kind: "raw" }, { metadata: { rawPayload: "true" } });
await publish("xml", "<kind>xml</kind>", { contentType: "application/xml" });

const bulk = await client.pubsub.publishBulk(pubsub, topic, [
  { kind: "bulk-object" },
  "bulk words",
  { entryID: "named", event: { kind: "bulk-entry" }, contentType: "application/json", metadata: { "cloudevent.type": "bulk.type" } },
  { event: { specversion: "1.0", id: "js-2", source: "/js", type: "js.type", data: { kind: "bulk-event" } } },
]);
outcome.bulk = bulk.failedMessages.length;
outcome.unknown = (await client.pubsub.publish("nowhere", topic, "x")).error ? "refused" : "published";
outcome.healthy = await client.health.isHealthy();
outcome.metadata = (await client.metadata.get()).id;
outcome.setMetadata = await client.metadata.set("colour", "blue");
outcome.colour = (await client.metadata.get()).extended.colour;

const [callee] = process.argv.slice(6);
if (callee) {
  outcome.invoked = await client.invoker.invoke(callee, "echo?a=1", HttpMethod.POST, { hello: "there" }, { headers: { "x-custom": "kept" } });
}

console.log(JSON.stringify(outcome));
await client.stop();
