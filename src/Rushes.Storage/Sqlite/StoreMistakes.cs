using Microsoft.Data.Sqlite;
using Rushes.Film;

namespace Rushes.Storage.Sqlite;

/// <summary>What the user can mend when the store's file cannot be used.</summary>
internal static class StoreMistakes
{
    private const int Denied = 3, Busy = 5, ReadOnly = 8, Full = 13, CannotOpen = 14, NoDatabase = 26, Damaged = 11;

    /// <returns>Null when it is a bug.</returns>
    public static Mistake? Of(SqliteException problem, string file) => problem.SqliteErrorCode switch
    {
        Denied or ReadOnly or CannotOpen => Mistake.Input("shooting.store-rights", "home", file),
        Full => new Mistake("shooting.store-full", "home", MistakeKind.Machine, [file]),
        NoDatabase or Damaged => Mistake.Input("shooting.store-damaged", "home", file),
        Busy => Mistake.Input("shooting.store-busy", "home", file),
        _ => null,
    };
}
