using Rushes.Engine.Shooting.Lanes;
using Rushes.Engine.Watching;

namespace Rushes.Engine.Shooting.Hosting;

/// <summary>Hosts lanes as plain tasks, without any engine: for tests, and as the measure of what an engine adds.</summary>
public sealed class InProcessLaneHost : ILaneHost
{
    private readonly Lock _door = new();
    private readonly Dictionary<string, Task> _lanes = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource _stop = new();
    private readonly LaneCrew _crew;
    private readonly LaneSupervisor _supervisor;
    private readonly LaneFaults _faults;
    private readonly Bell _bell;
    private Task? _rounds;

    public InProcessLaneHost(LaneCrew crew, LaneSupervisor supervisor, LaneFaults faults, TimeProvider time) =>
        (_crew, _supervisor, _faults, _bell) = (crew, supervisor, faults, new(time));

    public Task StartAsync(CancellationToken cancellation)
    {
        _rounds ??= RoundsAsync();
        return Task.CompletedTask;
    }

    public Task EnsureRunningAsync(string account, CancellationToken cancellation)
    {
        lock (_door)
        {
            if (!_stop.IsCancellationRequested && (!_lanes.TryGetValue(account, out var lane) || lane.IsCompleted))
                _lanes[account] = FilmAsync(account);
        }

        return Task.CompletedTask;
    }

    public Task SweepAsync(CancellationToken cancellation) => _supervisor.SweepAsync(this, cancellation);

    public async ValueTask DisposeAsync()
    {
        Task[] lanes;
        lock (_door)
        {
            _stop.Cancel();
            lanes = [.. _lanes.Values];
        }

        _bell.Ring();
        await Task.WhenAll([.. lanes, _rounds ?? Task.CompletedTask]);
        _bell.Dispose();
        _stop.Dispose();
    }

    private async Task RoundsAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                await SweepAsync(_stop.Token);
            }
            catch (Exception problem) when (problem is not OperationCanceledException)
            {
                _faults.Report("supervisor", problem);
            }

            await _bell.WaitAsync(LaneSupervisor.Round);
        }
    }

    private async Task FilmAsync(string account)
    {
        await Task.Yield();
        try
        {
            await _crew.FilmAsync(account, _stop.Token);
            _faults.Forget(account);
        }
        catch (Exception problem)
        {
            _faults.Report(account, problem);
        }
    }
}
