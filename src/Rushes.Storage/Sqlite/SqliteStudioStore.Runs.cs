using Rushes.Engine.Shooting;
using Rushes.Engine.Shooting.Books;
using Rushes.Engine.Watching;
using Rushes.Film.Takes;

namespace Rushes.Storage.Sqlite;

public sealed partial class SqliteStudioStore
{
    private const string RunColumns =
        """
        SELECT r.id, p.folder, r.title, r.state, r.providers, r.accounts, r.created_at, r.film,
          (SELECT COALESCE(MAX(seq), 0) FROM events WHERE run = r.id),
          (SELECT MIN(submitted_at) FROM takes WHERE run = r.id), (SELECT MAX(ready_at) FROM takes WHERE run = r.id)
        FROM runs r JOIN projects p ON p.id = r.project
        """;

    private const string TakeColumns =
        """
        SELECT t.id, t.run, t.scene, t.take, t.state, t.digest, t.model, t.seed, t.account, c.name, t.attempt, t.attempts, t.clip, t.bytes, t.normal,
          t.code, t.words, t.cost, t.currency, t.submitted_at, t.ready_at
        FROM takes t LEFT JOIN accounts c ON c.id = t.account
        """;

    public Task<RunSheet> CreateRunAsync(NewRun run, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(run);
        return WriteAsync(cancellation, session =>
        {
            session.Run("INSERT INTO projects (folder) VALUES ($1) ON CONFLICT (folder) DO NOTHING", run.Project);
            session.Run(
                """
                INSERT INTO runs (id, project, title, state, providers, accounts, created_at, total)
                SELECT $1, id, $3, 'filming', $4, $5, $6, 0 FROM projects WHERE folder = $2
                """,
                run.Id,
                run.Project,
                run.Title,
                Columns.Names(run.Providers),
                Columns.Names(run.Accounts),
                Now);
            session.Run("INSERT INTO attendants (run, owner) VALUES ($1, $2)", run.Id, run.Attendant);
            AddTakes(session, run.Id, run.Takes);
            Append(session, run.Id, Now, new RunStarted(run.Takes.Select(take => take.Order.Scene).Distinct().Count(), run.Takes.Count, run.Lanes));
            FinishIfSettled(session, run.Id, Now);
            return Run(session, run.Id)!;
        });
    }

    public Task<IReadOnlyList<TakeSheet>> AddTakesAsync(string run, IReadOnlyList<NewTake> takes, string attendant, CancellationToken cancellation) =>
        WriteAsync<IReadOnlyList<TakeSheet>>(cancellation, session =>
        {
            var added = AddTakes(session, run, takes);
            Reopen(session, run, attendant);
            Append(session, run, Now, new RunResumed(added.Count));
            return [.. added.Select(take => session.One(TakeColumns + " WHERE t.id = $1", ReadTake, take)!)];
        });

    public Task<IReadOnlyList<RunSheet>> RunsAsync(CancellationToken cancellation) =>
        ReadAsync<IReadOnlyList<RunSheet>>(cancellation, session =>
        {
            var counts = session.All(
                "SELECT run, state, COUNT(*) FROM takes GROUP BY run, state",
                static row => (Run: row.GetString(0), State: StateWords.Take(row.GetString(1)), Count: row.GetInt32(2)))
                .ToLookup(count => count.Run, StringComparer.Ordinal);
            var runs = session.All(RunColumns + " ORDER BY r.created_at DESC, r.rowid DESC", ReadRun);
            return [.. runs.Select(run => run with { Takes = counts[run.Id].ToDictionary(count => count.State, count => count.Count) })];
        });

    public Task<RunSheet?> RunAsync(string run, CancellationToken cancellation) => ReadAsync(cancellation, session => Run(session, run));

    public Task<RunState?> RunStateAsync(string run, CancellationToken cancellation) => ReadAsync(cancellation, session =>
        session.One("SELECT state FROM runs WHERE id = $1", static row => row.GetString(0), run) is { } word ? StateWords.Run(word) : (RunState?)null);

    public Task<IReadOnlyList<WaitingTakes>> WaitingAsync(string run, CancellationToken cancellation) =>
        ReadAsync<IReadOnlyList<WaitingTakes>>(cancellation, session => session.All(
            """
            SELECT state, model, account, only_account, COUNT(*) FROM (
              SELECT state, model, CASE WHEN state = 'queued' THEN NULL ELSE account END AS account, only_account FROM takes
              WHERE run = $1 AND state IN ('queued', 'submitting', 'generating', 'downloading', 'upscaling'))
            GROUP BY 1, 2, 3, 4
            """,
            static row => new WaitingTakes(StateWords.Take(row.GetString(0)), row.Model(1), row.Text(2), row.Text(3), row.GetInt32(4)),
            run));

    public Task<int> StillToStopAsync(string run, CancellationToken cancellation) => ReadAsync(cancellation, session => (int)session.Number(
        """
        SELECT COUNT(*) FROM takes t JOIN attempts a ON a.id = t.attempt
        WHERE t.run = $1 AND a.stop = 1
        """,
        run)!.Value);

    public Task<IReadOnlyList<TakeSheet>> TakesAsync(string run, CancellationToken cancellation) =>
        ReadAsync<IReadOnlyList<TakeSheet>>(cancellation, session =>
            session.All(TakeColumns + " WHERE t.run = $1 ORDER BY t.scene, t.take", ReadTake, run));

