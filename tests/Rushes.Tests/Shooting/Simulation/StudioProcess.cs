using Microsoft.Extensions.Logging.Abstractions;
using Rushes.Engine.Shooting;
using Rushes.Engine.Shooting.Books;
using Rushes.Engine.Shooting.Hosting;
using Rushes.Engine.Shooting.Lanes;
using Rushes.Engine.Shooting.Runs;
using Rushes.Tests.Shooting.Shared;

namespace Rushes.Tests.Shooting.Simulation;

/// <summary>One process over a set: its lanes, its supervisor and its runs.</summary>
public sealed class StudioProcess
{
    public StudioProcess(StudioSet set, string name, Life? life = null, LaneOptions? options = null)
    {
        (Life, Me) = (life ?? new(), set.World.Neighbour(name));
        Store = set.Store.As(Life);
        var faults = new LaneFaults(set.Time, NullLoggerFactory.Instance);
        Faults = faults;
        Tools = new(
            Store,
            new([.. set.Providers.Select(provider => ((IVideoProvider)provider).As(Life))]),
            new ProcessFiles(set.Files, Life),
            ((IClipCheck)set.Files).As(Life),
            ((IEnlarger)set.Enlarger).As(Life),
            Me,
            set.Time,
            options ?? new(),
            NullLoggerFactory.Instance,
            lastFrames: ((ILastFrames)set.Frames).As(Life));
        Host = new(new(Tools), new(Tools, faults), faults, set.Time);
        Shoots = new(Tools, Host, faults);
    }

    public Life Life { get; }

    public Somebody Me { get; }

    public IStudioStore Store { get; }

    public LaneTools Tools { get; }

    public LaneFaults Faults { get; }

    public InProcessLaneHost Host { get; }

    public Shoots Shoots { get; }
}
