using Rushes.Engine.Making;
using Rushes.Engine.Shooting.Books;

namespace Rushes.Studio.Live;

/// <summary>The rooms that somebody looks at. All tabs of a room share one watch, which goes with the last of them.</summary>
internal sealed class RoomWatches(RoomReader rooms, IStudioStore books, FilmDesk desk, PartPrinter printer, TimeProvider time)
{
    private readonly Dictionary<string, (RoomWatch Watch, int Tabs)> _open = new(StringComparer.Ordinal);
    private readonly Lock _door = new();

    public RoomWatch Enter(string name)
    {
        lock (_door)
        {
            var (watch, tabs) = _open.TryGetValue(name, out var open) ? open : (new RoomWatch(rooms, books, desk, printer, time, name), 0);
            _open[name] = (watch, tabs + 1);
            return watch;
        }
    }

    public void Leave(string name)
    {
        lock (_door)
        {
            var (watch, tabs) = _open[name];
            if (tabs > 1)
            {
                _open[name] = (watch, tabs - 1);
                return;
            }

            _open.Remove(name);
            watch.Dispose();
        }
    }
}
