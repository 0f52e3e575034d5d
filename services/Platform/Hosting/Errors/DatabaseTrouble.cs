using System.Data.Common;

namespace Training.Hosting;

/// <summary>Tells a database that is away for a moment from a mistake of ours: the caller can repeat, nobody need mend anything.</summary>
internal static class DatabaseTrouble
{
    // PostgreSQL's class "operator intervention": it is shutting down, has crashed or is not up yet.
    private const string OperatorIntervention = "57P";

    public static bool IsPassing(Exception? error)
    {
        for (; error is not null; error = error.InnerException)
        {
            if (error is DbException database
                && (database.IsTransient || database.SqlState?.StartsWith(OperatorIntervention, StringComparison.Ordinal) == true))
                return true;
        }

        return false;
    }
}
