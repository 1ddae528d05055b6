using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.Sqlite;
using Rushes.Engine.Shooting.Books;
using Rushes.Engine.Watching;
using Rushes.Film;

namespace Rushes.Storage.Sqlite;

/// <summary>The books of the studio in one SQLite file: many readers, one writer that commits in groups, several processes at once.</summary>
public sealed partial class SqliteStudioStore : IStudioStore
{
    private readonly string _file;
    private readonly TimeProvider _time;
    private readonly SqliteWriter? _writer;
    private readonly SqliteSession? _memory;
    private readonly Lock _memoryDoor = new();
    private readonly ConcurrentBag<SqliteSession> _readers = [];

    private SqliteStudioStore(string file, SqliteSession session, TimeProvider time, bool inMemory)
    {
        (_file, _time) = (file, time);
        if (inMemory)
            _memory = session;
        else
            _writer = new(session, Tell);
    }

    public Pulse Queue { get; } = new();

    public Pulse Events { get; } = new();

    private long Now => _time.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>Never before the moment itself, so that a gate is never a fraction too early.</summary>
    private long NowOrLater => _time.GetUtcNow().AddTicks(TimeSpan.TicksPerMillisecond - 1).ToUnixTimeMilliseconds();

    /// <summary>Opens the books, making or upgrading them where needed.</summary>
    /// <param name="file">Absolute path; its folder exists.</param>
    /// <exception cref="MistakeException">The file cannot be written, is no store, or is newer than this program.</exception>
    public static SqliteStudioStore Open(string file, TimeProvider time)
    {
        SqliteSession? session = null;
        try
        {
            session = new SqliteSession(file, readOnly: false);
            session.Script("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -16000;");
            Schema.Apply(session, file);
            BuiltInAccounts.Enter(session);
            return new(file, session, time, inMemory: false);
        }
        catch (SqliteException problem) when (StoreMistakes.Of(problem, file) is { } mistake)
        {
            session?.Dispose();
            throw mistake.AsException();
        }
        catch
        {
            session?.Dispose();
            throw;
        }
    }

    /// <summary>Books that are forgotten when closed. Everything happens at once on the caller's thread.</summary>
    public static SqliteStudioStore InMemory(TimeProvider time)
    {
        var session = new SqliteSession(":memory:", readOnly: false);
        Schema.Apply(session, ":memory:");
        BuiltInAccounts.Enter(session);
        return new(":memory:", session, time, inMemory: true);
    }

    /// <summary>Finishes what was begun to be written, then closes.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_writer is not null)
            await _writer.DisposeAsync();
        while (_readers.TryTake(out var reader))
            reader.Dispose();
        _memory?.Dispose();
    }

    [SuppressMessage("Design", "CA1068", Justification = "Work that spans lines reads better as the last argument.")]
    private Task<T> WriteAsync<T>(CancellationToken cancellation, Func<SqliteSession, T> work)
    {
        if (cancellation.IsCancellationRequested)
            return Task.FromCanceled<T>(cancellation);
        return _writer is null ? WriteInMemory(work) : WriteToFileAsync(work);
    }

    private async Task<T> WriteToFileAsync<T>(Func<SqliteSession, T> work)
    {
        try
        {
            return await _writer!.WriteAsync(work);
        }
        catch (SqliteException problem) when (StoreMistakes.Of(problem, _file) is { } mistake)
        {
            throw mistake.AsException();
        }
    }

    private Task<T> WriteInMemory<T>(Func<SqliteSession, T> work)
    {
        T value = default!;
        lock (_memoryDoor)
        {
            if (SqliteTransactions.Try(_memory!, 0, (session, _) => value = work(session)) is { } problem)
                return Task.FromException<T>(problem);
        }

        Tell(_memory!);
        return Task.FromResult(value);
    }

    [SuppressMessage("Design", "CA1068", Justification = "Work that spans lines reads better as the last argument.")]
    private Task<T> ReadAsync<T>(CancellationToken cancellation, Func<SqliteSession, T> read)
    {
        if (cancellation.IsCancellationRequested)
            return Task.FromCanceled<T>(cancellation);
        if (_memory is not null)
        {
            lock (_memoryDoor)
                return Task.FromResult(read(_memory));
        }

        if (!_readers.TryTake(out var session))
            session = new SqliteSession(_file, readOnly: true);
        try
        {
            return Task.FromResult(read(session));
        }
        finally
        {
            _readers.Add(session);
        }
    }

    private void Tell(SqliteSession session)
    {
        if (session.EventsStored)
            Events.Beat();
        if (session.QueueChanged)
            Queue.Beat();
    }
}
