using System.ComponentModel.DataAnnotations;

namespace Training.Messaging;

/// <summary>How a service hands events over and takes them in. Section <c>Messaging</c>.</summary>
public sealed class MessagingOptions
{
    /// <summary>The Dapr pub/sub component. Default <c>pubsub</c>.</summary>
    [Required]
    public string PubSub { get; set; } = "pubsub";

    /// <summary>What the sidecar must send as <c>dapr-api-token</c> with every delivery. Empty: nothing is asked for, which only Development allows.</summary>
    public string AppToken { get; set; } = "";

    /// <summary>Events per bulk publish. Default 500.</summary>
    [Range(1, 1000)]
    public int BatchSize { get; set; } = 500;

    /// <summary>Batches on their way at once. Default 2.</summary>
    [Range(1, 16)]
    public int Relays { get; set; } = 2;

    /// <summary>How long a relay may take for a batch before another may take it over. Default one minute.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan Lease { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>How often an idle relay looks for events that nobody announced (another process's, a crashed one's). Default 5 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "01:00:00")]
    public TimeSpan PollEvery { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>After so many answered failures an event is parked and waits for an operator. Default 12, about an hour.</summary>
    [Range(1, 1000)]
    public int ParkAfter { get; set; } = 12;

    /// <summary>The wait after the first failure; it doubles with each further one. Default 1 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "01:00:00")]
    public TimeSpan FirstWait { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>The longest wait between two attempts. Default 5 minutes.</summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "1.00:00:00")]
    public TimeSpan LongestWait { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>How long a delivered event stays in the outbox to be looked at. Default 7 days.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "3650.00:00:00")]
    public TimeSpan KeepSent { get; set; } = TimeSpan.FromDays(7);

    /// <summary>How long the sealer collects audit entries before it links them. Default 400 ms; the promise is one second.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:00:01")]
    public TimeSpan SealAfter { get; set; } = TimeSpan.FromMilliseconds(400);
}
