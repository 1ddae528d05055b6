using System.Threading.Channels;

namespace Rushes.Storage.Sqlite;

/// <summary>
/// The one writer of this process. Whatever waits is written in one transaction, so that many lanes share the price of reaching the disk; a write
/// that fails is rolled back alone and harms none of the others.
/// </summary>
internal sealed class SqliteWriter : IAsyncDisposable
{
    private const int LargestGroup = 512;
    private readonly Channel<Entry> _entries = Channel.CreateUnbounded<Entry>(new() { SingleReader = true });
    private readonly SqliteSession _session;
    private readonly Action<SqliteSession> _committed;
    private readonly Task _writing;

    /// <param name="committed">Called after each commit, before the writers hear of it.</param>
    public SqliteWriter(SqliteSession session, Action<SqliteSession> committed)
    {
        (_session, _committed) = (session, committed);
        _writing = Task.Run(WriteAllAsync);
    }

    /// <param name="work">May run twice, so it must do nothing beyond the session.</param>
    public Task<T> WriteAsync<T>(Func<SqliteSession, T> work)
    {
        var entry = new Entry<T>(work);
        ObjectDisposedException.ThrowIf(!_entries.Writer.TryWrite(entry), this);
        return entry.Result;
    }

    /// <summary>Writes what waits, then closes.</summary>
    public async ValueTask DisposeAsync()
    {
        _entries.Writer.TryComplete();
        await _writing;
        _session.Dispose();
    }

    private async Task WriteAllAsync()
    {
        var group = new List<Entry>();
        while (await _entries.Reader.WaitToReadAsync())
        {
            while (group.Count < LargestGroup && _entries.Reader.TryRead(out var entry))
                group.Add(entry);
            if (!TryCommit(group, out var problem))
            {
                if (group.Count == 1)
                    group[0].Fail(problem);
                else
                    OneByOne(group);
            }

            group.Clear();
        }
    }

    private void OneByOne(List<Entry> group)
    {
        foreach (var entry in group)
        {
            if (!TryCommit([entry], out var problem))
                entry.Fail(problem);
        }
    }

    private bool TryCommit(List<Entry> group, [System.Diagnostics.CodeAnalysis.NotNullWhen(false)] out Exception? problem)
    {
        problem = SqliteTransactions.Try(_session, group, static (session, entries) =>
        {
            foreach (var entry in entries)
                entry.Run(session);
        });
        if (problem is not null)
            return false;
        _committed(_session);
        foreach (var entry in group)
            entry.Complete();
        return true;
    }

    private abstract class Entry
    {
        public abstract void Run(SqliteSession session);

        public abstract void Complete();

        public abstract void Fail(Exception problem);
    }

    private sealed class Entry<T>(Func<SqliteSession, T> work) : Entry
    {
        private readonly TaskCompletionSource<T> _result = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private T? _value;

        public Task<T> Result => _result.Task;

        public override void Run(SqliteSession session) => _value = work(session);

        public override void Complete() => _result.TrySetResult(_value!);

        public override void Fail(Exception problem) => _result.TrySetException(problem);
    }
}
