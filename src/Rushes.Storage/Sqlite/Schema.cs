using System.Reflection;
using Rushes.Film;

namespace Rushes.Storage.Sqlite;

/// <summary>Brings the books to the newest form: numbered scripts, each in one transaction, counted in <c>user_version</c>.</summary>
internal static class Schema
{
    private const string Folder = "Rushes.Storage.Schema.Sqlite.";
    private static readonly Lazy<IReadOnlyList<string>> Steps = new(ReadSteps);

    /// <exception cref="MistakeException">A newer version of the program made the books.</exception>
    public static void Apply(SqliteSession session, string file)
    {
        var steps = Steps.Value;
        var version = Version(session);
        if (version > steps.Count)
            throw Mistake.Input("shooting.store-newer", file).AsException();
        for (var step = version; step < steps.Count; step++)
        {
            var problem = SqliteTransactions.Try(session, (steps, step), static (session, at) =>
            {
                // Another process may have been faster.
                if (Version(session) != at.step)
                    return;
                session.Script(at.steps[at.step]);
                session.Script(FormattableString.Invariant($"PRAGMA user_version = {at.step + 1}"));
            });
            if (problem is not null)
                System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(problem);
        }
    }

    private static int Version(SqliteSession session) => (int)(session.Number("PRAGMA user_version") ?? 0);

    private static List<string> ReadSteps()
    {
        var assembly = Assembly.GetExecutingAssembly();
        var names = assembly.GetManifestResourceNames().Where(name => name.StartsWith(Folder, StringComparison.Ordinal)).Order(StringComparer.Ordinal);
        return [.. names.Select(name =>
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            return reader.ReadToEnd();
        })];
    }
}