    public Task<IReadOnlyList<TakeSheet>> TakesOfProjectAsync(string project, CancellationToken cancellation) =>
        ReadAsync<IReadOnlyList<TakeSheet>>(cancellation, session => session.All(
            TakeColumns + " WHERE t.project = (SELECT id FROM projects WHERE folder = $1) ORDER BY t.scene, t.take", ReadTake, project));

    public Task<IReadOnlyList<TakeSheet>> TakesOfSceneAsync(string project, int scene, CancellationToken cancellation) =>
        ReadAsync<IReadOnlyList<TakeSheet>>(cancellation, session => session.All(
            TakeColumns + " WHERE t.project = (SELECT id FROM projects WHERE folder = $1) AND t.scene = $2 ORDER BY t.take", ReadTake, project, scene));

    public Task<ShotOrder?> OrderAsync(long take, CancellationToken cancellation) =>
        ReadAsync(cancellation, session => session.One(
            "SELECT o.body, t.take, t.seed, t.first_frame FROM orders o JOIN takes t ON t.id = o.take WHERE o.take = $1",
            static row => OrderOf(row.GetString(0), row.GetInt32(1), row.GetInt64(2), row.Text(3)),
            take));

    public Task<IReadOnlyList<AttemptSheet>> AttemptsAsync(long take, CancellationToken cancellation) =>
        ReadAsync<IReadOnlyList<AttemptSheet>>(cancellation, session =>
        {
            var orphans = session.All(
                "SELECT o.attempt, o.operation FROM orphans o JOIN attempts a ON a.id = o.attempt WHERE a.take = $1 ORDER BY o.recorded_at",
                static row => (Attempt: row.GetString(0), Operation: row.GetString(1)),
                take).ToLookup(orphan => orphan.Attempt, orphan => orphan.Operation, StringComparer.Ordinal);
            var attempts = session.All(
                "SELECT id, account, state, operation, begun_at, code, words, purpose = 'upscale' FROM attempts WHERE take = $1 ORDER BY number",
                static row => new AttemptSheet(
                    row.GetString(0), 0, row.GetString(1), StateWords.Attempt(row.GetString(2)), row.Text(3), row.Time(4), row.Trouble(5, 6), [], row.GetBoolean(7)),
                take);
            return [.. attempts.Select((attempt, i) => attempt with { Number = i + 1, Orphans = [.. orphans[attempt.Id]] })];
        });

    private static List<long> AddTakes(SqliteSession session, string run, IReadOnlyList<NewTake> takes)
    {
        var project = session.Number("SELECT project FROM runs WHERE id = $1", run) ?? throw new InvalidOperationException($"There is no run {run}.");
        var position = session.Number("SELECT MAX(position) FROM takes WHERE run = $1", run) ?? 0;
        var inWork = session.Number(HighestInWork, project) ?? 0;
        var added = new List<long>(takes.Count);
        foreach (var take in takes)
        {
            var id = session.Number(
                """
                INSERT INTO takes (run, project, scene, take, position, state, model, seed, digest, only_account, after_scene)
                SELECT $1, $2, $3, MAX(COALESCE(MAX(take), 0), $4) + 1, $5, 'queued', $6, $7, $8, $9, $10 FROM takes WHERE project = $2 AND scene = $3
                RETURNING id
                """,
                run,
                project,
                take.Order.Scene,
                Math.Max(take.AboveTake, inWork),
                ++position,
                take.Order.Model ?? "",
                take.Order.Seed,
                take.Digest,
                take.OnlyAccount,
                take.Order.After)!.Value;
            session.Run("INSERT INTO orders (take, body) VALUES ($1, $2)", id, OrderJson.Write(take.Order));
            added.Add(id);
        }

        session.Run("UPDATE runs SET total = total + $2 WHERE id = $1", run, takes.Count);
        session.QueueChanged = true;
        return added;
    }

    private static RunSheet? Run(SqliteSession session, string run)
    {
        var sheet = session.One(RunColumns + " WHERE r.id = $1", ReadRun, run);
        return sheet is null
            ? null
            : sheet with
            {
                Takes = session.All(
                    "SELECT state, COUNT(*) FROM takes WHERE run = $1 GROUP BY state",
                    static row => (State: StateWords.Take(row.GetString(0)), Count: row.GetInt32(1)),
                    run).ToDictionary(count => count.State, count => count.Count),
            };
    }

    private static RunSheet ReadRun(SqliteRow row) => new(
        row.GetString(0),
        row.GetString(1),
        row.GetString(2),
        StateWords.Run(row.GetString(3)),
        row.Names(4),
        row.Names(5),
        row.Time(6),
        row.TimeOrNull(9),
        row.TimeOrNull(10),
        row.Text(7),
        row.GetInt64(8),
        new Dictionary<TakeState, int>());

    private static TakeSheet ReadTake(SqliteRow row) => new()
    {
        Id = row.GetInt64(0),
        Run = row.GetString(1),
        Scene = row.GetInt32(2),
        Take = row.GetInt32(3),
        State = StateWords.Take(row.GetString(4)),
        Digest = row.GetString(5),
        Model = row.Model(6),
        Seed = row.GetInt64(7),
        Account = row.Text(8),
        AccountName = row.Text(9) ?? row.Text(8),
        Attempt = row.Text(10),
        Attempts = row.GetInt32(11),
        Clip = row.IsDBNull(12) ? null : new(row.GetString(12), row.GetInt64(13), row.GetBoolean(14)),
        Trouble = row.Trouble(15, 16),
        Cost = row.Cost(17, 18),
        SubmittedAt = row.TimeOrNull(19),
        ReadyAt = row.TimeOrNull(20),
    };
}
