using Rushes.FakeProviders.Faults;

namespace Rushes.FakeProviders.Operations;

/// <summary>
/// All operations of a server. Nothing runs in the background: whoever looks moves them on to the present, so that a
/// stepped clock gives the same history as a real one.
/// </summary>
public sealed class OperationBook
{
    private readonly Lock gate = new();
    private readonly TimeProvider time;
    private readonly Dictionary<string, Operation> byName = new(StringComparer.Ordinal);
    private readonly List<Operation> all = [];
    private readonly Dictionary<string, Floor> floors = new(StringComparer.Ordinal);

    internal OperationBook(TimeProvider time) => this.time = time;

    /// <summary>All operations in the order they were accepted, as they are now.</summary>
    public IReadOnlyList<Operation> All
    {
        get
        {
            lock (gate)
            {
                Advance();
                return [.. all];
            }
        }
    }

    /// <summary>The most operations that generated at the same time, over all accounts.</summary>
    public int MostRunning { get; private set; }

    /// <summary>The most operations of <paramref name="account"/> that generated at the same time.</summary>
    public int MostRunningOf(string account)
    {
        lock (gate)
            return floors.TryGetValue(account, out var floor) ? floor.MostRunning : 0;
    }

    /// <summary>Accepts <paramref name="orders"/> together, or none when they must not queue and slots are missing.</summary>
    internal IReadOnlyList<Operation>? Accept(
        IReadOnlyList<(Order Order, Fault? Fate)> orders, string account, string? project, TimeSpan generate, int? slots, bool mayQueue, Func<string> name)
    {
        lock (gate)
        {
            Advance();
            if (!floors.TryGetValue(account, out var floor))
                floors[account] = floor = new Floor();
            floor.Slots = slots ?? int.MaxValue;
            if (!mayQueue && floor.Running.Count + floor.Waiting.Count + (long)orders.Count > floor.Slots)
                return null;
            var now = time.GetUtcNow();
            List<Operation> accepted = [];
            foreach (var (order, fate) in orders)
            {
                var operation = new Operation(name(), order, account, project, fate, now, generate);
                accepted.Add(operation);
                all.Add(operation);
                byName[operation.Name] = operation;
                floor.Waiting.Add(operation);
            }
            floor.Advance(now);
            MostRunning = Math.Max(MostRunning, floors.Values.Sum(each => each.Running.Count));
            return accepted;
        }
    }

    /// <summary>The operation called <paramref name="name"/> as it is now, or null.</summary>
    internal Operation? Find(string name)
    {
        lock (gate)
        {
            if (!byName.TryGetValue(name, out var operation))
                return null;
            floors[operation.Account].Advance(time.GetUtcNow());
            return operation;
        }
    }

    /// <summary>Counts a question about <paramref name="operation"/>; false when it has been forgotten.</summary>
    internal bool Ask(Operation operation)
    {
        lock (gate)
        {
            operation.Polls++;
            if (operation.Fate?.Kind != FaultKind.Lost)
                return true;
            Remove(operation);
            return false;
        }
    }

    /// <summary>Takes <paramref name="operation"/> back; false when it is over.</summary>
    internal bool Cancel(Operation operation)
    {
        lock (gate)
        {
            var now = time.GetUtcNow();
            floors[operation.Account].Advance(now);
            if (operation.IsOver)
                return false;
            floors[operation.Account].Leave(operation);
            operation.State = OperationState.Cancelled;
            operation.EndedAt = now;
            floors[operation.Account].Advance(now);
            return true;
        }
    }

    /// <summary>How many are before <paramref name="operation"/> in its queue.</summary>
    internal int PositionOf(Operation operation)
    {
        lock (gate)
            return Math.Max(0, floors[operation.Account].Waiting.IndexOf(operation));
    }

    internal void Forget(Operation operation)
    {
        lock (gate)
            Remove(operation);
    }

    internal void Clear()
    {
        lock (gate)
        {
            all.Clear();
            byName.Clear();
            floors.Clear();
            MostRunning = 0;
        }
    }

    private void Remove(Operation operation)
    {
        byName.Remove(operation.Name);
        floors[operation.Account].Leave(operation);
    }

    private void Advance()
    {
        var now = time.GetUtcNow();
        foreach (var floor in floors.Values)
            floor.Advance(now);
    }

    /// <summary>The slots of one account and who waits for them.</summary>
    private sealed class Floor
    {
        public List<Operation> Running { get; } = [];

        public List<Operation> Waiting { get; } = [];

        public int Slots { get; set; }

        public int MostRunning { get; private set; }

        public void Leave(Operation operation)
        {
            Running.Remove(operation);
            Waiting.Remove(operation);
        }

        /// <summary>Plays what has happened up to <paramref name="now"/> in order: an end frees a slot, and the next begins at that instant.</summary>
        public void Advance(DateTimeOffset now)
        {
            while (true)
            {
                var next = Running.MinBy(operation => operation.Due);
                if (Waiting.Count > 0 && Running.Count < Slots)
                {
                    Begin(Waiting[0], Waiting[0].CreatedAt);
                    continue;
                }
                if (next is null || next.Due > now)
                    return;
                End(next);
                if (Waiting.Count > 0)
                    Begin(Waiting[0], next.EndedAt!.Value > Waiting[0].CreatedAt ? next.EndedAt.Value : Waiting[0].CreatedAt);
            }
        }

        private void Begin(Operation operation, DateTimeOffset at)
        {
            Waiting.Remove(operation);
            Running.Add(operation);
            operation.State = OperationState.Running;
            operation.StartedAt = at;
            MostRunning = Math.Max(MostRunning, Running.Count);
        }

        private void End(Operation operation)
        {
            Running.Remove(operation);
            operation.EndedAt = operation.Due;
            operation.State = operation.Fate?.Kind switch
            {
                FaultKind.Blocked or FaultKind.Refusal => OperationState.Blocked,
                FaultKind.Failed or FaultKind.FailedForGood => OperationState.Failed,
                _ => OperationState.Ready,
            };
        }
    }
}
