using System.Globalization;
using Google.Protobuf;
using Training.Sanctions.V1;

namespace Training.AppHost.Sample.Page;

/// <summary>Values as a reader wants to see them.</summary>
internal static class Words
{
    public static string Number(long number) => number.ToString("#,0", CultureInfo.InvariantCulture);

    public static string Share(long part, long whole) => whole == 0 ? "0 %" : $"{100.0 * part / whole:0.#} %";

    public static string Moment(DateTime utc) => utc.ToString("d MMM yyyy, HH:mm:ss", CultureInfo.InvariantCulture) + " UTC";

    public static string Iso(DateTime utc) => utc.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    public static string Hash(ByteString hash) => Convert.ToHexStringLower(hash.Span);

    /// <summary>"written-warning" as "written warning".</summary>
    public static string Plain(string code) => code.Replace('-', ' ');

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
