using System.Globalization;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;

namespace Training.Gateway.Types;

/// <summary>A contract's values as the schema has them. In a contract what is not there is empty; in the schema it is null.</summary>
internal static class FromContract
{
    public const string Date = "yyyy-MM-dd";

    public static string? OrNull(this string text) => text.Length == 0 ? null : text;

    public static DateTimeOffset? Instant(this Timestamp? at) => at?.ToDateTimeOffset();

    public static DateOnly Day(this string date) => DateOnly.ParseExact(date, Date, CultureInfo.InvariantCulture);

    public static DateOnly? DayOrNull(this string date) => date.Length == 0 ? null : date.Day();

    public static string Hex(this ByteString hash) => Convert.ToHexStringLower(hash.Span);

    public static string? HexOrNull(this ByteString hash) => hash.IsEmpty ? null : hash.Hex();

    public static string Text(this DateOnly date) => date.ToString(Date, CultureInfo.InvariantCulture);

    public static string Text(this DateOnly? date) => date is { } day ? day.Text() : "";

    /// <exception cref="InvalidInput">It is no hash.</exception>
    public static ByteString Bytes(this string hex, string field)
    {
        try
        {
            return ByteString.CopyFrom(Convert.FromHexString(hex));
        }
        catch (FormatException)
        {
            throw new InvalidInput("HASH_NOT_READABLE", $"{field} is not a hash. Send it as you read it: 64 digits 0-9 and a-f.", field);
        }
    }
}
