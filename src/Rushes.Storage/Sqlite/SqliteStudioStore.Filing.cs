using Rushes.Engine.Shooting;
using Rushes.Engine.Shooting.Books;

namespace Rushes.Storage.Sqlite;

// Takes go with their scenes when these get other numbers.
public sealed partial class SqliteStudioStore
{
    // Whoever films a take may write its clip under the number that it had when it was taken up; no other take is given that one meanwhile.
    private const string HighestInWork =
        "SELECT COALESCE(MAX(take), 0) FROM takes WHERE project = $1 AND state IN ('submitting', 'generating', 'downloading', 'upscaling', 'unknown')";

    public Task<IReadOnlyDictionary<long, (int Scene, int Take)>> FileTakesAsync(string project, IReadOnlyList<FiledTake> takes, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(takes);
        return WriteAsync<IReadOnlyDictionary<long, (int Scene, int Take)>>(cancellation, session =>
        {
            var folder = session.Number("SELECT id FROM projects WHERE folder = $1", project);
            var inWork = session.Number(HighestInWork, folder) ?? 0;

            // Out of the way first: scenes may change places.
            foreach (var take in takes)
                session.Run("UPDATE takes SET scene = -id WHERE id = $1 AND project = $2", take.Id, folder);
            var filed = new Dictionary<long, (int Scene, int Take)>();
            foreach (var take in takes)
            {
                session.Run(
                    """
                    UPDATE takes SET scene = $2, digest = $3, after_scene = $4,
                      take = CASE
                        WHEN NOT EXISTS (SELECT 1 FROM takes o WHERE o.project = takes.project AND o.scene = $2 AND o.take = takes.take)
                          AND (clip IS NOT NULL OR take > MAX($5, $6)) THEN take
                        ELSE MAX((SELECT COALESCE(MAX(take), 0) FROM takes o WHERE o.project = takes.project AND o.scene = $2), $5, $6) + 1
                      END
                    WHERE id = $1 AND project = $7
                    """,
                    take.Id,
                    take.Scene,
                    OrderDigest.Of(take.Order),
                    take.Order.After,
                    take.AboveTake,
                    inWork,
                    folder);
                session.Run("UPDATE orders SET body = $2 WHERE take = $1", take.Id, OrderJson.Write(take.Order));
                filed[take.Id] = session.One("SELECT scene, take FROM takes WHERE id = $1", static row => (row.GetInt32(0), row.GetInt32(1)), take.Id);
            }

            return filed;
        });
    }
}
