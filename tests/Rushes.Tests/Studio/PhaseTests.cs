using System.Globalization;
using Rushes.Engine.Making;
using Rushes.Engine.Projects;
using Rushes.Engine.Shooting.Books;
using Rushes.Film.Briefs;
using Rushes.Film.Scripts;
using Rushes.Film.Takes;
using Rushes.Studio.Live;

namespace Rushes.Tests.Studio;

/// <summary>Each phase of a film says what it has or what it waits for.</summary>
public sealed class PhaseTests
{
    private static readonly Project Film = new() { Folder = "/films/a", Created = default, Brief = new() { Workflow = Workflow.Text2Video, Idea = "A cat", Duration = 16 } };

    private static readonly Script Three = new() { Title = "A", Language = "en", Scenes = [new() { Prompt = "One", Duration = 5 }, new() { Prompt = "Two", Duration = 5 }, new() { Prompt = "Three", Duration = 5 }] };

    public PhaseTests() => CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");

    [Fact]
    public void Without_a_script_everything_after_it_waits_for_it()
    {
        var phases = Phase.Of(Room(null, []));
        Assert.Equal(["brief", "script", "storyboard", "shoot", "takes", "cut"], phases.Select(phase => phase.Id));
        Assert.Equal((PhaseState.Done, "16 s · 9:16"), Of(phases, "brief"));
        Assert.Equal((PhaseState.Waits, "cannot be read"), Of(phases, "script"));
        Assert.Equal((PhaseState.Waits, "waits for the script"), Of(phases, "storyboard"));
        Assert.Equal((PhaseState.Waits, "waits for the script"), Of(phases, "shoot"));
        Assert.Equal((PhaseState.Waits, "wait for the shoot"), Of(phases, "takes"));
        Assert.Equal((PhaseState.Waits, "waits for the script"), Of(phases, "cut"));
    }

    [Fact]
    public void A_script_that_nobody_films_waits_for_the_user()
    {
        var phases = Phase.Of(Room(Three, [null, null, null]));
        Assert.Equal((PhaseState.Done, "3 scenes"), Of(phases, "script"));
        Assert.Equal((PhaseState.Waits, "0 of 3 pictures"), Of(phases, "storyboard"));
        Assert.Equal((PhaseState.Waits, "waits for you"), Of(phases, "shoot"));
        Assert.Equal((PhaseState.Waits, "waits, 3 missing"), Of(phases, "cut"));
    }

    [Fact]
    public void A_take_of_which_nobody_knows_asks_for_attention_and_the_cut_waits_for_its_scene()
    {
        var phases = Phase.Of(Room(Three, [TakeState.Ready, TakeState.Unknown, TakeState.Ready]));
        Assert.Equal((PhaseState.Waits, "2 of 3 ready"), Of(phases, "shoot"));
        Assert.Equal((PhaseState.Now, "1 unknown"), Of(phases, "takes"));
        Assert.Equal((PhaseState.Waits, "waits, 1 missing"), Of(phases, "cut"));
    }

    [Fact]
    public void A_film_that_is_there_has_all_its_phases()
    {
        var phases = Phase.Of(Room(Three, [TakeState.Ready, TakeState.Ready, TakeState.Ready]) with { HasFilm = true });
        Assert.All(phases, phase => Assert.Equal(PhaseState.Done, phase.State));
        Assert.Equal("3 of 3 ready", Of(phases, "shoot").Words);
        Assert.Equal("3 takes", Of(phases, "takes").Words);
    }

    [Fact]
    public async Task What_is_done_now_is_said_where_it_is_done()
    {
        var hand = new FilmInHand("0815", Film, TimeProvider.System, CancellationToken.None);
        var room = Room(Three, [TakeState.Ready, TakeState.Generating, TakeState.Queued]) with { Hand = hand };
        Assert.Equal((PhaseState.Now, "is being written"), Of(Phase.Of(room), "script"));
        hand.Tell(new FilmNews.Planned(3));
        Assert.Equal((PhaseState.Now, "filming, 1 of 3"), Of(Phase.Of(room), "shoot"));
        using var stop = new CancellationTokenSource();
        var asking = hand.AskAsync(new(3, new(2, []), Engine.Library.CostShare.Nothing, Engine.Library.CostShare.Nothing), stop.Token);
        Assert.Equal((PhaseState.Now, "Waits for your word"), Of(Phase.Of(room), "shoot"));
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking);
        hand.Tell(new FilmNews.Cutting(0.5));
        Assert.Equal((PhaseState.Now, "Cutting"), Of(Phase.Of(room), "cut"));
    }

    private static (PhaseState State, string Words) Of(IReadOnlyList<Phase> phases, string id)
    {
        var phase = phases.Single(phase => phase.Id == id);
        return (phase.State, phase.Words);
    }

    private static RoomView Room(Script? script, IReadOnlyList<TakeState?> states) => new(
        Film,
        script,
        [.. states.Select((state, index) => new SceneView(index + 1, script!.Scenes[index], state is null ? [] : [Take(index + 1, state.Value)], state is null ? null : Take(index + 1, state.Value), null))],
        null,
        new Swimlanes(),
        null,
        HasFilm: false);

    private static TakeSheet Take(int scene, TakeState state) => new() { Id = scene, Run = "run-1", Scene = scene, Take = 1, State = state, Digest = "", Seed = 0 };
}
