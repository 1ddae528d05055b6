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
