namespace Rushes.FakeProviders.Calls;

/// <summary>Every request in order of arrival.</summary>
public sealed class CallLog
{
    private readonly Lock gate = new();
    private readonly List<Call> calls = [];
    private int inFlight;

    /// <summary>A copy of what there is now.</summary>
    public IReadOnlyList<Call> All
    {
        get
        {
            lock (gate)
                return [.. calls];
        }
    }

    /// <summary>The most requests answered at the same time.</summary>
    public int MostInFlight { get; private set; }

    /// <summary>Requests to <paramref name="door"/> whose path contains <paramref name="path"/>.</summary>
    public IReadOnlyList<Call> To(string path, Door door = Door.Api) =>
        [.. All.Where(call => call.Door == door && call.Path.Contains(path, StringComparison.OrdinalIgnoreCase))];

    internal Call Begin(Func<int, Call> call)
    {
        lock (gate)
        {
            var begun = call(calls.Count + 1);
            calls.Add(begun);
            MostInFlight = Math.Max(MostInFlight, ++inFlight);
            return begun;
        }
    }

    internal void Replace(Call call)
    {
        lock (gate)
        {
            if (call.Number <= calls.Count)
                calls[call.Number - 1] = call;
        }
    }

    internal void End(Call call)
    {
        lock (gate)
        {
            inFlight--;
            if (call.Number <= calls.Count)
                calls[call.Number - 1] = call;
        }
    }

    internal void Clear()
    {
        lock (gate)
        {
            calls.Clear();
            MostInFlight = inFlight;
        }
    }
}
