using Rushes.Engine.Shooting;

namespace Rushes.Tests.Shooting.Shared;

/// <summary>Processes that a test lets live and die.</summary>
public sealed class Somebody(string name, HashSet<string>? gone = null) : IPresence
{
    private readonly HashSet<string> _gone = gone ?? [];

    public string Name => name;

    public bool IsGone(string name)
    {
        lock (_gone)
            return _gone.Contains(name);
    }

    public void Bury(string name)
    {
        lock (_gone)
            _gone.Add(name);
    }

    /// <summary>Another process that sees the same ones die.</summary>
    public Somebody Neighbour(string name) => new(name, _gone);
}
