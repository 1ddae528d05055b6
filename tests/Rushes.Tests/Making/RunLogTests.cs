using System.Globalization;
using Rushes.Engine.Making;
using Rushes.Engine.Shooting;
using Rushes.Engine.Watching;

namespace Rushes.Tests.Making;

public sealed class RunLogTests
{
    private static readonly DateTimeOffset Zero = new(2026, 11, 29, 8, 0, 0, TimeSpan.Zero);

    public RunLogTests() => CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");

    [Fact]
    public void A_run_that_another_process_filmed_can_still_be_told_with_its_own_times()
    {
        var lines = Told(
            new RunStarted(1, 1, [new("a", "Account A", "google-flow", null, 2, null)]),
            new TakeStarted(1, 1, "a", "Account A", 1, 1, 1, null),
            new TakeSubmitted(1, 1, "a", "Account A", "op-1"),
            new LaneRests("a", "Account A", null, null, new(Troubles.SignedOut)),
            new TakeReady(1, 1, "Account A", "/clip.mp4", 1000, false, 8),
            new RunFinished(1, 0));
        Assert.Equal(Enumerable.Range(1, lines.Count), lines.Select(line => line.Number));
        Assert.Contains(lines, line => !line.Warning && line.At == Zero && line.Sentence.Contains("SEQUENTIAL", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Warning && line.At == Zero.AddSeconds(3) && line.Sentence.Contains("Account A", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.At == Zero.AddSeconds(5) && line.Sentence == "Filmed: Account A 1");
    }

    [Fact]
    public void The_last_lines_of_a_long_run_are_kept()
    {
        var lines = Told([.. Enumerable.Range(0, 250).Select(_ => new LaneRests("a", "Account A", null, null, new(Troubles.SignedOut)))]);
        Assert.Equal((200, 51, 250), (lines.Count, lines[0].Number, lines[^1].Number));
    }

    private static IReadOnlyList<NewsLine> Told(params StudioEvent[] events)
    {
        var log = new RunLog();
        for (var index = 0; index < events.Length; index++)
            log.Tell(new("run-1", index + 1, Zero.AddSeconds(index), events[index]));
        return log.Lines;
    }
}
