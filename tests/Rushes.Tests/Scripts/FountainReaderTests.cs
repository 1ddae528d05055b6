using Rushes.Film;
using Rushes.Film.Scripts;

namespace Rushes.Tests.Scripts;

public sealed class FountainReaderTests
{
    /// <summary>A page with every element of the format.</summary>
    private const string Everything = """
        Title:
            _**The Ferry**_
            A Short Film
        Credit: Written by
        Author: N. Nobody
        Draft date: 2026-11-29
        Contact:
            12 Nowhere Street
            nobody@example.org

        FADE IN:

        # Act One

        = A man waits for a boat that never comes.

        EXT. RIVER BANK - DAWN #1#

        Mist over the water. *Very* still. A man, THOMAS, (60), sits on a **suitcase**.
        He winds a watch that has no hands.

        THOMAS
        (to the river)
        You are late again.
        (beat)
        You were always late.

        [[Should he stand here?]]

        MINH (O.S.) (CONT'D)
        Who are you talking to?

        > INT. is not a heading here <

        .UNDER THE WATER

        /* This scene was
        longer once.

        INT. SUNKEN CABIN - DAY

        Nobody. */
        !THE BELL RINGS.
        !It rings again.

        @McAllister
        ~Row, row, the river is wide,
        ~row until morning.

        LAN
        We are both here.

        MINH ^
        We are all here.

        CUT TO:

        ## The crossing

        int./ext. ferry - continuous

        The engine coughs [[sound: old diesel]] and dies.

        NARRATOR (V.O.)
        Nobody saw the ferry again.
          
        Nobody but Thomas.

        ===

        > FADE TO BLACK.

        I/E CAR - NIGHT

        Rain\\* on the roof. 10*20 is not bold.

        > THE END <
        """;

    private static readonly Script Ferry = Fountain.Read(Everything.Replace("\\\\", "\\", StringComparison.Ordinal), "ferry.fountain");

