using System.ComponentModel.DataAnnotations;

namespace Training.Gateway;

/// <summary>Section <c>Upstream</c>: where the five services answer gRPC, and how long they may take.</summary>
internal sealed class UpstreamOptions
{
    public const string Section = "Upstream";

    [Required]
    public Uri? Workforce { get; set; }

    [Required]
    public Uri? Curricula { get; set; }

    [Required]
    public Uri? Scenarios { get; set; }

    [Required]
    public Uri? Completions { get; set; }

    [Required]
    public Uri? Sanctions { get; set; }

    /// <summary>How long one call may take. Subscriptions have no end of their own.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan Deadline { get; set; } = TimeSpan.FromSeconds(20);
}
