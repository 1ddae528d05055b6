using Rushes.Engine.Voices;
using Rushes.Film.Scripts;

namespace Rushes.Tests.Voices;

/// <summary>Who stands in for an engine that cannot speak, and what is remembered of it.</summary>
public sealed class UnderstudyTests
{
    [Fact]
    public async Task The_next_engine_speaks_what_the_first_cannot_and_one_sentence_says_so()
    {
        var (first, second) = (new Troupe.Player("first") { Play = _ => new Utterance.Silent("A: the key is wrong", ForNow: true) }, new Troupe.Player("second"));
        using var troupe = new Troupe(first, second);
        var film = await troupe.SpeakAsync(Troupe.ScriptOf("Một.", "Hai.", "Ba."));
        Assert.False(film.Silent);
        Assert.Equal(3, second.Orders.Count);
        var remark = Assert.Single(film.Remarks);
        Assert.Contains("first", remark, StringComparison.Ordinal);
        Assert.Contains("second", remark, StringComparison.Ordinal);
        Assert.Contains("the key is wrong", remark, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_engine_that_is_of_no_use_for_now_is_not_asked_for_every_line()
    {
        var first = new Troupe.Player("first") { Play = _ => new Utterance.Silent("down", ForNow: true) };
        using var troupe = new Troupe(first, new Troupe.Player("second"));
        await troupe.SpeakAsync(Troupe.ScriptOf([.. Enumerable.Range(1, 40).Select(number => $"Câu {number}.")]));
        Assert.InRange(first.Orders.Count, 1, 8);
    }

    [Fact]
    public async Task A_single_line_that_is_refused_does_not_take_the_others_their_voice()
    {
        var first = new Troupe.Player("first") { Play = order => order.Text == "Hai." ? new Utterance.Silent("policy") : null };
        var second = new Troupe.Player("second");
        using var troupe = new Troupe(first, second);
        var film = await troupe.SpeakAsync(Troupe.ScriptOf("Một.", "Hai.", "Ba."));
        Assert.Equal("Hai.", Assert.Single(second.Orders).Text);
        Assert.Single(film.Remarks);
    }

    [Fact]
    public async Task When_nobody_can_the_line_is_silent_captioned_and_asked_for_once()
    {
        var (first, second) = (new Troupe.Player("first") { Play = _ => new Utterance.Silent("no") }, new Troupe.Player("second") { Play = _ => new Utterance.Silent("no") });
        using var troupe = new Troupe(first, second);
        var script = Troupe.ScriptOf("Một câu dài đến nỗi không thể nào nói hết trong một cảnh ngắn như thế này được đâu.");
        var film = await troupe.SpeakAsync(script with { Scenes = [script.Scenes[0] with { Duration = 1 }] });
        Assert.True(film.Silent);
        Assert.Null(Assert.Single(film.Scenes[0].Lines).Wav);
        Assert.Equal((1, 1), (first.Orders.Count, second.Orders.Count));
        Assert.Equal(2, film.Remarks.Count);
    }

    [Fact]
    public async Task A_line_that_a_stand_in_spoke_is_hurried_by_the_same_one()
    {
        var first = new Troupe.Player("first") { Play = _ => new Utterance.Silent("no") };
        var second = new Troupe.Player("second");
        using var troupe = new Troupe(first, second);
        var script = Troupe.ScriptOf("Một.");
        await troupe.SpeakAsync(script with { Scenes = [script.Scenes[0] with { Duration = 2 }] });
        Assert.Single(first.Orders);
        Assert.Equal(2, second.Orders.Count);
    }

    [Fact]
    public async Task Whoever_takes_the_film_up_again_hears_the_same_although_accounts_came_and_went()
    {
        var (first, second) = (new Troupe.Player("first"), new Troupe.Player("second"));
        using var troupe = new Troupe(first, second);
        var script = Troupe.ScriptOf("Một.", "Hai.");
        var before = await troupe.SpeakAsync(script);
        first.Usable = false;
        var without = await troupe.SpeakAsync(script);
        Assert.Equal(before.Scenes.SelectMany(scene => scene.Lines), without.Scenes.SelectMany(scene => scene.Lines));
        Assert.Empty(second.Orders);

        using var other = new Troupe(new Troupe.Player("first") { Usable = false }, second);
        await other.SpeakAsync(script);
        Assert.Equal(2, second.Orders.Count);
    }

    [Fact]
    public async Task What_was_spoken_by_a_stand_in_stays_until_its_folder_is_deleted()
    {
        var first = new Troupe.Player("first") { Play = _ => new Utterance.Silent("no", ForNow: true) };
        using var troupe = new Troupe(first, new Troupe.Player("second"));
        var script = Troupe.ScriptOf("Một.");
        await troupe.SpeakAsync(script);
        first.Play = null;
        await troupe.SpeakAsync(script);
        Assert.Single(first.Orders);
        Directory.Delete(troupe.Folder, recursive: true);
        await troupe.SpeakAsync(script);
        Assert.Equal(2, first.Orders.Count);
    }

    [Fact]
    public async Task The_voice_that_the_user_names_goes_before_what_is_remembered()
    {
        var (first, second) = (new Troupe.Player("first"), new Troupe.Player("second"));
        using var troupe = new Troupe(first, second);
        var script = Troupe.ScriptOf("Một.") with { Characters = [] };
        await troupe.SpeakAsync(script);
        var film = await troupe.SpeakAsync(script, "second:girl");
        Assert.Equal("second:girl", film.Casting.Narrator!.Name);
        Assert.Single(second.Orders);
    }

    [Fact]
    public async Task Equal_lines_are_asked_for_once()
    {
        var first = new Troupe.Player("first");
        using var troupe = new Troupe(first);
        await troupe.SpeakAsync(Troupe.ScriptOf("Mua ngay!", "Mua ngay!", "Mua ngay!", "Mua ngay!"));
        Assert.Single(first.Orders);
    }

    [Fact]
    public async Task Style_rate_and_pitch_of_a_character_reach_the_engine()
    {
        var first = new Troupe.Player("first");
        using var troupe = new Troupe(first);
        var script = Troupe.ScriptOf("Một.");
        await troupe.SpeakAsync(script with { Characters = [new Character { Name = "Lan", Manner = new Manner { Style = "Calm", Pitch = 2 } }] });
        var manner = Assert.Single(first.Orders).Manner;
        Assert.Equal(("calm", 2.0, null), (manner.Style, manner.Pitch, manner.Emotion));
        Assert.True(manner.Rate < 1);
        Assert.NotNull(manner.Expressiveness);
    }

    [Theory]
    [InlineData(true, "vui")]
    [InlineData(false, null)]
    public async Task Only_an_engine_that_listens_to_feelings_is_told_them(bool hears, string? told)
    {
        var first = new Troupe.Player("first") { HearsEmotion = hears };
        using var troupe = new Troupe(first);
        await troupe.SpeakAsync(Troupe.ScriptOf("Một."));
        Assert.Equal(told, Assert.Single(first.Orders).Manner.Emotion);
    }

    [Fact]
    public async Task A_style_that_nobody_knows_is_said()
    {
        using var troupe = new Troupe(new Troupe.Player("first"));
        var film = await troupe.SpeakAsync(Troupe.ScriptOf("Một.") with { Narrator = new Narrator { Manner = new Manner { Style = "shouty" } } });
        Assert.Contains("shouty", Assert.Single(film.Remarks), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_services_ask_for_is_added_up_and_never_counted_twice()
    {
        var first = new Troupe.Player("first") { Play = order => new Utterance.Spoken(3 / order.Pace, new LineReceipt("model", "A", order.Text.Length, 0.25m)) };
        using var troupe = new Troupe(first);
        var script = Troupe.ScriptOf("Một.", "Hai.");
        var hurried = script with { Scenes = [script.Scenes[0] with { Duration = 3 }, script.Scenes[1]] };
        Assert.Equal(new SpeechBill(2, 0, 0.5m, 0.5m), (await troupe.SpeakAsync(hurried)).Bill);
        Assert.Equal(new SpeechBill(0, 2, 0m, 0.5m), (await troupe.SpeakAsync(hurried)).Bill);
    }
}