    [Theory]
    [InlineData("EXT. HOSPITAL - NIGHT", "EXT. HOSPITAL - NIGHT")]
    [InlineData("INT. PIER", "INT. PIER")]
    [InlineData("EST. OLD TOWN - DAY", "EXT. OLD TOWN - DAY")]
    [InlineData("int/ext. MOVING CAR - DUSK", "INT./EXT. MOVING CAR - DUSK")]
    [InlineData("I/E. SHOP - DAY", "INT./EXT. SHOP - DAY")]
    [InlineData(".THE HOSPITAL", "INT. THE HOSPITAL")]
    public void A_heading_keeps_the_side_that_somebody_gave_it(string heading, string written)
    {
        var script = Fountain.Read($"{heading}\n\nSomebody waits.\n", "film.fountain");
        Assert.Contains($"\n{written} #1#\n", Fountain.Write(script), StringComparison.Ordinal);
        Assert.Contains($"\n{written} #1#\n", Fountain.Write(Fountain.Read(Fountain.Write(script), "film.fountain")), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_heading_is_a_scene_with_its_place_and_time() => Assert.Equal(
        [("RIVER BANK", "Dawn"), ("UNDER THE WATER", null), ("ferry", "continuous"), ("CAR", "Night")],
        Ferry.Scenes.Select(scene => (scene.Location, scene.TimeOfDay)));

    [Theory]
    [InlineData("INT. HOUSE - DAY")]
    [InlineData("EXT - HOUSE - DAY")]
    [InlineData("INT./EXT. HOUSE - DAY")]
    [InlineData("I/E. HOUSE - DAY")]
    [InlineData("I./E. HOUSE - DAY")]
    [InlineData("est. HOUSE - day")]
    public void However_a_heading_names_its_side_the_place_is_the_place(string heading)
    {
        var scenes = Fountain.Read($"INT. CAR - NIGHT\n\nA car.\n\n{heading}\n\nA house.\n", "house.fountain").Scenes;
        Assert.Equal((2, "HOUSE", "Day", "A house."), (scenes.Count, scenes[1].Location, scenes[1].TimeOfDay, scenes[1].Prompt));
    }

    [Fact]
    public void Every_line_keeps_its_speaker_and_its_manner() => Assert.Equal(
        [
            ("THOMAS", "You are late again.", "to the river"), ("THOMAS", "You were always late.", "beat"), ("MINH", "Who are you talking to?", null),
            ("McAllister", "Row, row, the river is wide,\nrow until morning.", null), ("LAN", "We are both here.", null), ("MINH", "We are all here.", null),
        ],
        Ferry.Scenes.SelectMany(scene => scene.Dialogues).Select(line => (line.Speaker, line.Text, line.Emotion)));

    [Fact]
    public void Whoever_speaks_is_a_character() => Assert.Equal(["THOMAS", "MINH", "McAllister", "LAN"], Ferry.Characters.Select(character => character.Name));

    [Fact]
    public void Action_is_read_without_the_marks_of_the_format()
    {
        Assert.Equal("Mist over the water. Very still. A man, THOMAS, (60), sits on a suitcase.\nHe winds a watch that has no hands.\nINT. is not a heading here", Ferry.Scenes[0].Prompt);
        Assert.Equal("THE BELL RINGS.\nIt rings again.", Ferry.Scenes[1].Prompt);
        Assert.Equal("The engine coughs  and dies.", Ferry.Scenes[2].Prompt);
        Assert.StartsWith("Rain* on the roof. 10*20 is not bold.", Ferry.Scenes[3].Prompt, StringComparison.Ordinal);
    }

    [Fact]
    public void The_narrator_tells_and_the_title_page_names_the_film()
    {
        Assert.Equal("Nobody saw the ferry again.\n\nNobody but Thomas.", Ferry.Scenes[2].Narration);
        Assert.Equal("The Ferry A Short Film", Ferry.Title);
        Assert.Equal("en", Ferry.Language);
        Assert.Equal("N. Nobody", Ferry.Extra["author"].GetString());
        Assert.Equal("Should he stand here?", Ferry.Scenes[0].Extra["remarks"].GetString());
    }

    [Fact]
    public void Whoever_is_heard_from_elsewhere_stays_so_and_going_on_is_typography()
    {
        var lines = Fountain.Read("""
            EXT. PIER - DAY

            Fog.

            MAREN (V.O.)(CONT'D)
            I counted the lamps.

            VOICE (O.S.)
            Who is there?

            MAREN  (CONT'D)
            Only me.

            NARRATOR (V.O.) (CONT'D)
            It was not only her.
            """, "pier.fountain");
        Assert.Equal(
            [("MAREN", "I counted the lamps.", "V.O."), ("VOICE", "Who is there?", "O.S."), ("MAREN", "Only me.", null)],
            lines.Scenes[0].Dialogues.Select(line => (line.Speaker, line.Text, line.Extra.TryGetValue("extension", out var heard) ? heard.GetString() : null)));
        Assert.Equal(["MAREN", "VOICE"], lines.Characters.Select(one => one.Name));
        Assert.Equal("It was not only her.", lines.Scenes[0].Narration);
        Assert.Equal(ScriptJson.Write(lines), ScriptJson.Write(Fountain.Read(Fountain.Write(lines), "again")));
    }

    [Fact]
    public void Action_that_begins_with_a_name_and_an_age_is_not_said()
    {
        var scene = Assert.Single(Fountain.Read("EXT. PIER - DAY\n\nMAREN (40) hauls a net.\nIt is empty.\n\nMAREN\nAgain.\n", "net.fountain").Scenes);
        Assert.Equal(("MAREN (40) hauls a net.\nIt is empty.", "Again."), (scene.Prompt, Assert.Single(scene.Dialogues).Text));
    }

    [Fact]
    public void What_is_only_done_is_seen_and_whoever_does_it_is_there()
    {
        var script = Fountain.Read("EXT. PIER - DAY\n\nMAREN\n(shrugs)\n\nOLE\nWell?\n(spits)\n", "shrug.fountain");
        Assert.Equal(["MAREN", "OLE"], script.Characters.Select(one => one.Name));
        Assert.Equal("MAREN (shrugs)\nOLE (spits)", script.Scenes[0].Prompt);
        Assert.Equal(("OLE", "Well?"), script.Scenes[0].Dialogues.Select(line => (line.Speaker, line.Text)).Single());
    }

    [Theory]
    [InlineData("(not looking\nat the sea)\nGone.", "not looking at the sea", "Gone.")]
    [InlineData("(low)\n(to Ole)\nGone.", "low; to Ole", "Gone.")]
    [InlineData("(a ship\nof mine) is gone.", null, "(a ship\nof mine) is gone.")]
    [InlineData("(Gone\nas ever (or not)", null, "(Gone\nas ever (or not)")]
    [InlineData("*Row the boat,\nrow it **slowly** home.*", null, "Row the boat,\nrow it slowly home.")]
    public void A_manner_and_a_song_may_have_several_lines(string speech, string? manner, string said)
    {
        var line = Assert.Single(Fountain.Read($"EXT. PIER - DAY\n\nMAREN\n{speech}\n", "pier.fountain").Scenes[0].Dialogues);
        Assert.Equal((manner, said), (line.Emotion, line.Text));
    }

    [Theory]
    [InlineData("**INT. HOUSE - DAY**")]
    [InlineData("_EXT. HOUSE - DAY #12A#_")]
    [InlineData("INT. / EXT. HOUSE - DAY")]
    [InlineData("# Two\nINT. HOUSE - DAY")]
    [InlineData("= She goes home.\n.HOUSE - DAY")]
    [InlineData("CUT TO:\nINT. HOUSE - DAY")]
    public void However_a_heading_is_set_it_begins_a_scene(string heading)
    {
        var scenes = Fountain.Read($"INT. CAR - NIGHT\n\nA car.\n\n{heading}\n\nA house.\n", "house.fountain").Scenes;
        Assert.Equal((2, "HOUSE", "Day", "A house."), (scenes.Count, scenes[1].Location, scenes[1].TimeOfDay, scenes[1].Prompt));
    }

    [Theory]
    [InlineData(". . . and then the rope.")]
    [InlineData("...and then the rope.")]
    [InlineData("She lifts the\n.22 rifle.")]
    public void Not_every_full_stop_begins_a_scene(string action) =>
        Assert.Equal(action, Assert.Single(Fountain.Read($"INT. CAR - NIGHT\n\n{action}\n", "rope.fountain").Scenes).Prompt);

    [Fact]
    public void A_screenplay_longer_than_a_film_is_read_to_take_scenes_from_it()
    {
        var page = string.Concat(Enumerable.Range(1, 460).Select(number => $"INT. ROOM {number} - DAY\n\nA door.\n\nMAREN\n{string.Join(' ', Enumerable.Repeat("on", 30))}\n\n"));
        Assert.Equal(460, Fountain.ReadOfAnyLength(page, "long.fountain").Scenes.Count);
        var mistake = Assert.Throws<MistakeException>(() => Fountain.Read(page, "long.fountain")).Mistake;
        Assert.Equal("script.too-many-scenes", mistake.Code);
        var first = Assert.IsType<int>(mistake.Details[3]);
        var whole = Fountain.ReadOfAnyLength(page, "long.fountain");
        Assert.Equal(first, FilmLimits.Checked(whole with { Scenes = [.. whole.Scenes.Take(first)] }, "part").Scenes.Count);
        Assert.Equal("script.too-long", Assert.Throws<MistakeException>(() => FilmLimits.Checked(whole with { Scenes = [.. whole.Scenes.Take(first + 1)] }, "part")).Mistake.Code);
    }

    [Fact]
    public void Scenes_have_seconds_that_hold_their_words() => Assert.All(Ferry.Scenes, scene => Assert.InRange(scene.Duration, 3, 20));

    [Fact]
    public void What_somebody_changed_on_our_page_counts_and_the_rest_comes_from_the_notes()
    {
        var script = new Script
        {
            Title = "Mèo lạc",
            Language = "vi",
            Characters = [new() { Name = "Lan", Voice = "vi-1" }],
            Scenes =
            [
                new() { Prompt = "Lan chạy dưới mưa.", Duration = 4, Location = "con hẻm nhỏ", Characters = ["Lan"], CameraShot = "Wide", Dialogues = [new() { Speaker = "Lan", Text = "Mẹ ơi!" }] },
                new() { Prompt = "Trời sáng.", Duration = 3, Narration = "Hết mưa." },
            ],
        };
        var page = Fountain.Write(script).Replace("chạy dưới mưa", "đứng dưới mưa", StringComparison.Ordinal).Replace("Hết mưa.", "Hết rồi.", StringComparison.Ordinal);
        var read = Fountain.Read(page, "page");
        Assert.Equal("Lan đứng dưới mưa.", read.Scenes[0].Prompt);
        Assert.Equal("Hết rồi.", read.Scenes[1].Narration);
        Assert.Equal(("Wide", "con hẻm nhỏ", 4.0, "Lan"), (read.Scenes[0].CameraShot, read.Scenes[0].Location, read.Scenes[0].Duration, read.Scenes[0].Dialogues[0].Speaker));
        Assert.Equal("vi-1", read.Characters[0].Voice);
    }

    [Fact]
    public void A_page_without_a_heading_is_one_scene() => Assert.Equal("A dog barks.", Assert.Single(Fountain.Read("A dog barks.", "dog.fountain").Scenes).Prompt);

    [Fact]
    public void An_empty_page_names_the_file()
    {
        var mistake = Assert.Throws<MistakeException>(() => Fountain.Read("\n\n/* nothing */", "empty.fountain")).Mistake;
        Assert.Equal("script.no-scenes", mistake.Code);
    }
}
