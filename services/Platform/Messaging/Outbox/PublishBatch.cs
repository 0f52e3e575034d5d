namespace Training.Messaging;

/// <summary>What goes to the sidecar in one request: events of one topic, well below the 4 MiB that it takes.</summary>
internal static class PublishBatch
{
    private const int LargestPayload = 1024 * 1024;

    public static IEnumerable<(string Topic, List<OutboxRow> Rows)> Divide(IEnumerable<OutboxRow> rows)
    {
        foreach (var topic in TakingTurns(rows).GroupBy(row => row.Topic))
        {
            var batch = new List<OutboxRow>();
            var size = 0;
            foreach (var row in topic)
            {
                if (batch.Count > 0 && size + row.Payload.Length > LargestPayload)
                {
                    yield return (topic.Key, batch);
                    batch = [];
                    size = 0;
                }
                batch.Add(row);
                size += row.Payload.Length;
            }
            yield return (topic.Key, batch);
        }
    }

    // Reactions to one organisation's events often wait for each other's rows: those of several go side by side.
    private static IEnumerable<OutboxRow> TakingTurns(IEnumerable<OutboxRow> rows) =>
        rows.GroupBy(row => row.Organisation).SelectMany(own => own.Index()).OrderBy(row => row.Index).Select(row => row.Item);
}
