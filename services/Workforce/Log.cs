using Microsoft.Extensions.Logging;

namespace Training.Workforce;

internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Information, "Roster import {Id}: {Counts}")]
    public static partial void RosterImported(this ILogger log, RosterImportId id, RosterCounts counts);
}
