namespace Training.Hosting;

/// <summary>What a token says that was found genuine.</summary>
/// <param name="Caller">Who holds it.</param>
/// <param name="Expires">Until when it says so.</param>
internal sealed record ValidToken(Caller Caller, DateTimeOffset Expires);
