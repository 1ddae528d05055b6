using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Rushes.Film.Scripts;

namespace Rushes.Tests.Scripts;

public sealed class FountainTests
{
    private static readonly string[] Nasty =
    [
        "INT. KITCHEN - DAY", "ext. chợ", "CUT TO:", ">centred<", "> lines", "# act", "= synopsis", "~song", "@Lan", ".hidden", "!loud", "===", "NO ONE\nCAME",
        "[[note]]", "a [[b", "]] c", "/* gone */", "*bold* _under_ **x**", "back\\*slash", "(aside)", "one\n\ntwo", "  edges  ", "Title: fake", "你好", "line\r\nline",
        "Mèo con chạy\nqua mưa.", "FADE OUT.", "\ttab", "😀", "a\u2060b", "I/E. x", "🎬 ACTION", "Xin chào #2#", "LAN\nhello",
    ];

    private static Script Kitten => new()
    {
        Title = "Mèo lạc",
        Language = "vi",
        HookSummary = "Sấm nổ",
        EmotionalArc = "sợ -> mừng",
        Characters = [new() { Name = "Lan", VisualIdentity = "Lan là cô bé áo đỏ.", Voice = "vi-1" }],
        Scenes =
        [
            new()
            {
                Prompt = "Lan chạy dưới mưa.", Duration = 4, Location = "con hẻm nhỏ", TimeOfDay = "Night", Characters = ["Lan"], CameraShot = "Wide, static",
                Narration = "Đêm đó trời mưa to.", Dialogues = [new() { Speaker = "Lan", Text = "Mẹ ơi!", Emotion = "sợ" }],
            },
            new() { Prompt = "Trời sáng.", Duration = 3 },
        ],
    };

    [Fact]
    public void A_script_is_a_screenplay()
    {
        var expected = """
            Title: Mèo lạc
            Format: rushes-script/1
            Language: vi

            [[rushes: {"language":"vi","kind":"story","hook_summary":"Sấm nổ","emotional_arc":"sợ -> mừng","characters":[{"name":"Lan","visual_identity":"Lan là cô bé áo đỏ.","voice":"vi-1"}]}]]

            EXT. CON HẺM NHỎ - NIGHT #1#

            [[rushes: {"duration":4,"location":"con hẻm nhỏ","characters":["Lan"],"camera_shot":"Wide, static","intensity":0,"time_of_day":"Night"}]]

            Lan chạy dưới mưa.

            NGƯỜI KỂ (V.O.)
            Đêm đó trời mưa to.

            LAN
            (sợ)
            Mẹ ơi!

            .CẢNH 2 #2#

            [[rushes: {"duration":3,"intensity":0}]]

            Trời sáng.

            """;
        Assert.Equal(expected.ReplaceLineEndings("\n"), Fountain.Write(Kitten));
    }

    [Theory]
    [InlineData("a small kitchen", "INT. A SMALL KITCHEN")]
    [InlineData("the beach", "EXT. THE BEACH")]
    [InlineData("kitchen on the street", "INT./EXT. KITCHEN ON THE STREET")]
    [InlineData("Atlantis", "INT./EXT. ATLANTIS")]
    [InlineData("#[[*_", ".SCENE 1")]
    public void The_heading_says_inside_or_outside(string location, string heading)
    {
        var script = Kitten with { Language = "en", Scenes = [new() { Prompt = "p", Duration = 3, Location = location }] };
        Assert.Contains($"\n{heading} #1#\n", Fountain.Write(script), StringComparison.Ordinal);
    }

    [Fact]
    public void Names_that_capitals_would_confuse_are_forced()
    {
        var lines = new[] { "Lan", "LAN", "小明", "R2-D2", "Bà (già)" }.Select(name => new Dialogue { Speaker = name, Text = "a" });
        var written = Fountain.Write(Kitten with { Scenes = [new() { Prompt = "p", Duration = 3, Dialogues = [.. lines] }] });
        Assert.All(["@Lan", "@LAN", "@小明", "R2-D2", "@Bà già"], cue => Assert.Contains($"\n\n{cue}\na\n", written, StringComparison.Ordinal));
    }

    [Fact]
    public void A_cue_says_from_where_the_voice_comes()
    {
        var script = Kitten with { Scenes = [new() { Prompt = "p", Duration = 3, Dialogues = [new() { Speaker = "Lan", Text = "Mẹ ơi!", Extra = Heard("O.S.") }] }] };
        var page = Fountain.Write(script);
        Assert.Contains("\n\nLAN (O.S.)\nMẹ ơi!\n", page, StringComparison.Ordinal);
        Assert.DoesNotContain("dialogues", page, StringComparison.Ordinal);
        Assert.Equal(ScriptJson.Write(script), ScriptJson.Write(Fountain.Read(page, "page")));
    }

    [Fact]
    public void Whatever_users_write_the_form_holds_and_nothing_is_lost()
    {
        var text = Gen.Elements(Nasty);
        var line = from said in text
                   from speaker in Gen.Elements("Lan", "LAN", "VOICE", "NARRATOR", "Người kể", "(x)", "^", "INT. A", "@", "mẹ * Lan", null)
                   from emotion in Gen.Elements(null, "happy", "(a)", "b\nc", "[[")
                   from extension in Gen.Elements(null, "V.O.", "O.S., PRELAP", "CONT'D", "(X)", "A\nB", "[[", "*", "")
                   select new Dialogue { Speaker = speaker, Text = said, Emotion = emotion, Extra = Heard(extension) };
        var scene = from prompt in text
                    from place in Gen.Elements(null, "nhà", "a - b", "#1#", "[[x]]", "\n")
                    from time in Gen.Elements(null, "Night", "*")
                    from told in Gen.OneOf(text, Gen.Constant<string>(null!))
                    from lines in line.ListOf()
                    select new Scene
                    {
                        Prompt = prompt,
                        Duration = 3,
                        Location = place,
                        TimeOfDay = time,
                        Narration = told,
                        Dialogues = [.. lines],
                        VisualNotes = "]]" + prompt,
                        Extra = new Dictionary<string, JsonElement> { ["deep"] = JsonSerializer.SerializeToElement(new[] { new[] { prompt } }) },
                    };
        var scripts = from title in text
                      from scenes in scene.NonEmptyListOf()
                      from cast in Gen.Elements<string[]>([], ["Lan"], ["LAN", "mẹ * Lan"], ["Lan", "LAN"])
                      select new Script
                      {
                          Title = title,
                          Language = "vi",
                          Scenes = [.. scenes],
                          HookSummary = title,
                          Characters = [.. cast.Select(name => new Character { Name = name })],
                      };
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(100), Prop.ForAll(scripts.ToArbitrary(), script =>
        {
            var page = FountainPage.Parse(Fountain.Write(script));
            Assert.Equal(ScriptJson.Write(script), ScriptJson.Write(page.AsScript()));
            Assert.Equal(ScriptJson.Write(script), ScriptJson.Write(Fountain.Read(Fountain.Write(script), "page")));
        }));
    }

    private static Dictionary<string, JsonElement> Heard(string? extension) =>
        extension is null ? [] : new(StringComparer.Ordinal) { ["extension"] = JsonSerializer.SerializeToElement(extension) };
}
