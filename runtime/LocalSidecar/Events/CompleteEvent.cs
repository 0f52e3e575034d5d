using System.Buffers;
using static Training.Runtime.LocalSidecar.Events.CloudEventScan;

namespace Training.Runtime.LocalSidecar.Events;

/// <summary>An event that its publisher wrapped: kept byte for byte, but for what the sidecar must set or may fill in.</summary>
internal static class CompleteEvent
{
    /// <summary>Null if the bytes are not one JSON object.</summary>
    public static TopicEvent? TryCreate(ReadOnlySpan<byte> json, Publication publication, IReadOnlyDictionary<string, string> metadata)
    {
        if (!TryRead(json, out var scan))
            return null;
        var timeToLive = PublishMetadata.TimeToLive(metadata);
        var now = publication.Clock.GetUtcNow();
        var replaced = Attributes.Topic | Attributes.PubSub;
        var attributes = scan.ToAttributes();

        var envelope = EnvelopeWriter.Start();
        var writer = envelope.Json;
        writer.WriteStartObject();
        writer.WriteString("topic"u8, publication.Topic);
        writer.WriteString("pubsubname"u8, publication.PubSub);
        if (!scan.Present.HasFlag(Attributes.Source))
            writer.WriteString("source"u8, publication.Source);
        if (!scan.Present.HasFlag(Attributes.Type))
            writer.WriteString("type"u8, DataEvent.DefaultType);
        if (!scan.Present.HasFlag(Attributes.SpecVersion))
            writer.WriteString("specversion"u8, DataEvent.SpecVersion);
        if (!scan.Present.HasFlag(Attributes.Time))
            writer.WriteString("time"u8, EnvelopeWriter.Rfc3339(publication.Clock.GetLocalNow()));
        if (!scan.Present.HasFlag(Attributes.TraceId))
        {
            writer.WriteString("traceid"u8, publication.TraceParent);
            writer.WriteString("traceparent"u8, publication.TraceParent);
            replaced |= Attributes.TraceParent;
            attributes = attributes with { TraceParent = publication.TraceParent };
        }

        if (!scan.Present.HasFlag(Attributes.TraceState))
        {
            writer.WriteString("tracestate"u8, publication.TraceState);
            attributes = attributes with { TraceState = publication.TraceState };
        }

        if (timeToLive is { } alive)
        {
            writer.WriteString("expiration"u8, EnvelopeWriter.Rfc3339(now + alive));
            replaced |= Attributes.Expiration;
            attributes = attributes with { Expires = now + alive };
        }

        writer.Flush();
        CopyMembers(scan, replaced, envelope.Buffer);
        envelope.Buffer.Write("}"u8);
        return new TopicEvent(publication.PubSub, publication.Topic, envelope.Finish(), attributes, metadata);
    }

    private static void CopyMembers(CloudEventScan scan, Attributes without, ArrayBufferWriter<byte> buffer)
    {
        var (next, end) = scan.Members;
        foreach (var member in scan.Replaceable ?? [])
        {
            if ((member.Attribute & without) == 0)
                continue;
            Copy(scan.Json[next..member.Start], buffer);
            next = member.End;
        }

        Copy(scan.Json[next..end], buffer);
    }

    /// <summary>Copies whole members, which may have a comma (and spaces) at either end.</summary>
    private static void Copy(ReadOnlySpan<byte> members, ArrayBufferWriter<byte> buffer)
    {
        members = members.Trim(" \t\r\n,"u8);
        if (members.IsEmpty)
            return;
        buffer.Write(","u8);
        buffer.Write(members);
    }
}
