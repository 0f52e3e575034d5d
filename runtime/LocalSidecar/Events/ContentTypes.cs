namespace Training.Runtime.LocalSidecar.Events;

/// <summary>How Dapr tells content types apart: without regard to case and parameters.</summary>
internal static class ContentTypes
{
    public const string Default = "text/plain";
    public const string CloudEvent = "application/cloudevents+json";
    public const string Binary = "application/octet-stream";

    public static bool IsCloudEvent(string type) => Is(type, CloudEvent);

    public static bool IsJson(string type) => Is(type, "application/json");

    public static bool IsText(string type) => type.StartsWith("text/", StringComparison.OrdinalIgnoreCase) || Is(type, "application/xml");

    public static bool IsBinary(string type) => Is(type, Binary) || Is(type, "application/cloudevents+protobuf");

    public static bool IsProtobuf(string type) => Is(type, "application/x-protobuf");

    private static bool Is(string type, string expected)
    {
        var end = type.IndexOf(';', StringComparison.Ordinal);
        return (end < 0 ? type.AsSpan() : type.AsSpan(0, end)).Equals(expected, StringComparison.OrdinalIgnoreCase);
    }
}
