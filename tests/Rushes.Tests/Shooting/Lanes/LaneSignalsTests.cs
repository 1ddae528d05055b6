using System.Diagnostics;
using System.Diagnostics.Metrics;
using Rushes.Engine.Shooting;
using Rushes.Tests.Shooting.Shared;
using Rushes.Tests.Shooting.Simulation;

namespace Rushes.Tests.Shooting.Lanes;

/// <summary>What whoever measures the lanes gets to know.</summary>
public sealed class LaneSignalsTests
{
    [Fact]
    public void Submissions_polls_clips_and_rests_are_counted_for_each_account() => Stage.Play(async stage =>
    {
        // Other tests film at the same time: these accounts are this test's alone.
        var measured = new Dictionary<(string Instrument, string Account, string? Why), double>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, each) =>
            {
                if (instrument.Meter.Name == "Rushes.Lanes")
                    each.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(measured, instrument, value, tags));
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Add(measured, instrument, value, tags));
        listener.Start();

        var set = new StudioSet(stage, Samples.Account("signals-well"), Samples.Account("signals-sick"));
        set.Provider.OnSubmit = (_, account, _) => account.Id == "signals-sick" ? SubmitAct.Refuse(RefusalKind.SignedOut) : SubmitAct.Accept;
        await set.FilmAsync(StudioSet.Plan(4));

        lock (measured)
        {
            Assert.Equal(4, measured[("rushes.submissions", "signals-well", "accepted")]);
            Assert.Equal(4, measured[("rushes.clips", "signals-well", null)]);
            Assert.Equal(4 * ScriptedProvider.ClipBytes, measured[("rushes.clip.size", "signals-well", null)]);
            Assert.InRange(measured[("rushes.generation.duration", "signals-well", null)], 4 * 4.8, 4 * 6);
            Assert.Equal(set.Provider.Polls, measured[("rushes.polls", "signals-well", null)]);
            Assert.InRange(measured[("rushes.submissions", "signals-sick", Troubles.SignedOut)], 1, 3);
            Assert.InRange(measured[("rushes.rests", "signals-sick", Troubles.SignedOut)], 1, 3);
        }
    });

    [Fact]
    public void Spans_name_the_account_and_the_scene_and_no_prompt() => Stage.Play(async stage =>
    {
        var spans = new List<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Rushes.Lanes",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = span =>
            {
                lock (spans)
                    spans.Add(span);
            },
        };
        ActivitySource.AddActivityListener(listener);

        var set = new StudioSet(stage, Samples.Account("spans"));
        await set.FilmAsync(StudioSet.Plan(2));

        List<Activity> mine;
        lock (spans)
            mine = spans.FindAll(span => "spans".Equals(span.GetTagItem("rushes.account")));
        Assert.Equal(["download", "poll", "submit"], mine.Select(span => span.OperationName).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal([1, 2], mine.Where(span => span.OperationName == "submit").Select(span => (int)span.GetTagItem("rushes.scene")!).Order());
        Assert.DoesNotContain(mine.SelectMany(span => span.TagObjects), tag => tag.Value is string text && text.Contains(Samples.Order(1).Prompt, StringComparison.Ordinal));
    });

    private static void Add(
        Dictionary<(string, string, string?), double> measured, Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var (account, why) = ("", (string?)null);
        foreach (var (name, tag) in tags)
            (account, why) = (name == "rushes.account" ? (string)tag! : account, name is "rushes.outcome" or "rushes.reason" ? (string)tag! : why);
        lock (measured)
            measured[(instrument.Name, account, why)] = measured.GetValueOrDefault((instrument.Name, account, why)) + value;
    }
}
