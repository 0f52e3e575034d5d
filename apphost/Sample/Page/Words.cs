using System.Globalization;
using Google.Protobuf;
using Training.AppHost.Sample.Story;

namespace Training.AppHost.Sample.Page;

/// <summary>Values as a reader wants to see them.</summary>
internal static class Words
{
    public static string Number(long number) => number.ToString("#,0", CultureInfo.InvariantCulture);

    public static string Share(long part, long whole) => whole == 0 ? "0 %" : $"{100.0 * part / whole:0.#} %";

    public static string Moment(DateTimeOffset at) => at.UtcDateTime.ToString("d MMM yyyy, HH:mm:ss", CultureInfo.InvariantCulture) + " UTC";

    public static string Iso(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    public static string Hash(ByteString hash) => Convert.ToHexStringLower(hash.Span);

    /// <summary>"written-warning" as "written warning".</summary>
    public static string Plain(string code) => code.Replace('-', ' ');

    public static string Audience(Audience audience)
    {
        var limits = new List<string>();
        Limit("exposure to patients’ information", audience.PhiExposures.Select(Plain));
        Limit("constituency", audience.Constituencies.Select(Plain));
        Limit("job role", audience.JobRoles);
        Limit("site", audience.Sites);
        if (audience.EphiAccessOnly)
            limits.Add("access to electronic information");
        return limits.Count == 0 ? "the whole workforce" : $"whoever has {string.Join("; ", limits)}";

        void Limit(string name, IEnumerable<string> values)
        {
            if (string.Join(", ", values) is { Length: > 0 } any)
                limits.Add($"{name}: {any}");
        }
    }

    private static string Plain<T>(T value) where T : struct, Enum =>
        string.Concat(value.ToString().Select((letter, i) => char.IsUpper(letter) ? $"{(i > 0 ? " " : "")}{char.ToLowerInvariant(letter)}" : $"{letter}"));

    public static string Verdict(TrainingVerdict verdict) => verdict switch
    {
        TrainingVerdict.TrainedBefore => "Trained before it happened",
        TrainingVerdict.TrainedOnSupersededVersion => "Trained on a version that had been replaced",
        TrainingVerdict.NotPassed => "Took the training, and did not pass it",
        TrainingVerdict.TrainedAfter => "Trained only afterwards",
        TrainingVerdict.NeverTrained => "Never trained",
        _ => "Unknown",
    };

    public static string Family(string letter) => letter switch
    {
        "T" => "Texting",
        "E" => "E-mailing",
        "F" => "Faxing and printing",
        "C" => "Public areas",
        "R" => "Remote work",
        "W" => "Wrong recipient",
        _ => letter,
    };
}
