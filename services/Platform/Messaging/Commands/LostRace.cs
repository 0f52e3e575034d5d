using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace Training.Messaging;

/// <summary>Tells what another writer was quicker at, and may go well the next time, from everything else that can go wrong.</summary>
internal static class LostRace
{
    private const string Serialisation = "40001";
    private const string Deadlock = "40P01";

    // A statement's error comes as it is or wrapped, as the statement was sent: by a save, set-based, or through PostgreSQL's provider.
    public static bool Is(Exception? error)
    {
        for (; error is not null; error = error.InnerException)
        {
            if (error is DbUpdateException or DbException { SqlState: Serialisation or Deadlock })
                return true;
        }

        return false;
    }
}
