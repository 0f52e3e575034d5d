using System.Text;

namespace Training.Runtime.Tests.Dapr;

/// <summary>A publish request made from a good one by a few random changes.</summary>
internal sealed class PublishMutation
{
    private static readonly string[] Seeds =
    [
        """{"specversion":"1.0","id":"1","source":"/s","type":"t","topic":"x","traceid":"T","traceparent":"P","data":{"a":[1,2.5e3,"\u00fc\ud83d\ude00",null,true]}}""",
        """{"id":"2","pubsubname":"y","expiration":"2099-01-01T00:00:00Z","tracestate":"a=b","datacontenttype":"text/plain","data":"words"}""",
        """{"id":"3","data_base64":"AAEC/w==","extension":7}""",
        """[{"entryId":"1","event":{"a":1},"contentType":"application/json"},{"entryID":"2","event":"words","contentType":"text/plain","metadata":{"ttlInSeconds":"5"}}]""",
        """[{"ENTRYID":"3","event":"AAEC","contentType":"application/octet-stream"},{"entryId":"4","event":{"id":"9","data":1},"contentType":"application/cloudevents+json","metadata":{}}]""",
        "plain words",
    ];

    private static readonly string[] Tokens =
    [
        "{", "}", "[", "]", "\"", ",", ":", "null", "true", "\\ud800", "\\u0000", "\"topic\":", "\"traceparent\":1,", "\"entryId\":\"1\",", "1e999", "-0", " ", "\n", "\t", "\\", "é",
    ];

    private static readonly string?[] ContentTypes =
    [
        "application/cloudevents+json", "application/json", "text/plain", "application/octet-stream", "application/xml", "foo/bar", "application/json; charset=utf-8", null,
    ];

    private static readonly string[] Queries =
    [
        "", "", "", "?metadata.ttlInSeconds=10", "?metadata.rawPayload=true", "?metadata.rawPayload=maybe", "?metadata.cloudevent.id=%00%ff&metadata.x=y",
        "?metadata.=1&metadata.connection=close&metadata.a%20b=c", "?metadata.trace=%0d%0aX:1", "?&&==&metadata.host=h&metadata.%C3%BC=%C3%BC", "?metadata.traceparent=x&metadata.te=y",
    ];

    private static readonly string[] Places =
        ["pubsub/a", "pubsub/a", "pubsub/raw", "bulk/pubsub/a", "bulk/pubsub/a", "bulk/pubsub/raw", "nowhere/a", "pubsub/", "/a", "pubsub/a%00b", "bulk/pubsub/a%2", "pubsub/%zz+"];

    public PublishMutation(Random random)
    {
        var isBulk = random.Next(2) == 0;
        Path = $"/v1.0/publish/{(random.Next(10) > 0 ? (isBulk ? "bulk/pubsub/a" : "pubsub/a") : Pick(random, Places))}{Pick(random, Queries)}";
        ContentType = random.Next(3) > 0 && !isBulk ? "application/cloudevents+json" : Pick(random, ContentTypes);
        Body = Mutate(random, isBulk ? Pick(random, Seeds[3..5]) : Pick(random, Seeds));
        Headers = random.Next(4) == 0 ? [("traceparent", Pick(random, Tokens).Trim() + "x"), ("tracestate", "a=b")] : [];
    }

    public string Path { get; }

    public string? ContentType { get; }

    public byte[] Body { get; }

    public (string, string)[] Headers { get; }

    private static byte[] Mutate(Random random, string seed)
    {
        var body = new List<byte>(Encoding.UTF8.GetBytes(seed));
        for (var changes = random.Next(5); changes > 0 && body.Count > 0; changes--)
        {
            var at = random.Next(body.Count);
            switch (random.Next(6))
            {
                case 0:
                    body[at] = (byte)random.Next(256);
                    break;
                case 1:
                    body[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 2:
                    body.RemoveRange(at, random.Next(Math.Min(12, body.Count - at)));
                    break;
                case 3:
                    body.InsertRange(at, Encoding.UTF8.GetBytes(Pick(random, Tokens)));
                    break;
                case 4:
                    body.InsertRange(at, body.GetRange(at, random.Next(Math.Min(40, body.Count - at))));
                    break;
                default:
                    if (random.Next(4) == 0)
                        body.RemoveRange(at, body.Count - at);
                    break;
            }
        }

        return [.. body];
    }

    private static T Pick<T>(Random random, T[] from) => from[random.Next(from.Length)];
}
