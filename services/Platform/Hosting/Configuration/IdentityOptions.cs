using System.ComponentModel.DataAnnotations;

namespace Training.Hosting;

/// <summary>Section <c>Hosting:Identity</c>: whose tokens are accepted.</summary>
public sealed class IdentityOptions
{
    /// <summary>
    /// The OpenID Connect provider: its issuer address, https unless on loopback. Needed outside Development, where a local
    /// key is accepted as well.
    /// </summary>
    public Uri? Authority { get; set; }

    /// <summary>The audience that tokens for this system carry.</summary>
    [Required]
    public string Audience { get; set; } = "training";

    /// <summary>How far the provider's clock may be off.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:05:00")]
    public TimeSpan ClockSkew { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a validated token is remembered, at most until it expires. Zero asks every time.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "01:00:00")]
    public TimeSpan RememberFor { get; set; } = TimeSpan.FromMinutes(5);
}
