using System.Globalization;
using System.Reflection;
using System.Text.Json.Serialization;
using Rushes.Engine.Shooting;
using Rushes.Engine.Watching;
using Rushes.Film.Takes;

namespace Rushes.Tests.Watching;

public sealed class EventSentenceTests
{
    private static readonly Trouble Trouble = new(Troubles.Throttled, "slow down");
    private static readonly DateTimeOffset Noon = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);

    private static readonly StudioEvent[] All =
    [
        new RunStarted(3, 6, []), new RunResumed(2), new RunWaits(Noon), new RunPaused(), new RunCancelled(2), new RunFinished(2, 1),
        new LaneOpened("a", "A", "animatic", 2), new LaneRests("a", "A", null, Noon, Trouble), new LaneRests("a", "A", "veo", null, Trouble),
        new LaneClosed("a", "A", 3), new TakeStarted(1, 1, "a", "A", 1, 1, 3, null), new TakeStarted(1, 1, "a", "A", 2, 1, 3, null),
        new TakeStarted(1, 1, "a", "A", 2, 1, 3, "B"), new TakeSubmitted(1, 1, "a", "A", "op"), new TakeProgress(1, 1, 0.5), new TakeArriving(1, 1),
        new DownloadFailed(1, 1, Trouble, TimeSpan.FromSeconds(5)), new DownloadFailed(1, 1, Trouble, null),
        new TakeUpscaling(1, 1, "4k", "lanczos"), new UpscaleFailed(1, 1, "4k", "no such filter"),
        new TakeReady(1, 1, "A", "/clip.mp4", 9, true, 4.2), new TakeRequeued(1, 1, "A", Trouble), new TakeUnknown(1, 1, "A", Trouble),
        new TakeBlocked(1, 1, "A", Trouble), new TakeFailed(1, 1, "A", Trouble), new TakeCancelled(1, 1), new OperationOrphaned(1, 1, "A", "op"),
    ];

    [Fact]
    public void Every_event_is_here_has_a_name_of_its_own_and_is_read_as_it_was_written()
    {
        var kinds = typeof(StudioEvent).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(StudioEvent)) && !type.IsAbstract).ToList();
        Assert.Equal(kinds.Order(ByName), All.Select(happening => happening.GetType()).Distinct().Order(ByName));
        Assert.Equal(kinds.Count, typeof(StudioEvent).GetCustomAttributes<JsonDerivedTypeAttribute>().Select(kind => kind.TypeDiscriminator).Distinct().Count());
        Assert.All(All, happening => Assert.Equivalent(happening, EventJson.Read(EventJson.Write(happening)), strict: true));
    }

    [Theory]
    [InlineData("en")]
    [InlineData("vi")]
    public void Every_event_and_every_trouble_has_a_sentence(string language)
    {
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        try
        {
            var sentences = All.Select(happening => EventSentence.Of(happening, TimeZoneInfo.Utc)).Concat(Troubles.All.Select(code => TroubleSentence.Of(new(code))));
            Assert.All(sentences, sentence => Assert.DoesNotMatch(@"\{\d|^\s*$", sentence));
            Assert.Contains("slow down", TroubleSentence.Of(Trouble), StringComparison.Ordinal);
            Assert.Contains("\"A\"", TroubleSentence.RemedyOf(new(Troubles.SignedOut), "A"), StringComparison.Ordinal);
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    private static Comparer<Type> ByName { get; } = Comparer<Type>.Create((one, other) => string.CompareOrdinal(one.Name, other.Name));
}
